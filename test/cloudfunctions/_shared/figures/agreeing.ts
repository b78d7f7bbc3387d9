/** Every place where somebody reads a figure, beside the same figure recounted. */
import type { Response } from '../../../../miniprogram/contract';
import { nextTemplate } from '../../../../miniprogram/domain/reminding/nudge';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../miniprogram/domain/people/steps';
import { STEP_OF_STATE } from '../../../../miniprogram/domain/people/people-step';
import { weekParagraph } from '../../../../miniprogram/packages/teacher/friday/paragraph';
import { ADMIN, TEACHER, type University } from '../../support/people';
import { putFile, sheet } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';
import { ARRIVED, type Member, type Recounted, type Transfer } from './recounted';

type Board = Response<'teacher', 'board'>;

export const boardOf = async (world: World): Promise<Board> =>
  dataOf(await world.call(TEACHER, 'teacher', 'board', {}));

const transferOf = ({ transfers }: Recounted, { _id }: Member): Transfer | undefined =>
  transfers.find(({ memberId }) => memberId === _id);

const stepOf = (expected: Recounted, member: Member): PeopleStep => {
  const transfer = transferOf(expected, member);
  if (transfer) return STEP_OF_STATE[transfer.state];
  if (member.accountId === null) return 'bind';
  return member.loginConfirmedAt === null ? 'login' : 'choose';
};

export const expectBoard = (board: Board, expected: Recounted): void => {
  const { members, decided, byState, byWay, rate, leftOut, heads } = expected;
  expect(board).toMatchObject({ members: members.length, decided, byState, byWay });
  expect(board.rate).toMatchObject({ ...rate, leftOut });
  expect(board.measures).toMatchObject([{ label: '单位团组织转接率', ...expected.toEmployers }]);
  for (const branch of expected.byBranch)
    expect(board.byBranch).toContainEqual(expect.objectContaining(branch));
  for (const { day, count } of board.deadlines)
    expect([day, count]).toEqual([day, expected.ends.filter((end) => end === day).length]);
  for (const [step, count] of Object.entries(heads))
    expect([step, board.funnel.find((one) => one.step === step)?.here]).toEqual([step, count]);
  expect(board.funnel.reduce((sum, { here }) => sum + here, 0)).toBe(board.members);
  expect(board.trend.reduce((sum, { transferred }) => sum + transferred, 0)).toBe(expected.transferred);
};

/** 发到工作群的一段, read back as whoever gets it reads it. */
export const expectParagraph = (board: Board, expected: Recounted): void => {
  const text = weekParagraph(board);
  const said = (before: string): number => Number(new RegExp(`${before} ?([\\d.]+)`).exec(text)?.[1] ?? 0);
  const { members, rate, leftOut, transferred, arrivedLately } = expected;
  const { withCollege, withReceiver, stuck } = expected;
  const open = members.length - transferred;
  expect({
    text,
    members: said('毕业生团员'),
    leftOut: said('另有'),
    transferred: said('已转到'),
    percent: said('转接率'),
    week: said('最近 7 天转到'),
    open: said('还没转到的'),
    withReceiver: said('等对方接收'),
    withCollege: said('等审批或登记'),
    stuck: said('要再办一次'),
    notSubmitted: said('没提交'),
    toEmployers: said('单位团组织转接率 [\\d.]+%（\\d+ 人里'),
  }).toEqual({
    text,
    ...rate,
    leftOut,
    week: arrivedLately,
    open,
    withReceiver,
    withCollege,
    stuck,
    notSubmitted: open - withReceiver - withCollege - stuck,
    toEmployers: expected.toEmployers.transferred,
  });
};

/** The committee's board over all colleges, its list of them, and its queue. */
export const expectUniversity = async (
  world: World,
  { collegeId }: University,
  expected: Recounted,
): Promise<void> => {
  const { started, transferred, stuck, decided, leftOut, underWay, onDesk } = expected;
  const members = expected.members.length;
  const all = dataOf(await world.call(ADMIN, 'teacher', 'board', {}));
  const row = { members, started, transferred, stuck, decided, leftOut };
  expect(all.byCollege.find(({ id }) => id === collegeId)).toMatchObject(row);
  expect(all).toMatchObject({ members, decided, byState: expected.byState });
  expect(all.rate).toMatchObject({ ...expected.rate, leftOut });
  expect(all.measures).toMatchObject([expected.toEmployers]);
  expect(all.byWay.reduce((sum, way) => sum + way.started, 0)).toBe(started);
  const { colleges } = dataOf(await world.call(ADMIN, 'teacher', 'colleges', {}));
  const waiting = onDesk.approval + onDesk.registration;
  expect(colleges.find(({ id }) => id === collegeId)).toMatchObject({
    ...{ members, started, arrived: transferred, stuck, leftOut, underWay, waiting },
  });
};

/** What waits: asked for codes alone, the queue counts what it does not show by the counters. */
export const expectQueue = async (world: World, { onDesk }: Recounted): Promise<void> => {
  for (const openid of [TEACHER, ADMIN])
    for (const kind of [undefined, 'code', 'paper'] as const) {
      const asked = kind === undefined ? {} : { kind };
      const { counts, items } = dataOf(await world.call(openid, 'teacher', 'queue', asked));
      expect(counts).toMatchObject(onDesk);
      const total = kind === undefined ? Object.values(onDesk).reduce((a, b) => a + b) : onDesk[kind];
      expect(items).toHaveLength(total);
    }
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
  const none = { refused: 0, lapsed: 0, 'not-started': 0 };
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
