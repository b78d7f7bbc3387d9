import fc from 'fast-check';
import { deadlineDayOf } from '../../../../cloudfunctions/_shared/store/records/transfer-place';
import { timelineOf } from '../../../../cloudfunctions/_shared/store/records/timeline';
import type { RecordOf } from '../../../../cloudfunctions/_shared/store/records';
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { rulebookOf } from '../../../../miniprogram/rulebooks';
import { ARRIVED_STATES, STUCK_STATES } from '../../../../miniprogram/domain/people/people-step';
import { rateOf } from '../../../../miniprogram/domain/people/rate';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_SECRETARY,
  REGION,
  TEACHER,
  type University,
  uploadPicture,
  STAMP,
  UNSTAMP,
} from '../../support/people';
import { openSheet } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';

type Transfer = RecordOf<'transfers'>;

const PEOPLE = {
  [GRADUATE]: { studentNumber: 'S002', name: '林小雨' },
  [CLASSMATE]: { studentNumber: 'S003', name: '陈晨' },
  [OTHER_SECRETARY]: { studentNumber: 'S004', name: '吴昊' },
} as const;
type Who = keyof typeof PEOPLE;

interface Scene {
  readonly world: World;
  readonly university: University;
  readonly who: Who;
  readonly memberId: string;
  readonly transfer: Transfer | undefined;
}

const decide =
  (decision: 'approve' | 'return' | 'record' | 'reopen' | 'close') =>
  ({ world, transfer }: Scene): Promise<unknown> =>
    world.call(TEACHER, 'teacher', 'decide', {
      transferId: transfer?._id ?? 't-none',
      version: transfer?.version ?? 0,
      decision,
      seenOnSystem: false,
      ...(decision === 'return' || decision === 'reopen' || decision === 'close' ? { reason: '再看看' } : {}),
    });
const report =
  (outcome: 'accepted' | 'refused' | 'returned') =>
  ({ world, who, transfer }: Scene): Promise<unknown> =>
    world.call(who, 'graduate', 'report', { version: transfer?.version ?? 0, outcome, reason: '选错了' });
const card =
  (stamp: typeof STAMP | typeof UNSTAMP) =>
  ({ world, transfer }: Scene): Promise<unknown> =>
    world.call(TEACHER, 'teacher', 'tickOffline', {
      transferId: transfer?._id ?? 't-none',
      version: transfer?.version ?? 0,
      ...stamp,
    });
const choose =
  (wayId: 'employed' | 'army' | 'further-study') =>
  ({ world, who, transfer }: Scene): Promise<unknown> =>
    world.call(who, 'graduate', 'chooseWay', {
      wayId,
      routeId: 'direct',
      version: transfer?.version ?? null,
    });

const submit = async ({ world, who, transfer }: Scene): Promise<unknown> => {
  const version = transfer?.version ?? 0;
  if (transfer?.wayId === 'army')
    return world.call(who, 'graduate', 'submit', { version, fields: {}, screenshots: [] });
  const organisation = '共青团上海示例科技有限公司支部委员会';
  const fields = { region: REGION, organisation, initiatedAt: world.world.now - 3_600_000 };
  // Who is signed out is given no folder.
  const screenshots = await uploadPicture(world, who).then(
    (fileId) => [fileId],
    () => [],
  );
  return world.call(who, 'graduate', 'submit', { version, fields, screenshots });
};

const signIn = ({ world, university, who }: Scene): Promise<unknown> => {
  const { studentNumber, name } = PEOPLE[who];
  const branch = world.store.all('members').find((member) => member.name === name)?.branchName ?? '';
  const inviteCode = university.codes[branch] ?? '';
  return world.call(who, 'account', 'signIn', { studentNumber, name, inviteCode });
};

const move = ({ world, memberId }: Scene): Promise<unknown> => {
  const member = world.store.all('members').find(({ _id }) => _id === memberId);
  const other = world.store.all('branches').find(({ _id }) => _id !== member?.branchId);
  return world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId: other?._id ?? '' });
};

