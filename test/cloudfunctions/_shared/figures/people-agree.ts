/** Where people themselves are read, list by list and page by page, beside the stored documents. */
import { nextTemplate } from '../../../../miniprogram/domain/reminding/nudge';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../miniprogram/domain/people/steps';
import { STEP_OF_STATE } from '../../../../miniprogram/domain/people/people-step';
import { toBranchView } from '../../../../miniprogram/packages/secretary/board/branch-panel/view';
import { SECRETARY, TEACHER, type University } from '../../support/people';
import { putFile, sheet } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';
import { ARRIVED, type Member, type Recounted, type Transfer, transferOf } from './recounted';

const stepOf = (expected: Recounted, member: Member): PeopleStep => {
  const transfer = transferOf(expected, member);
  if (transfer) return STEP_OF_STATE[transfer.state];
  if (member.accountId === null) return 'bind';
  return member.loginConfirmedAt === null ? 'login' : 'choose';
};

/** The lists behind the bars hold whom the bars count, and a person's page says of each the same. */
export const expectPeople = async (world: World, expected: Recounted): Promise<void> => {
  const { members } = expected;
  const standing = new Map(members.map((member) => [member._id, stepOf(expected, member)]));
  const ids = (is: (step: PeopleStep) => boolean) =>
    members.flatMap(({ _id }) => (is(standing.get(_id) ?? 'bind') ? [_id] : [])).sort();
  const listed = async (filter: { by: 'step' | 'reached'; step: PeopleStep }) => {
    const first = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter }));
    const found = first.people.map(({ memberId }) => memberId);
    for (let { next } = first; next !== null;) {
      const page = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter, cursor: next }));
      found.push(...page.people.map(({ memberId }) => memberId));
      ({ next } = page);
    }
    expect([filter, found.length]).toEqual([filter, first.total]);
    return found.sort();
  };
  for (const [index, step] of PEOPLE_STEPS.entries()) {
    expect([step, await listed({ by: 'step', step })]).toEqual([step, ids((one) => one === step)]);
    const later = PEOPLE_STEPS.slice(index);
    expect([step, await listed({ by: 'reached', step })]).toEqual([step, ids((one) => later.includes(one))]);
  }
  for (const member of members) {
    const { person } = dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId: member._id }));
    const { step, bound, transfer, resetRequests } = person;
    const stored = transferOf(expected, member);
    const requests = world.store.all('resetRequests').filter(({ memberId }) => memberId === member._id);
    expect([step, bound, transfer?.state, transfer?.version, resetRequests.length]).toEqual([
      ...[standing.get(member._id), member.accountId !== null, stored?.state, stored?.version],
      requests.length,
    ]);
  }
};

/** The three figures of a branch, as its secretary sees them. */
export const expectBranch = async (world: World, expected: Recounted): Promise<void> => {
  const board = dataOf(await world.call(SECRETARY, 'secretary', 'branchBoard', {}));
  const { now } = world.world;
  const view = toBranchView(board, { soonDays: 3, search: { step: 'all', text: '' }, now });
  const own = expected.members.filter(({ branchId }) => branchId === board.branch.id);
  const states = own.map((member) => transferOf(expected, member)?.state ?? 'none');
  const done = states.filter((state) => state !== 'none' && ARRIVED.includes(state)).length;
  const idle = states.filter((state) => state === 'none' || state === 'withdrawn').length;
  expect([view.total, view.done, view.doing, view.idle]).toEqual([
    ...[own.length, done, own.length - done - idle, idle],
  ]);
};

/** 消息发得怎么样: who would hear the next message, and who would not. */
export const expectReach = async (
  world: World,
  { collegeId }: University,
  expected: Recounted,
): Promise<void> => {
  const open = expected.members.filter((member) => {
    const transfer = transferOf(expected, member);
    return !transfer || !ARRIVED.includes(transfer.state);
  });
  const why = (member: Member): 'unbound' | 'no-credit' | 'reached' => {
    const account = world.store.all('accounts').find(({ _id }) => _id === member.accountId);
    if (!account) return 'unbound';
    const template = nextTemplate(transferOf(expected, member)?.state ?? null, false);
    return account.credits[template] > 0 ? 'reached' : 'no-credit';
  };
  const figures = (people: readonly Member[]) => {
    const count = (reason: ReturnType<typeof why>) => people.filter((one) => why(one) === reason).length;
    const out = { unbound: count('unbound'), off: 0, 'no-credit': count('no-credit') };
    return { people: people.length, reached: count('reached'), out };
  };
  const reply = dataOf(await world.call(TEACHER, 'teacher', 'reach', { collegeId }));
  expect(reply).toMatchObject(figures(open));
  for (const { id, ...branch } of reply.branches)
    expect(branch).toMatchObject(figures(open.filter(({ branchId }) => branchId === id)));
  expect(dataOf(await world.call(TEACHER, 'teacher', 'health', {})).unbound).toBe(expected.heads.bind);
};

/** 对账 with a list of all branches in full that misses some: each member is in exactly one of its figures. */
export const expectReconcile = async (
  world: World,
  { collegeId }: University,
  expected: Recounted,
): Promise<void> => {
  const { members } = expected;
  const isListed = (_: Member, index: number): boolean => index % 2 === 0;
  const lines = members.filter(isListed).map(({ name, branchName }) => [name, branchName]);
  const fileId = await putFile(world, TEACHER, await sheet(lines, ['姓名', '所在团支部']));
  const list = { collegeId, kind: 'members', from: { source: 'file', fileId } } as const;
  const { run } = dataOf(await world.call(TEACHER, 'teacher', 'reconcileRead', list));
  const covered = run.branches.map(({ id }) => id);
  const compared = dataOf(
    await world.call(TEACHER, 'teacher', 'reconcileCompare', { runId: run.id, covered }),
  );
  const findings = { arrived: 0, 'left-unsaid': 0, 'still-here': 0, arrivedBefore: 0, underWay: 0 };
  members.forEach((member, index) => {
    const transfer = transferOf(expected, member);
    findings[differenceOf(transfer, isListed(member, index))] += 1;
  });
  const { arrivedBefore, underWay } = compared.run;
  const open = Object.fromEntries(
    Object.entries(compared.run.findings).map(([kind, one]) => [kind, one.open]),
  );
  const none = { refused: 0, lapsed: 0, 'not-started': 0, 'not-handed-in': 0 };
  expect({ ...open, arrivedBefore, underWay }).toEqual({ ...findings, ...none });
};

/** What a person comparing by hand would say: who the college keeps moves within the school and is never missed. */
const differenceOf = (
  transfer: Transfer | undefined,
  isListed: boolean,
): 'arrived' | 'left-unsaid' | 'still-here' | 'arrivedBefore' | 'underWay' => {
  const hasArrived = transfer !== undefined && ARRIVED.includes(transfer.state);
  const isKept = transfer !== undefined && ['army', 'deferred'].includes(transfer.wayId);
  const atRest = hasArrived ? 'arrivedBefore' : 'underWay';
  if (isKept) return atRest;
  if (isListed) return hasArrived ? 'still-here' : 'underWay';
  if (hasArrived) return 'arrivedBefore';
  return transfer && ['approved', 'timedOut'].includes(transfer.state) ? 'arrived' : 'left-unsaid';
};
