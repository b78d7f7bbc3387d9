/** One transfer under rules that ask the secretary first, have a window and let an approval be revoked. */
import '../../support/other-practice';
import { DAY_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  CLASSMATE,
  GRADUATE,
  OTHER_SECRETARY,
  SECRETARY,
  TEACHER,
  choose,
  employedSubmission,
  memberNamed,
  openUniversity,
  submitEmployed,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const SEPTEMBER = Date.parse('2027-09-01T00:00:00+08:00');
const current = async (openid = GRADUATE) => {
  const { transfer } = dataOf(await world.call(openid, 'graduate', 'home', {}));
  if (!transfer) throw new Error('nothing is under way');
  return transfer;
};

type Decision = 'approve' | 'return' | 'undo-approve';
const asSecretary = async (decision: Decision, { of = '林小雨', by = SECRETARY, owner = GRADUATE } = {}) => {
  const { version } = await current(owner);
  const memberId = memberNamed(world, of)._id;
  const reason = decision === 'return' ? { reason: '去向选错了' } : {};
  return world.call(by, 'secretary', 'decide', { memberId, version, decision, ...reason });
};
const asTeacher = async (decision: Decision, owner = GRADUATE) => {
  const { id: transferId, version } = await current(owner);
  return world.call(TEACHER, 'teacher', 'decide', { transferId, version, decision, seenOnSystem: false });
};
const waiting = async () => dataOf(await world.call(TEACHER, 'teacher', 'queue', {})).counts.approval;

it('waits for the secretary first, then for the college, and only then for the receiver', async () => {
  await submitEmployed(world, GRADUATE);
  expect(await current()).toMatchObject({ state: 'submitted', waitsFor: 'secretary' });
  expect(await waiting()).toBe(0);
  expect(errorOf(await asTeacher('approve'))).toBe('FORBIDDEN');
  expect(dataOf(await asSecretary('approve')).state).toBe('submitted');
  expect(await current()).toMatchObject({ waitsFor: 'college', pending: ['college'] });
  expect(await waiting()).toBe(1);
  expect(errorOf(await asSecretary('approve'))).toBe('FORBIDDEN');
  expect(dataOf(await asTeacher('approve')).state).toBe('approved');
  expect(await current()).toMatchObject({ waitsFor: 'receiver', clock: { days: 15, outcome: 'accepted' } });
});

it('is nobody’s to approve for themselves, nor another branch’s: the college approves the secretary’s own', async () => {
  await submitEmployed(world, SECRETARY);
  const own = { of: '周敏', owner: SECRETARY };
  expect(errorOf(await asSecretary('approve', own))).toBe('FORBIDDEN');
  expect(errorOf(await asSecretary('approve', { ...own, by: OTHER_SECRETARY }))).toBe('NOT_FOUND');
  expect(await current(SECRETARY)).toMatchObject({ waitsFor: 'college' });
  expect(dataOf(await asTeacher('approve', SECRETARY)).state).toBe('approved');
});

it('waits as long as it has waited once an approval is taken back', async () => {
  await submitEmployed(world, GRADUATE);
  const waitingSince = () => world.store.all('transfers')[0]?.waitingSince;
  const submittedAt = waitingSince();
  world.world.now += 5 * DAY_MS;
  dataOf(await asSecretary('approve'));
  const approvedAt = waitingSince();
  expect(approvedAt).toBe(world.world.now);
  world.world.now += MINUTE_MS;
  dataOf(await asSecretary('undo-approve'));
  expect(waitingSince()).toBe(submittedAt);
  dataOf(await asSecretary('approve'));
  const approvedAgainAt = waitingSince();
  world.world.now += DAY_MS;
  dataOf(await asTeacher('approve'));
  world.world.now += MINUTE_MS;
  dataOf(await asTeacher('undo-approve'));
  expect(waitingSince()).toBe(approvedAgainAt);
});

it('lets the secretary return it with a reason, and whoever approved take that back for ten minutes', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await asSecretary('approve'));
  dataOf(await asSecretary('undo-approve'));
  expect(await current()).toMatchObject({ state: 'submitted', waitsFor: 'secretary', approvedAt: null });
  dataOf(await asSecretary('approve'));
  world.world.now += 10 * MINUTE_MS + 1;
  expect(errorOf(await asSecretary('undo-approve'))).toBe('UNDO_TOO_LATE');
  dataOf(await asTeacher('approve'));
  expect(dataOf(await asTeacher('undo-approve')).state).toBe('submitted');
  expect(await current()).toMatchObject({ waitsFor: 'college' });
  await submitEmployed(world, CLASSMATE);
  dataOf(await asSecretary('return', { of: '陈晨', owner: CLASSMATE }));
  expect(await current(CLASSMATE)).toMatchObject({ state: 'returned', reason: '去向选错了' });
});