/** Everything that may move a figure; most are refused most of the time, as in life. */
const DEEDS: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'choose employed': choose('employed'),
  'choose army': choose('army'),
  'choose study': choose('further-study'),
  submit,
  'submit again': submit,
  withdraw: ({ world, who, transfer }) =>
    world.call(who, 'graduate', 'withdraw', { version: transfer?.version ?? 0 }),
  approve: decide('approve'),
  return: decide('return'),
  record: decide('record'),
  reopen: decide('reopen'),
  close: decide('close'),
  accepted: report('accepted'),
  refused: report('refused'),
  returned: report('returned'),
  stamp: card(STAMP),
  unstamp: card(UNSTAMP),
  'a week passes': async ({ world }) => {
    world.world.now += 8 * DAY_MS;
    await world.tick();
  },
  move,
  unbind: ({ world, memberId }) =>
    world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换了微信号' }),
  'delete data': ({ world, who }) => world.call(who, 'graduate', 'deleteMyData', {}),
  'sign in': signIn,
  'can log in': ({ world, who }) => world.call(who, 'graduate', 'confirmLogin', {}),
};

const step = fc.record({
  who: fc.constantFrom(...(Object.keys(PEOPLE) as Who[])),
  deed: fc.constantFrom(...Object.keys(DEEDS)),
});
/** Those who get somewhere first, so that the rest has something to move. */
const start = fc.constantFrom<string[][]>(
  [],
  [['choose employed', 'submit']],
  [['choose employed', 'submit', 'approve', 'accepted']],
  [['choose army', 'submit', 'record']],
);

const play = async (world: World, university: University, who: Who, deed: string): Promise<void> => {
  const { name } = PEOPLE[who];
  const memberId = world.store.all('members').find((member) => member.name === name)?._id ?? '';
  const transfer = world.store.all('transfers').find((one) => one.memberId === memberId);
  await DEEDS[deed]?.({ world, university, who, memberId, transfer });
};

/** As a person would tell it from the history: approved by the college in this attempt and not taken back, or recorded. */
const wasDecided = (transfer: Transfer): boolean => {
  const { state, attempt } = transfer;
  const isOpen = ['planned', 'draft', 'submitted', 'returned', 'withdrawn', 'registered'].includes(state);
  return (
    !isOpen &&
    timelineOf(transfer).some(
      (entry) => entry.attempt === attempt && (entry.step === 'approve' || entry.step === 'record'),
    )
  );
};

const STUCK_HEADINGS = ['学院退回', '对方退回', '已到期', '系统退回'];

