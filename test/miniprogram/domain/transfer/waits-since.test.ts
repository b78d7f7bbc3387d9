import { waitsSince } from '../../../../miniprogram/domain/transfer/waits-since';

/** What happened, one an hour. */
const since = (...steps: readonly (string | readonly [step: string, from: string])[]): number | undefined =>
  waitsSince(
    steps.map((step, at) => (typeof step === 'string' ? { step, at } : { step: step[0], from: step[1], at })),
  );

it.each([
  ['the last step', ['choose-way', 'submit'], 1],
  ['the last step that moves anything', ['submit', 'tick', 'hurry', 'untick', 'reminded'], 0],
  ['the submission, when the approval is taken back', ['choose-way', 'submit', 'approve', 'undo-approve'], 1],
  [
    'the same when it is given and taken back twice',
    ['submit', 'approve', 'undo-approve', 'approve', 'undo-approve'],
    0,
  ],
  [
    'the secretary’s approval, when the college takes its own back',
    ['submit', 'approve', 'approve', 'undo-approve'],
    1,
  ],
  [
    'the submission, when both are taken back',
    ['submit', 'approve', 'approve', 'undo-approve', 'undo-approve'],
    0,
  ],
  ['the new approval after one was taken back', ['submit', 'approve', 'undo-approve', 'approve'], 3],
  [
    'what was before the list was looked at',
    ['submit', 'approve', ['confirm-arrived', 'approved'], 'undo-evidence'],
    1,
  ],
  [
    'the same when it had completed by itself',
    ['submit', ['report-accepted', 'submitted'], 'complete', 'undo-evidence'],
    0,
  ],
  ['the last step, when what is taken back cannot be read', ['submit', 'undo-approve'], 0],
] as const)('it waits since %s', (_, steps, hour) => {
  expect(since(...steps)).toBe(hour);
});

it('it waits since nothing where nothing has happened', () => {
  expect(since()).toBeUndefined();
  expect(since('tick')).toBeUndefined();
});
