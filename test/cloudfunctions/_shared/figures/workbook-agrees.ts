/** The Friday workbook beside the stored documents: its summary, and every list row by row. */
import readXlsxFile from 'read-excel-file/node';
import { mustReportAge } from '../../../../miniprogram/domain/calendar/age';
import { formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import { TEACHER } from '../../support/people';
import { cellText } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';
import { ARRIVED, arrivedAt, type Member, type Recounted, STUCK, type Transfer } from './recounted';

type Row = Readonly<Record<string, string>>;

const sheetsOf = async (world: World): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const { id } = dataOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'workbook' })).export;
  dataOf(await world.call(TEACHER, 'teacher', 'exportProgress', { exportId: id }));
  const sheets = await readXlsxFile(world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`) ?? Buffer.of());
  return new Map(
    sheets.map(({ sheet, data: [headings = [], ...rows] }) => [
      sheet,
      rows.map((row) =>
        Object.fromEntries(headings.map((heading, at) => [String(heading), cellText(row[at])])),
      ),
    ]),
  );
};

const time = (at: number | null | undefined): string => (at ? formatChina(at, 'YYYY-MM-DD HH:mm') : '');
const isHandedIn = (transfer: Transfer | undefined): boolean =>
  transfer !== undefined && !['draft', 'withdrawn'].includes(transfer.state);

/** Whom each list names. */
const HOLDS: Readonly<Record<string, (member: Member, transfer: Transfer | undefined) => boolean>> = {
  全部团员: () => true,
  卡住的人和原因: (_, transfer) => STUCK.some((state) => state === transfer?.state),
  未完成名单: (_, transfer) => !ARRIVED.some((state) => state === transfer?.state),
  流动团员登记表: () => false,
  出国境学习研究团员名单: () => false,
  参军入伍名单: (_, transfer) => transfer?.wayId === 'army' && isHandedIn(transfer),
  延迟毕业名单: (_, transfer) => transfer?.wayId === 'deferred' && isHandedIn(transfer),
  介绍信登记表: (_, transfer) =>
    isHandedIn(transfer) && (transfer?.offline ?? []).some(({ number }) => number !== null),
  超龄名单: (member) => mustReportAge(member, 28),
};

/** Cells that stand in a list, where it has them. */
const cellsOf = (member: Member, transfer: Transfer | undefined): Row => ({
  学号: member.studentNumber,
  姓名: member.name,
  团支部: member.branchName,
  已登录小程序: member.accountId === null ? '否' : '是',
  毕业年月: member.graduationMonth,
  发起时间: time(transfer?.initiatedAt),
  截止时间: time(transfer?.deadlineAt),
  批准时间: time(transfer?.approvals.given.at(-1)?.at),
  转到时间: time(transfer && arrivedAt(transfer)),
  原因: transfer?.reason ?? '',
  介绍信编号: (transfer?.offline ?? []).flatMap(({ number }) => number ?? []).join('、'),
});

const BY_BRANCH = ['members', 'started', 'decided', 'transferred', 'stuck', 'leftOut'] as const;
const HEADINGS = {
  members: '团员',
  started: '已开始',
  decided: '学院办好',
  transferred: '已转到',
  stuck: '要再办一次',
  leftOut: '不计入转接率',
} as const satisfies Record<(typeof BY_BRANCH)[number], string>;

const expectSummary = (rows: readonly Row[] | undefined, expected: Recounted): void => {
  for (const branch of expected.byBranch) {
    const row = rows?.find((one) => one['团支部'] === branch.name);
    // A branch nobody is left in has no line.
    if (branch.members === 0) continue;
    const read = BY_BRANCH.map((figure) => Number(row?.[HEADINGS[figure]]));
    expect([branch.name, ...read]).toEqual([branch.name, ...BY_BRANCH.map((figure) => branch[figure])]);
  }
  const { withCollege, withReceiver, rate, members, transferred, stuck, toEmployers } = expected;
  const total = rows?.find((one) => one['学院'] === '合计');
  const headings = ['没提交', '等审批或登记', '等对方接收', '计入的人数', '转接率 %', '单位团组织转接率 %'];
  expect(headings.map((heading) => Number(total?.[heading]))).toEqual([
    members.length - transferred - stuck - withCollege - withReceiver,
    withCollege,
    withReceiver,
    rate.members,
    rate.percent,
    toEmployers.members > 0 ? Math.round((toEmployers.transferred * 1000) / toEmployers.members) / 10 : 0,
  ]);
};

export const expectWorkbook = async (world: World, expected: Recounted): Promise<void> => {
  const sheets = await sheetsOf(world);
  expectSummary(sheets.get('各支部汇总'), expected);
  const lists = [...sheets.keys()].filter((name) => name !== '各支部汇总' && name !== '每个数怎么算');
  expect(lists.sort()).toEqual(Object.keys(HOLDS).sort());
  for (const [name, holds] of Object.entries(HOLDS)) {
    const found = sheets.get(name) ?? [];
    const people = expected.members.flatMap((member) => {
      const transfer = expected.transfers.find(({ memberId }) => memberId === member._id);
      return holds(member, transfer) ? [cellsOf(member, transfer)] : [];
    });
    const byNumber = (a: Row, b: Row): number => ((a['学号'] ?? '') < (b['学号'] ?? '') ? -1 : 1);
    const own = (row: Row) =>
      Object.fromEntries(Object.entries(row).filter(([heading]) => heading in (people[0] ?? {})));
    const inColumns = (row: Row) =>
      Object.fromEntries(Object.entries(row).filter(([heading]) => heading in (found[0] ?? {})));
    expect([name, ...found.map(own).sort(byNumber)]).toEqual([
      name,
      ...people.map(found[0] ? inColumns : (row) => row).sort(byNumber),
    ]);
  }
};