/** The summary of the workbook by branch, as whoever opens the file reads it. */
const summaryOf = async (world: World) => {
  const { id } = dataOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'workbook' })).export;
  dataOf(await world.call(TEACHER, 'teacher', 'exportProgress', { exportId: id }));
  const bytes = world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`) ?? Buffer.of();
  const [headings = [], ...rows] = await openSheet(bytes);
  return rows.map((row) => {
    const cells = Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? '']));
    const number = (heading: string): number => Number(cells[heading]);
    return {
      name: cells['团支部'] ?? '',
      members: number('团员'),
      started: number('已开始'),
      decided: number('学院办好'),
      transferred: number('已转到'),
      stuck: STUCK_HEADINGS.reduce((sum, heading) => sum + number(heading), 0),
    };
  });
};

/** Who has begun nothing, by how far they are, by their lines on the roster; and who took back what they had begun. */
const headsOf = (world: World) => {
  const idle = world.store.all('members').filter(({ startedIn }) => startedIn === null);
  const bound = idle.filter(({ accountId }) => accountId !== null);
  const login = bound.filter(({ loginConfirmedAt }) => loginConfirmedAt === null).length;
  const withdrawn = world.store.all('transfers').filter(({ state }) => state === 'withdrawn').length;
  return { bind: idle.length - bound.length, login, choose: bound.length - login + withdrawn };
};

/** The figures counted the slow way, from the transfers themselves. */
const slowly = (world: World) => {
  const transfers = world.store.all('transfers');
  const count = (is: (transfer: Transfer) => boolean) => transfers.filter(is).length;
  return {
    byState: TRANSFER_STATES.map((state) => ({ state, count: count((one) => one.state === state) })),
    byWay: (rulebookOf('usst-2020')?.ways ?? []).map(({ id: wayId }) => ({
      wayId,
      started: count((one) => one.wayId === wayId),
      transferred: count((one) => one.wayId === wayId && ARRIVED_STATES.includes(one.state)),
    })),
    byBranch: world.store.all('branches').map(({ _id: id }) => ({
      id,
      members: world.store.all('members').filter(({ branchId }) => branchId === id).length,
      started: count(({ branchId }) => branchId === id),
      transferred: count((one) => one.branchId === id && ARRIVED_STATES.includes(one.state)),
      stuck: count((one) => one.branchId === id && STUCK_STATES.includes(one.state)),
      decided: count((one) => one.branchId === id && wasDecided(one)),
    })),
    decided: count(wasDecided),
    onDesk: {
      approval: count(({ state, waitsFor }) => state === 'submitted' && waitsFor === 'college'),
      registration: count(({ state }) => state === 'registered'),
      refusal: count(({ state }) => state === 'refused'),
      timeout: count(({ state }) => state === 'timedOut'),
      paper: count(({ state, waitsFor }) => state === 'accepted' && waitsFor === 'college'),
    },
    heads: headsOf(world),
    inCollege: {
      underWay: count(({ state }) => ['submitted', 'approved', 'registered'].includes(state)),
      waiting: count(({ state }) => ['submitted', 'registered'].includes(state)),
    },
    ends: transfers.map(deadlineDayOf).filter((day): day is number => day !== null),
  };
};

const boardOf = async (world: World) => dataOf(await world.call(TEACHER, 'teacher', 'board', {}));

type Views = {
  readonly board: Awaited<ReturnType<typeof boardOf>>;
  readonly expected: ReturnType<typeof slowly>;
  /** The college's row in the committee's list. */
  readonly own: object | undefined;
};

/** The same figures wherever else somebody reads them: the committee's board, list and queue, health and roster. */
const expectSameElsewhere = async (
  world: World,
  { collegeId }: University,
  { board, expected, own }: Views,
): Promise<void> => {
  const sum = (of: 'started' | 'transferred' | 'stuck') =>
    expected.byBranch.reduce((all, branch) => all + branch[of], 0);
  const three = { started: sum('started'), transferred: sum('transferred'), stuck: sum('stuck') };
  const all = dataOf(await world.call(ADMIN, 'teacher', 'board', {}));
  const row = { members: board.members, decided: expected.decided, ...three };
  expect(all.byCollege.find(({ id }) => id === collegeId)).toMatchObject(row);
  expect(own).toMatchObject({ started: three.started, ...expected.inCollege });
  expect(dataOf(await world.call(TEACHER, 'teacher', 'health', {})).unbound).toBe(expected.heads.bind);
  expect(dataOf(await world.call(TEACHER, 'teacher', 'roster', {})).members).toBe(board.members);
  const { counts } = dataOf(await world.call(ADMIN, 'teacher', 'queue', { kind: 'code' }));
  expect(counts).toMatchObject(expected.onDesk);
};

it('keeps every figure right, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(step, { maxLength: 30 }), async (begun, steps) => {
      const { world, university } = await openUniversity();
      // Counted by index once; from here on by the steps alone.
      await boardOf(world);
      for (const deed of begun.flat()) await play(world, university, GRADUATE, deed);
      for (const { who, deed } of steps) await play(world, university, who, deed);
      const board = await boardOf(world);
      const expected = slowly(world);
      expect(board.decided).toBe(expected.decided);
      const summary = await summaryOf(world);
      expect(board.byState).toEqual(expected.byState);
      expect(board.byWay).toEqual(expected.byWay);
      for (const branch of expected.byBranch)
        expect(board.byBranch).toContainEqual(expect.objectContaining(branch));
      for (const { id, ...branch } of expected.byBranch) {
        const name = board.byBranch.find((one) => one.id === id)?.name;
        // A branch nobody is left in has no line.
        if (branch.members > 0) expect(summary).toContainEqual({ ...branch, name });
      }
      for (const { day, count } of board.deadlines)
        expect([day, count]).toEqual([day, expected.ends.filter((end) => end === day).length]);
      for (const [step, count] of Object.entries(expected.heads))
        expect([step, board.funnel.find((one) => one.step === step)?.here]).toEqual([step, count]);
      expect(board.funnel.reduce((sum, { here }) => sum + here, 0)).toBe(board.members);
      // Asked for codes alone, the queue counts what it does not show by the counters.
      const { counts } = dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' }));
      expect(counts).toMatchObject(expected.onDesk);
      const arrived = expected.byWay.reduce((sum, { transferred }) => sum + transferred, 0);
      expect(board.rate.transferred).toBe(arrived);
      expect(board.trend.reduce((sum, { transferred }) => sum + transferred, 0)).toBe(arrived);
      // The committee's list and the lists behind the bars count the same.
      const { colleges } = dataOf(await world.call(ADMIN, 'teacher', 'colleges', {}));
      const own = colleges.find(({ id }) => id === university.collegeId);
      expect(own).toMatchObject({
        members: board.members,
        stuck: board.byBranch.reduce((sum, { stuck }) => sum + stuck, 0),
      });
      await expectSameElsewhere(world, university, { board, expected, own });
      const { members = 0, arrived: there = 0, leftOut = 0 } = own ?? {};
      const { percent, transferred } = rateOf({ members, transferred: there, leftOut });
      expect([percent, transferred]).toEqual([board.rate.percent, board.rate.transferred]);
      const [fullest] = [...board.funnel].sort((one, other) => other.here - one.here);
      const filter = { by: 'step', step: fullest?.step ?? 'bind' } as const;
      const { people, total } = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter }));
      expect([people.length, total]).toEqual([fullest?.here, fullest?.here]);
      const recount = dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {}));
      expect(recount).toEqual({ transfers: world.store.all('transfers').length, repaired: 0 });
    }),
    { numRuns: 50 },
  );
}, 60_000);

it('stays right when fifty steps meet', async () => {
  const { world, university } = await openUniversity();
  for (const who of Object.keys(PEOPLE) as Who[])
    for (const deed of ['choose employed', 'submit']) await play(world, university, who, deed);
  const rivals = Array.from({ length: 48 }, (_, index) => {
    const who = (Object.keys(PEOPLE) as Who[])[index % 3] ?? GRADUATE;
    return play(
      world,
      university,
      who,
      ['approve', 'return', 'accepted', 'withdraw'][index % 4] ?? 'approve',
    );
  });
  await Promise.all(rivals);
  expect((await boardOf(world)).byState).toEqual(slowly(world).byState);
  expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
});

it('mends counters that somebody broke by hand, and says so in the audit', async () => {
  const { world, university } = await openUniversity();
  for (const deed of ['choose employed', 'submit']) await play(world, university, GRADUATE, deed);
  const [tally] = world.store.all('tallies');
  if (!tally) throw new Error('a submission is counted');
  await world.store.transact(async (tx) => {
    tx.put('tallies', {
      ...tally,
      cells: [{ branchId: 'b-gone', state: 'accepted', wayId: 'employed', count: 7 }],
    });
    return { ok: true, data: undefined };
  });
  expect((await boardOf(world)).byState).not.toEqual(slowly(world).byState);
  const recount = dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {}));
  expect(recount).toEqual({ transfers: 1, repaired: 1 });
  expect((await boardOf(world)).byState).toEqual(slowly(world).byState);
  const audit = world.store.all('audits').find(({ action }) => action === 'recount-board');
  expect(audit?.facts).toEqual({ transfers: 1, repaired: 1 });
});