it('plans further study until September, and begins it by itself or earlier', async () => {
  const planned = await choose(world, GRADUATE, 'further-study');
  expect(planned).toMatchObject({ state: 'planned', opensAt: SEPTEMBER, waitsFor: 'nobody' });
  expect(dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).comingReminders).toEqual([]);
  const early = await choose(world, CLASSMATE, 'further-study');
  const begun = await world.call(CLASSMATE, 'graduate', 'begin', { version: early.version });
  expect(dataOf(begun).transfer).toMatchObject({ state: 'draft', opensAt: null });
  world.world.now = SEPTEMBER - 1;
  expect(await world.tick()).toMatchObject({ begun: 0 });
  world.world.now = SEPTEMBER;
  expect(await world.tick()).toMatchObject({ begun: 1 });
  expect(await current()).toMatchObject({ state: 'draft', wayId: 'further-study' });
});

const changes = async (wayId: string, routeId = 'direct') => {
  const { version } = await current();
  return world.call(GRADUATE, 'graduate', 'changeSituation', { wayId, routeId, version });
};

it('closes what is under way as withdrawn when the situation changes, also after the school let go', async () => {
  await submitEmployed(world, GRADUATE);
  const changed = dataOf(await changes('further-study')).transfer;
  expect(changed).toMatchObject({
    state: 'planned',
    deadlineAt: null,
    clock: null,
    past: [{ attempt: 1, wayId: 'employed', endedAs: 'withdrawn' }],
  });
  await submitEmployed(world, CLASSMATE);
  dataOf(await asSecretary('approve', { of: '陈晨', owner: CLASSMATE }));
  dataOf(await asTeacher('approve', CLASSMATE));
  const { version } = await current(CLASSMATE);
  const asked = { wayId: 'army', routeId: 'direct', version };
  expect(dataOf(await world.call(CLASSMATE, 'graduate', 'changeSituation', asked)).transfer).toMatchObject({
    state: 'draft',
    past: [{ endedAs: 'withdrawn' }],
  });
});

it('tells the college of a changed situation, once a day, and not any more when it was handed in again', async () => {
  const told = () =>
    world.store
      .all('notices')
      .filter(({ kind, accountId }) => kind === 'situation-changed' && accountId === TEACHER);
  await submitEmployed(world, GRADUATE);
  dataOf(await asSecretary('approve'));
  dataOf(await asTeacher('approve'));
  dataOf(await changes('army'));
  await world.tick();
  expect(told()).toMatchObject([{ title: '林小雨的情况变了', aboutId: expect.any(String) }]);
  await submitEmployed(world, CLASSMATE);
  const { version } = await current(CLASSMATE);
  const asked = { wayId: 'employed', routeId: 'direct', version };
  dataOf(await world.call(CLASSMATE, 'graduate', 'changeSituation', asked));
  const again = await employedSubmission(world, CLASSMATE, (await current(CLASSMATE)).version);
  dataOf(await world.call(CLASSMATE, 'graduate', 'submit', again));
  await world.tick();
  expect(told().map(({ title }) => title)).toEqual(['林小雨的情况变了']);
});

it('is revoked after approval until the rulebook’s last day, and not after', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await asSecretary('approve'));
  dataOf(await asTeacher('approve'));
  const { version } = await current();
  world.world.now = SEPTEMBER + DAY_MS;
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version }))).toBe(
    'TRANSFER_ILLEGAL_STEP',
  );
  expect(errorOf(await changes('army'))).toBe('TRANSFER_ILLEGAL_STEP');
  world.world.now = SEPTEMBER - 1;
  expect(dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version })).transfer.state).toBe(
    'withdrawn',
  );
});

it('moves by the official list, whatever was said: arrived from a draft, and back when still here', async () => {
  const { id: transferId, version } = await choose(world, GRADUATE, 'employed');
  const said = { transferId, outcome: 'accepted' } as const;
  expect(dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', { ...said, version })).state).toBe(
    'accepted',
  );
  const arrived = await current();
  expect(arrived.timeline.at(-1)).toMatchObject({ step: 'confirm-arrived', seenOnSystem: true });
  const here = { transferId, version: arrived.version, outcome: 'here' } as const;
  expect(dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', here)).state).toBe('approved');
});
