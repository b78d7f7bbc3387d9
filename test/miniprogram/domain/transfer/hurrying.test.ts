import { hurriedAt, hurryFrom } from '../../../../miniprogram/domain/transfer/hurrying';

const at = (time: string): number => Date.parse(`2026-06-${time}:00+08:00`);
const entry = (step: string, time: string, attempt = 1) => ({ step, at: at(time), attempt });
const DAY = { escalateAfterHours: 24 };

const SUBMITTED = entry('submit', '10T09:00');

it.each([
  ['a day after it was handed in', [SUBMITTED], '11T09:00'],
  ['a day after the secretary approved', [SUBMITTED, entry('approve', '11T08:00')], '12T08:00'],
  [
    'a day after the secretary took an approval back',
    [SUBMITTED, entry('approve', '11T08:00'), entry('undo-approve', '11T08:05')],
    '12T08:05',
  ],
  ['whatever was done on paper meanwhile', [SUBMITTED, entry('tick', '11T08:00')], '11T09:00'],
  ['the next day once they asked', [SUBMITTED, entry('hurry', '11T23:50')], '12T00:00'],
  [
    'a day after the next was handed in, whatever they asked before',
    [SUBMITTED, entry('hurry', '11T09:00'), entry('submit', '12T07:00', 2)],
    '13T07:00',
  ],
] as const)('whoever approves can be asked to hurry %s', (_, timeline, from) => {
  const { attempt } = timeline.slice(-1)[0] ?? SUBMITTED;
  expect(hurryFrom({ timeline, attempt }, DAY)).toBe(at(from));
});

it('nobody can be asked to hurry before anything is handed in', () => {
  expect(hurryFrom({ timeline: [entry('choose-way', '10T09:00', 0)], attempt: 0 }, DAY)).toBeNull();
});

it('who asked for the one before has not asked for this attempt', () => {
  const asked = entry('hurry', '11T09:00');
  const timeline = [SUBMITTED, asked, entry('submit', '12T07:00', 2)];
  expect(hurriedAt({ timeline, attempt: 1 })).toBe(asked.at);
  expect(hurriedAt({ timeline, attempt: 2 })).toBeUndefined();
});
