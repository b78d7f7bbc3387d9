/** What the clock has decided about a request, before the timer has written it down. */
import { requestAt, teacherHandler } from '../../../../cloudfunctions/_shared/resets/by-clock';
import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { GRADUATE, openUniversity, SECRETARY, TEACHER, memberNamed } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let requestId: string;
/** When it goes to the teacher. */
let hour: number;
beforeEach(async () => {
  ({ world } = await openUniversity());
  const asked = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  ({ id: requestId } = asked.resetRequest);
  hour = asked.resetRequest.escalatesAt ?? 0;
});

const stored = () => world.store.all('resetRequests')[0];
const homeOf = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).resetRequest;
const waitingOf = async () => dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})).waiting;
const queueOf = async (kind?: 'code' | 'approval') =>
  dataOf(await world.call(TEACHER, 'teacher', 'queue', kind ? { kind } : {}));
const boardOf = async () => {
  const { members, counts } = dataOf(await world.call(SECRETARY, 'secretary', 'branchBoard', {}));
  return [members.find(({ name }) => name === '林小雨')?.codeFrom, counts.waitingForCode];
};
const code = () => ({ requestId, code: '836214' });
const historyOf = () =>
  world.store
    .all('audits')
    .filter(({ subjectId }) => subjectId === requestId)
    .map(({ action, actor, facts }) => [action, actor.role, facts.to]);

describe('a request that nobody answers', () => {
  it('is the secretary’s until its hour', async () => {
    world.world.now = hour - 1;
    expect(await homeOf()).toMatchObject({ state: 'waiting', handler: { role: 'secretary' } });
    expect(await waitingOf()).toHaveLength(1);
    expect(await queueOf()).toMatchObject({ items: [], counts: { code: 0 } });
    expect(await boardOf()).toEqual(['secretary', 1]);
    expect(errorOf(await world.call(TEACHER, 'teacher', 'issueResetCode', code()))).toBe(
      'RESET_ILLEGAL_STEP',
    );
  });

  it('is the teacher’s in its hour, for whoever looks, and no look writes anything', async () => {
    world.world.now = hour + HOUR_MS;
    const before = stored();
    expect(await homeOf()).toMatchObject({
      state: 'escalated',
      handler: { role: 'teacher', name: '王芳' },
      escalatesAt: null,
    });
    expect(await waitingOf()).toEqual([]);
    const memberName = '林小雨';
    for (const kind of [undefined, 'code'] as const)
      expect(await queueOf(kind)).toMatchObject({
        items: [{ kind: 'code', id: requestId, memberName, since: hour }],
        counts: { code: 1 },
      });
    expect(await queueOf('approval')).toMatchObject({ items: [], counts: { code: 1 } });
    expect(await boardOf()).toEqual(['teacher', 0]);
    const memberId = memberNamed(world, '林小雨')._id;
    const { person } = dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId }));
    expect(person.resetRequests).toMatchObject([{ state: 'escalated', escalatedAt: hour }]);
    expect(stored()).toEqual(before);
  });

  it('is counted once while the timer writes it down, and since its hour', async () => {
    world.world.now = hour + HOUR_MS;
    const before = await queueOf();
    expect(await world.tick()).toMatchObject({ escalated: 1 });
    expect(stored()).toMatchObject({ state: 'escalated', escalatedAt: hour, escalatesAt: null });
    expect({ ...(await queueOf()), now: 0 }).toEqual({ ...before, now: 0 });
  });

  it('is answered by the teacher at once, and the clock’s part is kept with it', async () => {
    world.world.now = hour;
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', code()))).toBe(
      'RESET_ILLEGAL_STEP',
    );
    dataOf(await world.call(TEACHER, 'teacher', 'issueResetCode', code()));
    expect(stored()).toMatchObject({
      state: 'issued',
      version: 3,
      handler: { role: 'teacher' },
      escalatedAt: hour,
      escalatesAt: null,
    });
    expect(historyOf()).toEqual([
      ['request', 'graduate', 'waiting'],
      ['escalate', 'system', 'escalated'],
      ['issue', 'teacher', 'issued'],
    ]);
    await world.tick();
    // The teacher has answered already.
    const told = world.store.all('notices').filter(({ kind }) => kind === 'code-escalated');
    expect(told).toEqual([]);
  });

  it('is neither handed on by the secretary nor asked for twice', async () => {
    world.world.now = hour;
    const handed = { requestId, reason: '列表里找不到' };
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', handed))).toBe(
      'RESET_ILLEGAL_STEP',
    );
    const again = await world.call(GRADUATE, 'graduate', 'requestResetCode', { escalate: true });
    expect(errorOf(again)).toBe('RESET_ALREADY_WAITING');
    expect(stored()).toMatchObject({ state: 'waiting', version: 1 });
  });
});

it('takes a code that has run out for wiped', async () => {
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', code()));
  const issued = stored();
  if (!issued?.expiresAt) throw new Error('a code runs out');
  expect(requestAt(issued, issued.expiresAt - 1)).toBe(issued);
  expect(requestAt(issued, issued.expiresAt)).toEqual({ ...issued, state: 'expired', codeSealed: null });
});

it('names the office where a college has no teacher yet', () => {
  expect(teacherHandler(undefined)).toEqual({ role: 'teacher', name: '学院团委老师' });
});
