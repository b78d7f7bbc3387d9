/** A secretary's own branch: who stands where, one person, nudges, what 智慧团建 shows. */
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { Request } from '../../../../miniprogram/contract';
import {
  choose,
  CLASSMATE,
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const memberId = (name: string): string => memberNamed(world, name)._id;
const board = async (openid = SECRETARY) => dataOf(await world.call(openid, 'secretary', 'branchBoard', {}));
const rowOf = async (name: string) => (await board()).members.find((member) => member.name === name);
const nudge = (payload: Request<'secretary', 'nudge'>, openid = SECRETARY) =>
  world.call(openid, 'secretary', 'nudge', payload);
const noticesTo = (name: string) =>
  world.store.all('notices').filter(({ kind, aboutId }) => kind === 'nudged' && aboutId === memberId(name));

/** Adds people who have not signed in to the secretary's branch. */
const enrol = (count: number) => {
  const rows = Array.from({ length: count }, (_, index) =>
    person(`S9${index}`, `同学${'甲乙丙丁'[index % 4]}`),
  );
  return importRoster(world, TEACHER, university.collegeId, rows);
};

describe('the branch board', () => {
  it('shows the own branch alone, with the season the words for the group need', async () => {
    const { branch, members, season } = await board();
    expect(branch.name).toBe('光电2302团支部');
    expect(members.map(({ name }) => name).sort()).toEqual(['周敏', '林小雨', '陈晨'].sort());
    expect(season.rulebookId).toBe('usst-2020');
    expect((await board(OTHER_SECRETARY)).members.map(({ name }) => name)).toEqual(['吴昊']);
  });

  it.each(['branchBoard', 'inviteImage'] as const)(
    '%s tells of it whatever branch is named',
    async (action) => {
      const told = async (branchId?: string) => {
        const reply = await world.call(SECRETARY, 'secretary', action, branchId ? { branchId } : {});
        return JSON.stringify(dataOf(reply));
      };
      const own = await told();
      const branches = world.store.all('branches').map(({ _id }) => _id);
      for (const branchId of [...branches, 'b-none']) expect(await told(branchId)).toBe(own);
      expect(own).not.toContain('吴昊');
    },
  );

  it('puts who never signed in first, then whom WeChat does not reach', async () => {
    await enrol(1);
    await giveCredits(world, GRADUATE, 2);
    const { members, counts } = await board();
    expect(members[0]).toMatchObject({ name: '同学甲', bound: false, nudge: 'not-bound' });
    expect(members.at(-1)).toMatchObject({ name: '林小雨', reachable: true, nudge: 'nudged' });
    expect(counts).toMatchObject({ members: 4, unbound: 1, unreachable: 2, nudgeable: 1 });
  });

  it('says whose turn a reset code is', async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    expect(await rowOf('林小雨')).toMatchObject({ codeFrom: 'secretary', nudge: 'waiting-code' });
    const { waiting } = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
    const [request] = waiting;
    const handed = { requestId: request?.id ?? '', reason: '列表里没有' };
    dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', handed));
    expect(await rowOf('林小雨')).toMatchObject({ codeFrom: 'teacher' });
    expect((await board()).counts.waitingForCode).toBe(0);
  });

  it('offers no nudge to the secretary who looks', async () => {
    await giveCredits(world, SECRETARY, 1);
    expect(await rowOf('周敏')).toMatchObject({ self: true, nudge: 'nothing-to-do' });
  });

  it.each([
    ['a graduate', GRADUATE],
    ['a teacher', TEACHER],
    ['a stranger', 'oNobody'],
  ])('is closed to %s', async (_, openid) => {
    expect(['FORBIDDEN', 'NOT_SIGNED_IN']).toContain(
      errorOf(await world.call(openid, 'secretary', 'branchBoard', {})),
    );
  });

  it('closes at once when the role is taken away', async () => {
    dataOf(await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberId('周敏') }));
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'branchBoard', {}))).toBe('FORBIDDEN');
    expect(errorOf(await nudge({ all: true }))).toBe('FORBIDDEN');
    expect(errorOf(await world.call(SECRETARY, 'secretary', 'rotateInvite', {}))).toBe('FORBIDDEN');
  });
});

describe('one person', () => {
  it('shows the history and what became of each notice, and never a contact', async () => {
    await submitEmployed(world, GRADUATE);
    const reply = dataOf(
      await world.call(SECRETARY, 'secretary', 'person', { memberId: memberId('林小雨') }),
    );
    expect(reply.person.transfer).toMatchObject({ state: 'submitted', hasContact: false });
    expect(reply.person.transfer?.timeline.length).toBeGreaterThan(0);
    expect(reply).toMatchObject({ self: false, nudge: 'nothing-to-do' });
    expect(JSON.stringify(reply)).not.toContain('示例科技');
  });

  it('comes with the invite code only while they have not signed in', async () => {
    const codeFor = async (name: string) =>
      dataOf(await world.call(SECRETARY, 'secretary', 'person', { memberId: memberId(name) })).inviteCode;
    expect(await codeFor('林小雨')).toBeNull();
    dataOf(
      await world.call(TEACHER, 'teacher', 'unbindMember', {
        memberId: memberId('林小雨'),
        reason: '换手机',
      }),
    );
    const branch = world.store.all('branches').find(({ name }) => name === '光电2302团支部');
    expect(await codeFor('林小雨')).toBe(branch?.inviteCode);
  });

  it('of another branch is not there', async () => {
    const asked = { memberId: memberId('林小雨') };
    expect(errorOf(await world.call(OTHER_SECRETARY, 'secretary', 'person', asked))).toBe('NOT_FOUND');
  });
});

