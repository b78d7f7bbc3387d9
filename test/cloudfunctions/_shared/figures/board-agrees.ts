/** Where figures alone are read, beside the same recounted: boards, paragraph, list of colleges, queue. */
import type { Response } from '../../../../miniprogram/contract';
import { weekParagraph } from '../../../../miniprogram/packages/teacher/friday/paragraph';
import { ADMIN, TEACHER, type University } from '../../support/people';
import { dataOf, type World } from '../../support/world';
import type { Recounted } from './recounted';

type Board = Response<'teacher', 'board'>;

export const boardOf = async (world: World): Promise<Board> =>
  dataOf(await world.call(TEACHER, 'teacher', 'board', {}));

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
