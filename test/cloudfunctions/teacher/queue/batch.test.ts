import { BATCH_MAX } from '../../../../miniprogram/contract/teacher/queue';
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import { deadlineIn, memberOf, placeNamed, settle, transferOf, type Place } from '../../support/crowd';
import {
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { PICTURE } from '../../support/picture';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let place: Place;
beforeEach(async () => {
  ({ world } = await openUniversity());
  place = placeNamed(world, '光电2302团支部');
  await world.ports.files.upload('a.png', PICTURE);
});

const GOOD = { organisation: '共青团上海示例科技有限公司支部委员会' };
const SHOT = ['cloud://env.bucket/a.png'];
const GONE = ['cloud://env.bucket/gone.png'];

/** Each waits for an approval, and nothing speaks against the first. */
const submitted = (number: string, more: Parameters<typeof transferOf>[2] = {}) => {
  const member = memberOf(place, number);
  const right = { fields: GOOD, screenshots: SHOT, ...deadlineIn('submitted', 5) };
  return { member, transfer: transferOf(member, 'submitted', { ...right, ...more }) };
};
const preview = (openid: string, decision: 'approve' | 'record', transferIds: string[]) =>
  world.call(openid, 'teacher', 'batchPreview', { decision, transferIds });
const run = (
  openid: string,
  decision: 'approve' | 'record',
  items: { transferId: string; version: number }[],
) => world.call(openid, 'teacher', 'batchDecide', { decision, items });
const stateOf = (id: string) => world.store.all('transfers').find(({ _id }) => _id === id)?.state;
const targetOf = ({ transfer: { _id, version } }: ReturnType<typeof submitted>) => ({
  transferId: _id,
  version,
});

it('says before anything happens what it takes, what it leaves and why', async () => {
  const member = memberOf(place, 'R');
  const registered = { member, transfer: transferOf(member, 'registered', { wayId: 'army' }) };
  const crowd = [
    submitted('1'),
    submitted('2', { screenshots: [] }),
    submitted('3', deadlineIn('submitted', -1)),
    submitted('5', { screenshots: [...SHOT, ...GONE] }),
    submitted('4', { fields: { organisation: '上海示例科技有限公司' } }),
    registered,
  ];
  await settle(world, crowd);
  const ids = [...crowd.map(({ transfer }) => transfer._id), 't-none'];
  const seen = dataOf(await preview(TEACHER, 'approve', ids));
  expect(seen.included.map(({ memberName, organisation }) => [memberName, organisation])).toEqual([
    ['同学1', GOOD.organisation],
  ]);
  expect(seen.excluded.map(({ memberName, reasons }) => [memberName, reasons])).toEqual([
    ['同学2', ['no-screenshot']],
    ['同学3', ['clock-over']],
    ['同学5', ['picture-missing']],
    ['同学4', ['name']],
    ['同学R', ['other-kind']],
    ['', ['not-found']],
  ]);
  expect(seen.excluded[3]?.findings).not.toEqual([]);
  expect(crowd.map(({ transfer }) => stateOf(transfer._id))).not.toContain('approved');
});

it('decides each by itself and answers for each, in the order asked', async () => {
  const [good, changed, late, odd] = [
    submitted('1'),
    submitted('2'),
    submitted('3', deadlineIn('submitted', -1)),
    submitted('4', { fields: { organisation: '某公司' } }),
  ] as const;
  await settle(world, [good, changed, late, odd]);
  const { results } = dataOf(
    await run(TEACHER, 'approve', [
      targetOf(late),
      { ...targetOf(changed), version: 1 },
      targetOf(good),
      targetOf(odd),
      { transferId: 't-none', version: 1 },
    ]),
  );
  expect(results.map(({ done, reasons }) => [done, reasons])).toEqual([
    [false, ['clock-over']],
    [false, ['changed']],
    [true, []],
    [false, ['name']],
    [false, ['not-found']],
  ]);
  expect(results[2]?.state).toBe('approved');
  expect([good, changed, late, odd].map(({ transfer }) => stateOf(transfer._id))).toEqual([
    'approved',
    'submitted',
    'submitted',
    'submitted',
  ]);
});

it('tells everybody it decided for, and nobody else', async () => {
  const transfer = await submitEmployed(world, GRADUATE);
  await submitEmployed(world, CLASSMATE);
  const { id: transferId, version } = transfer;
  dataOf(await run(TEACHER, 'approve', [{ transferId, version }]));
  world.world.now += UNDO_APPROVAL_MS;
  await world.tick();
  const approved = world.store.all('notices').filter(({ kind }) => kind === 'approved');
  expect(approved.map(({ accountId }) => accountId)).toEqual([GRADUATE]);
  const audit = world.store.all('audits').find(({ action }) => action === 'approve');
  expect(audit?.facts).toMatchObject({ batch: true });
});

it('is harmless when tried again', async () => {
  const [one, two] = [submitted('1'), submitted('2')];
  await settle(world, [one, two]);
  const items = [targetOf(one), targetOf(two)];
  const both = await Promise.all([run(TEACHER, 'approve', items), run(TEACHER, 'approve', items)]);
  const done = both.flatMap((reply) => dataOf(reply).results).filter((result) => result.done);
  expect(done).toHaveLength(2);
  expect(world.store.all('audits').filter(({ action }) => action === 'approve')).toHaveLength(2);
});

it('records registrations without asking for what they must not have', async () => {
  const { version } = await choose(world, GRADUATE, 'army', 'direct');
  const { transfer } = dataOf(
    await world.call(GRADUATE, 'graduate', 'submit', { version, fields: {}, screenshots: [] }),
  );
  const seen = dataOf(await preview(TEACHER, 'record', [transfer.id]));
  expect(seen.included).toEqual([expect.objectContaining({ memberName: '林小雨', wayId: 'army' })]);
  const target = { transferId: transfer.id, version: transfer.version };
  expect(dataOf(await run(TEACHER, 'record', [target])).results).toEqual([
    { transferId: transfer.id, done: true, reasons: [], state: 'recorded' },
  ]);
});

it('does not exist for another college', async () => {
  const one = submitted('1');
  await settle(world, [one]);
  const seen = dataOf(await preview(OTHER_TEACHER, 'approve', [one.transfer._id]));
  expect(seen).toMatchObject({ included: [], excluded: [{ memberName: '', reasons: ['not-found'] }] });
  const { results } = dataOf(await run(OTHER_TEACHER, 'approve', [targetOf(one)]));
  expect(results).toEqual([
    { transferId: one.transfer._id, done: false, reasons: ['not-found'], state: null },
  ]);
  expect(stateOf(one.transfer._id)).toBe('submitted');
});

it('notices a clock that runs out between the preview and the decision', async () => {
  const one = submitted('1', deadlineIn('submitted', 1));
  await settle(world, [one]);
  expect(dataOf(await preview(TEACHER, 'approve', [one.transfer._id])).included).toHaveLength(1);
  world.world.now += 3 * DAY_MS;
  expect(dataOf(await run(TEACHER, 'approve', [targetOf(one)])).results).toMatchObject([
    { done: false, reasons: ['clock-over'] },
  ]);
});

it('leaves what has a picture that is not there, unless it was found in the list', async () => {
  const one = submitted('1', { screenshots: GONE });
  await settle(world, [one]);
  expect(dataOf(await run(TEACHER, 'approve', [targetOf(one)])).results).toMatchObject([
    { done: false, reasons: ['picture-missing'] },
  ]);
  expect(stateOf(one.transfer._id)).toBe('submitted');
  const found = { decision: 'approve' as const, items: [targetOf(one)], seenOnSystem: true };
  const seen = await world.call(TEACHER, 'teacher', 'batchDecide', found);
  expect(dataOf(seen).results).toMatchObject([{ done: true }]);
});

it('leaves what runs out while the batch is at work', async () => {
  const one = submitted('1', deadlineIn('submitted', 1));
  await settle(world, [one]);
  const { transact } = world.store;
  const slow = jest.spyOn(world.store, 'transact').mockImplementation((work) => {
    world.world.now += 3 * DAY_MS;
    return transact(work);
  });
  const { results } = dataOf(await run(TEACHER, 'approve', [targetOf(one)]));
  slow.mockRestore();
  expect(results).toMatchObject([{ done: false, reasons: ['changed'], state: 'submitted' }]);
  expect(stateOf(one.transfer._id)).toBe('submitted');
});

it.each([0, BATCH_MAX + 1])('takes between one and fifty, not %d', async (count) => {
  const ids = Array.from({ length: count }, (_, index) => `t-${index}`);
  expect(errorOf(await preview(TEACHER, 'approve', ids))).toBe('BAD_REQUEST');
});

describe('what was looked up in 智慧团建', () => {
  const checked = (decision: 'approve' | 'undo-approve', items: { transferId: string; version: number }[]) =>
    world.call(TEACHER, 'teacher', 'batchDecide', { decision, items, seenOnSystem: true });

  it('is listed with name, number and organisation, for the own college alone', async () => {
    await settle(world, [submitted('1')]);
    const [item, ...others] = dataOf(await world.call(TEACHER, 'teacher', 'checkList', {})).items;
    expect(others).toEqual([]);
    expect(item).toMatchObject({ organisation: GOOD.organisation, branchName: '光电2302团支部' });
    expect(item?.studentNumber).not.toBe('');
    expect(dataOf(await world.call(OTHER_TEACHER, 'teacher', 'checkList', {})).items).toEqual([]);
  });

  it('has the number of a record of 1.0 from the roster', async () => {
    const { member, transfer } = submitted('1');
    const { studentNumber: _number, ...unnumbered } = transfer;
    await settle(world, [{ member, transfer: unnumbered }, submitted('2')]);
    const { items } = dataOf(await world.call(TEACHER, 'teacher', 'checkList', {}));
    expect(items.map(({ memberName, studentNumber }) => [memberName, studentNumber]).sort()).toEqual([
      ['同学1', '1'],
      ['同学2', '2'],
    ]);
  });

  it('is approved without a picture and whatever the name, marked as seen, and taken back within minutes', async () => {
    const crowd = [
      submitted('1', { screenshots: [] }),
      submitted('2', { fields: { organisation: '上海示例科技有限公司' } }),
    ];
    await settle(world, crowd);
    const { results } = dataOf(await checked('approve', crowd.map(targetOf)));
    expect(results).toMatchObject([
      { done: true, state: 'approved' },
      { done: true, state: 'approved' },
    ]);
    const [first] = crowd.map(({ transfer }) =>
      world.store.all('transfers').find(({ _id }) => _id === transfer._id),
    );
    expect(first?.timeline.at(-1)).toMatchObject({ step: 'approve', seenOnSystem: true });
    const undone = await checked('undo-approve', [
      { transferId: first?._id ?? '', version: first?.version ?? 0 },
    ]);
    expect(dataOf(undone).results).toMatchObject([{ done: true, state: 'submitted' }]);
  });

  it('is not taken back when the minutes are over', async () => {
    const one = submitted('1');
    await settle(world, [one]);
    dataOf(await checked('approve', [targetOf(one)]));
    world.world.now += DAY_MS;
    const { version } = targetOf(one);
    const late = await checked('undo-approve', [{ transferId: one.transfer._id, version: version + 1 }]);
    expect(dataOf(late).results).toMatchObject([{ done: false }]);
    expect(stateOf(one.transfer._id)).toBe('approved');
  });
});

it('shows a small picture of each, and writes down that it was looked at', async () => {
  const crowd = [submitted('1')];
  await settle(world, crowd);
  const [{ _id: transferId = '' } = {}] = crowd.map(({ transfer }) => transfer);
  const { included } = dataOf(await preview(TEACHER, 'approve', [transferId]));
  expect(included[0]?.picture).toBe('https://file/cloud://env.bucket/a.png');
  const looks = world.store.all('audits').filter(({ action }) => action === 'read-screenshots');
  expect(looks.map(({ subjectId }) => subjectId)).toEqual([transferId]);
});

describe('those whose clock has run out, all at once', () => {
  const timedOut = (number: string) => {
    const member = memberOf(place, number);
    return {
      member,
      transfer: transferOf(member, 'timedOut', { fields: GOOD, ...deadlineIn('timedOut', -1) }),
    };
  };
  const decideAll = (
    decision: 'accepted' | 'returned' | 'undo-evidence',
    items: { transferId: string; version: number }[],
    openid = TEACHER,
  ) => world.call(openid, 'teacher', 'batchDecide', { decision, items });

  it('are said to have arrived as the list shows them, and taken back the same day', async () => {
    const crowd = ['1', '2', '3'].map(timedOut);
    await settle(world, crowd);
    const items = crowd.map(targetOf);
    const { results } = dataOf(await decideAll('accepted', items));
    expect(results.map(({ done, state }) => [done, state])).toEqual(items.map(() => [true, 'accepted']));
    const [first] = world.store.all('transfers').filter(({ _id }) => _id === items[0]?.transferId);
    expect(first?.timeline.at(-1)).toMatchObject({ step: 'report-accepted', seenOnSystem: true });
    const back = items.map(({ transferId, version }) => ({ transferId, version: version + 1 }));
    const undone = dataOf(await decideAll('undo-evidence', back));
    expect(undone.results.map(({ done, state }) => [done, state])).toEqual(
      items.map(() => [true, 'timedOut']),
    );
  });

  it('are dealt with in one batch however many they are: 449 of one afternoon', async () => {
    const crowd = Array.from({ length: 449 }, (_, index) => timedOut(String(index)));
    await settle(world, crowd);
    const items = crowd.map(targetOf);
    for (let at = 0; at < items.length; at += BATCH_MAX)
      dataOf(await decideAll('accepted', items.slice(at, at + BATCH_MAX)));
    const after = world.store.all('transfers');
    expect(after).toHaveLength(449);
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['accepted']));
  });

  it('are sent back to their owners where the list shows nothing', async () => {
    const crowd = [timedOut('1')];
    await settle(world, crowd);
    const { results } = dataOf(await decideAll('returned', crowd.map(targetOf)));
    expect(results).toMatchObject([{ done: true, state: 'lapsed' }]);
  });

  it('are nobody’s of another college, and nothing that waits for something else', async () => {
    const crowd = [timedOut('1'), submitted('2')];
    await settle(world, crowd);
    const foreign = dataOf(await decideAll('accepted', crowd.map(targetOf), OTHER_TEACHER));
    expect(foreign.results.map(({ reasons }) => reasons)).toEqual([['not-found'], ['not-found']]);
    const own = dataOf(await decideAll('accepted', crowd.map(targetOf)));
    expect(own.results.map(({ done, reasons }) => [done, reasons])).toEqual([
      [true, []],
      [false, ['other-kind']],
    ]);
  });
});