describe('a nudge', () => {
  it('reaches somebody on WeChat, is written down, and costs one credit', async () => {
    await giveCredits(world, GRADUATE, 1);
    const { results, nudged } = dataOf(await nudge({ memberIds: [memberId('林小雨')] }));
    expect(results).toMatchObject([{ name: '林小雨', outcome: 'nudged' }]);
    expect(nudged).toBe(1);
    await world.tick();
    expect(world.sent.filter(({ openid }) => openid === GRADUATE)).toHaveLength(1);
    expect(world.store.all('audits').filter(({ action }) => action === 'nudge')).toHaveLength(1);
  });

  it('is sent at most once on a China day, however often it is tapped and by whom', async () => {
    await giveCredits(world, GRADUATE, 3);
    const ids = { memberIds: [memberId('林小雨')] };
    const taps = await Promise.all([nudge(ids), nudge(ids), nudge({ all: true })]);
    const outcomes = taps.flatMap((tap) => dataOf(tap).results).filter(({ name }) => name === '林小雨');
    expect(outcomes.filter(({ outcome }) => outcome === 'nudged')).toHaveLength(1);
    expect(noticesTo('林小雨')).toHaveLength(1);
    world.world.now += DAY_MS;
    expect(dataOf(await nudge(ids)).nudged).toBe(1);
    expect(noticesTo('林小雨')).toHaveLength(2);
  });

  it('goes to the inbox alone when no credit is left, and says so', async () => {
    expect(dataOf(await nudge({ memberIds: [memberId('林小雨')] })).results).toMatchObject([
      { outcome: 'no-credit' },
    ]);
    const { notices } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
    expect(notices.map(({ kind }) => kind)).toContain('nudged');
  });

  it('of all leaves out who waits for the college, who never came, and the secretary', async () => {
    await enrol(1);
    await giveCredits(world, CLASSMATE, 1);
    await giveCredits(world, SECRETARY, 1);
    await submitEmployed(world, GRADUATE);
    const { results, nudged } = dataOf(await nudge({ all: true }));
    expect(nudged).toBe(1);
    expect(Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]))).toEqual({
      林小雨: 'nothing-to-do',
      陈晨: 'nudged',
      同学甲: 'not-bound',
    });
  });

  it.each([
    ['by the month on the roster', { birthMonth: '1990-01' }],
    ['as the college has recorded', { birthMonth: null, overAgeRecordedAt: 1 }],
  ])('is not offered for somebody over age %s, nor sent to them', async (_, more) => {
    await giveCredits(world, GRADUATE, 1);
    world.store.plant('members', { ...memberNamed(world, '林小雨'), ...more });
    expect(await rowOf('林小雨')).toMatchObject({ turn: 'nobody', nudge: 'nothing-to-do' });
    dataOf(await nudge({ all: true }));
    expect(noticesTo('林小雨')).toEqual([]);
  });

  it('waits for the morning when tapped in the quiet hours', async () => {
    await giveCredits(world, GRADUATE, 1);
    // 23:00 in China.
    world.world.now = Date.UTC(2027, 4, 10, 15);
    dataOf(await nudge({ memberIds: [memberId('林小雨')] }));
    await world.tick();
    expect(world.sent).toHaveLength(0);
    world.world.now = Date.UTC(2027, 4, 11, 0, 30);
    await world.tick();
    expect(world.sent).toHaveLength(1);
  });

  it('naming somebody of another branch is refused whole', async () => {
    await giveCredits(world, GRADUATE, 1);
    const ids = { memberIds: [memberId('林小雨'), memberId('吴昊')] };
    expect(errorOf(await nudge(ids))).toBe('NOT_FOUND');
    const { branchId } = memberNamed(world, '吴昊');
    expect(errorOf(await nudge({ ...ids, branchId }))).toBe('NOT_FOUND');
    expect(noticesTo('林小雨')).toHaveLength(0);
  });
});

describe('confirming what 智慧团建 shows', () => {
  const confirm = (name: string, more: object, openid = SECRETARY) =>
    world.call(openid, 'secretary', 'confirmStatus', {
      memberId: memberId(name),
      version: 1,
      outcome: 'accepted',
      ...more,
    });

  it('moves the transfer and marks the timeline as seen there', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    expect(dataOf(await confirm('林小雨', { version })).state).toBe('accepted');
    const [transfer] = world.store.all('transfers');
    expect(transfer?.timeline.at(-1)).toMatchObject({ step: 'report-accepted', seenOnSystem: true });
  });

  it('tells when somebody was faster, and changes nothing', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    expect(errorOf(await confirm('林小雨', { version: version - 1 }))).toBe('TRANSFER_VERSION_STALE');
    expect(world.store.all('transfers')[0]?.state).toBe('submitted');
  });

  it('is refused for the own transfer, for another branch, and where there is nothing to compare', async () => {
    const { version } = await choose(world, SECRETARY);
    expect(errorOf(await confirm('周敏', { version }))).toBe('FORBIDDEN');
    await submitEmployed(world, GRADUATE);
    expect(errorOf(await confirm('林小雨', {}, OTHER_SECRETARY))).toBe('NOT_FOUND');
    expect(errorOf(await confirm('陈晨', {}))).toBe('NOT_FOUND');
  });
});
