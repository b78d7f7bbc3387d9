/** Lists as they come out of 智慧团建, or are typed by hand: whom they mean, and what they say of them. */
import { readList } from '../../../../cloudfunctions/teacher/reconcile/read-list';
import { readPaste } from '../../../../cloudfunctions/teacher/reconcile/read-paste';
import { branchFinder } from '../../../../miniprogram/domain/people/reconcile/branch-names';
import type { ListKind } from '../../../../miniprogram/domain/people/reconcile/listed';
import { matchList } from '../../../../miniprogram/domain/people/reconcile/match';
import { nameKey, numberKey } from '../../../../miniprogram/domain/text/keys';

const BRANCHES = ['机制2201团支部', '机制2202团支部', '车辆工程2201团支部'].map((name) => ({
  id: name,
  name,
}));
const ROSTER = [
  ['s1', '尹若水', '机制2201团支部', '6610220101'],
  ['s2', '池北', '机制2201团支部', '6610220102'],
  ['s3', '迪丽努尔·阿不都', '机制2201团支部', '6610220103'],
  ['w1', '王晨', '机制2201团支部', '6610220104'],
  ['w2', '王晨', '机制2202团支部', '6610220201'],
  ['t1', '李一帆', '车辆工程2201团支部', '6610220301'],
  ['t2', '李一帆', '车辆工程2201团支部', '6610220302'],
] as const;
const PEOPLE = ROSTER.map(([memberId, name, branchId, studentNumber]) => ({
  memberId,
  name,
  branchId,
  studentNumber,
}));

const find = branchFinder(BRANCHES);
const KNOWN = {
  names: new Set(PEOPLE.map(({ name }) => nameKey(name))),
  numbers: new Set(PEOPLE.map(({ studentNumber }) => numberKey(studentNumber))),
  isBranch: (text: string) => find(text) !== undefined,
};

const told = (reading: ReturnType<typeof readList>) => {
  if (!reading.ok) return reading.error.code;
  const { matched, sameNames, unknown } = matchList(reading.data.people, {
    people: PEOPLE,
    branches: BRANCHES,
  });
  const outcome = (what: string | null) => (what === null ? '' : ` ${what}`);
  return {
    found: matched.map(({ memberId, listed }) => `${memberId}${outcome(listed.outcome)}`).sort(),
    asked: sameNames.map(({ lines, memberIds }) => `${lines.length} of ${memberIds.join()}`),
    unknown: unknown.map(({ name }) => name),
    unclear: reading.data.unclear,
  };
};
const pasted = (kind: ListKind, text: string) => told(readPaste(text, kind, KNOWN));
const file = (kind: ListKind, text: string, sheet = '') =>
  told(
    readList(
      {
        sheets: [
          {
            name: sheet,
            hiddenRows: [],
            rows: text.split('\n').map((line, index) => ({ row: index + 1, cells: line.split('\t') })),
          },
        ],
        hiddenSheets: [],
      },
      kind,
    ),
  );

const named = (kind: ListKind, text: string) => file(kind, text, '机制2202团支部');

type Case = readonly [
  what: string,
  from: typeof pasted,
  kind: ListKind,
  text: string,
  expected: object | string,
];
const CASES: readonly Case[] = [
  [
    'a page of members with its paging',
    pasted,
    'members',
    '序号\t姓名\t性别\t民族\t所在组织\t操作\n1\t尹若水\t女\t汉族\t机制2201团支部\t查看 编辑\n2\t池北\t男\t汉族\t机制2201团支部\t查看 编辑\n共 2 条\n上一页\n1\n下一页\n前往\n页',
    { found: ['s1', 's2'], unknown: [] },
  ],
  [
    'columns in another order',
    file,
    'members',
    '所在团支部\t团员姓名\t序号\n机制2201团支部\t池北\t1',
    { found: ['s2'] },
  ],
  [
    'the whole name of a branch',
    file,
    'members',
    '姓名\t组织全称\n池北\t共青团上海某某大学机械学院机制2201支部委员会',
    { found: ['s2'] },
  ],
  [
    'the whole name under 所属团组织',
    file,
    'members',
    '姓名\t所属团组织\n王晨\t上海市某某大学机械工程学院机制2202团支部',
    { found: ['w2'] },
  ],
  ['the branch under 组织名称', file, 'members', '姓名\t组织名称\n王晨\t机制2202团支部', { found: ['w2'] }],
  [
    'the branch under 团支部名称',
    file,
    'members',
    '姓名\t团支部名称\n王晨\t机制2202团支部',
    { found: ['w2'] },
  ],
  [
    'the branch under 转出组织',
    file,
    'outgoing',
    '申请人\t转出组织\t转入组织\t当前状态\n王晨\t机制2202团支部\t昆山市花桥镇流动团员团支部\t待接收',
    { found: ['w2 waiting'] },
  ],
  [
    'the branch under 原组织名称',
    file,
    'outgoing',
    '姓名\t原组织名称\t目标组织名称\t办理状态\n王晨\t机制2202团支部\t昆山市花桥镇流动团员团支部\t已完成',
    { found: ['w2 arrived'] },
  ],
  [
    'the branch under 转出团组织',
    file,
    'outgoing',
    '姓名\t转出团组织\t转入团组织\t状态\n王晨\t机制2202团支部\t花桥镇团委\t转接完成',
    { found: ['w2 arrived'] },
  ],
  ['same names without a branch', pasted, 'members', '李一帆', { found: [], asked: ['1 of t1,t2'] }],
  ['all of one name', pasted, 'members', '李一帆\n李一帆\n王晨\n王晨', { found: ['t1', 't2', 'w1', 'w2'] }],
  [
    'same names told apart by the ends of numbers is nobody’s guess',
    file,
    'members',
    '姓名\t学号\n李一帆\t6610220302',
    { found: ['t2'] },
  ],
  [
    'dots as the system writes them',
    pasted,
    'members',
    '迪丽努尔.阿不都\n迪丽努尔 • 阿不都',
    { found: ['s3'] },
  ],
  [
    'words for arriving',
    file,
    'outgoing',
    '姓名\t审核状态\n尹若水\t接收成功\n池北\t转接成功',
    { found: ['s1 arrived', 's2 arrived'] },
  ],
  [
    'words for waiting',
    file,
    'outgoing',
    '姓名\t审批状态\n尹若水\t待转入组织审批\n池北\t转入组织审批中\n王晨\t待接收组织审核',
    { found: ['s1 waiting', 's2 waiting'], asked: ['1 of w1,w2'] },
  ],
  [
    'words for refusing',
    file,
    'outgoing',
    '姓名\t审批状态\n尹若水\t转入方拒绝\n池北\t审批不通过',
    { found: ['s1 refused', 's2 refused'] },
  ],
  [
    'words for lapsing',
    file,
    'outgoing',
    '姓名\t审批状态\n尹若水\t超时自动退回\n池北\t超期未审批',
    { found: ['s1 lapsed', 's2 lapsed'] },
  ],
  [
    'the school’s own approval is no arrival',
    file,
    'outgoing',
    '姓名\t审批状态\n尹若水\t学院审批通过\n池北\t团支部已审批',
    { found: ['s1', 's2'] },
  ],
  ['withdrawn', file, 'outgoing', '姓名\t状态\n尹若水\t已撤销\n池北\t申请人撤回', { found: ['s1', 's2'] }],
  [
    'transferred twice, refused first',
    file,
    'outgoing',
    '姓名\t所在团支部\t状态\n尹若水\t机制2201团支部\t已拒绝\n尹若水\t机制2201团支部\t已接收',
    { found: ['s1 arrived'] },
  ],
  [
    'transferred twice, the later one first',
    file,
    'outgoing',
    '姓名\t所在团支部\t状态\n尹若水\t机制2201团支部\t待接收\n尹若水\t机制2201团支部\t超时退回',
    { found: ['s1 waiting'] },
  ],
  [
    'transferred twice, refused and lapsed: nobody knows which came last',
    file,
    'outgoing',
    '姓名\t所在团支部\t状态\n尹若水\t机制2201团支部\t已拒绝\n尹若水\t机制2201团支部\t超时退回',
    { found: ['s1'] },
  ],
  [
    'transferred twice, by number',
    file,
    'outgoing',
    '姓名\t学号\t状态\n尹若水\t6610220101\t已拒绝\n尹若水\t6610220101\t已接收',
    { found: ['s1 arrived'], unknown: [] },
  ],
  [
    'several branches with their titles',
    file,
    'members',
    '机制2201团支部团员名单\n姓名\t性别\n尹若水\t女\n池北\t男\n机制2202团支部团员名单\n姓名\t性别\n王晨\t男',
    { found: ['s1', 's2', 'w2'] },
  ],
  [
    'no headings',
    pasted,
    'members',
    '1 尹若水 女 1999-01 机制2201团支部\n2 池北 男 1999-02 机制2201团支部',
    { found: ['s1', 's2'] },
  ],
  [
    'no headings, with states',
    pasted,
    'outgoing',
    '尹若水\t机制2201团支部\t花桥镇流动团员团支部\t已接收\t2027-06-20\n池北\t机制2201团支部\t张江镇团委\t待接收\t2027-06-21',
    { found: ['s1 arrived', 's2 waiting'] },
  ],
  ['a chat', pasted, 'members', '@池北 @尹若水 这两位还没转', { found: ['s1', 's2'] }],
  ['with remarks behind names', pasted, 'members', '尹若水（已联系）\n池北(出国)', { found: ['s1', 's2'] }],
  [
    'numbered with dots',
    pasted,
    'members',
    '1、尹若水\n2、池北\n3．王晨',
    { found: ['s1', 's2'], asked: ['1 of w1,w2'] },
  ],
  ['in brackets: circled numbers', pasted, 'members', '①尹若水 ②池北', { found: ['s1', 's2'] }],
  [
    'masked names',
    file,
    'members',
    '姓名\t所在团支部\n尹*水\t机制2201团支部\n池*\t机制2201团支部',
    { found: [], unknown: ['尹*水', '池*'] },
  ],
  ['no states at all', file, 'outgoing', '姓名\t所在团支部\n尹若水\t机制2201团支部', 'LIST_NO_STATES'],
  ['something else', pasted, 'members', '今天天气不错', 'LIST_NO_NAMES'],
  ['a name with the number behind it', pasted, 'members', '李一帆6610220302', { found: ['t2'] }],
  [
    'a title, the day of the list and a page’s number',
    file,
    'members',
    '机制2202团支部团员名单\n导出时间：2027-06-20\n姓名\t性别\n王晨\t男\n2',
    { found: ['w2'] },
  ],
  ['sheets named by their branch', named, 'members', '姓名\t性别\n王晨\t男', { found: ['w2'] }],
  [
    'two of one name, one arrived and one refused',
    file,
    'outgoing',
    '姓名\t所在团支部\t状态\n李一帆\t车辆工程2201团支部\t已接收\n李一帆\t车辆工程2201团支部\t已拒绝',
    { found: [], asked: ['2 of t1,t2'] },
  ],
  [
    'two of one name with three attempts',
    file,
    'outgoing',
    '姓名\t状态\n李一帆\t已接收\n李一帆\t已拒绝\n李一帆\t已拒绝',
    { found: [], asked: [], unknown: ['李一帆', '李一帆', '李一帆'] },
  ],
  [
    'arrived and still waiting cannot both be theirs',
    file,
    'outgoing',
    '姓名\t状态\n尹若水\t已接收\n尹若水\t待接收',
    { found: ['s1'] },
  ],
  [
    'a card for each person',
    pasted,
    'outgoing',
    '姓名：王晨\n性别：男\n所在支部：机制2202团支部\n审核状态：已接收\n姓名：池北\n性别：男\n所在支部：机制2201团支部\n审核状态：待接收',
    { found: ['s2 waiting', 'w2 arrived'], asked: [] },
  ],
  [
    'outcomes grown together with names',
    pasted,
    'outgoing',
    '尹若水已接收\n池北：待接收',
    { found: ['s1 arrived', 's2 waiting'] },
  ],
  ['names spread to one width', pasted, 'members', '尹　若　水\n1\t池　北\t男', { found: ['s1', 's2'] }],
  [
    'a name that goes on is another name',
    pasted,
    'outgoing',
    '池北辰已接收\n尹若水已接收',
    { found: ['s1 arrived'] },
  ],
  [
    'people who are 团员 in one of their columns',
    file,
    'members',
    '姓名\t政治面貌\t所在团支部\n尹若水\t团员\t机制2201团支部\n池北\t团员\t机制2201团支部',
    { found: ['s1', 's2'] },
  ],
  [
    'the same without headings',
    pasted,
    'members',
    '尹若水\t女\t团员\t机制2201团支部\n池北\t男\t团员\t机制2201团支部',
    { found: ['s1', 's2'] },
  ],
  ['团员 over names alone', file, 'members', '团员\n尹若水\n池北', { found: ['s1', 's2'] }],
  [
    'names under 转接人',
    file,
    'outgoing',
    '转接人\t转出组织\t流程状态\n尹若水\t机制2201团支部\t转接成功',
    { found: ['s1 arrived'] },
  ],
  [
    'who waits for a receiver has not arrived',
    pasted,
    'outgoing',
    '尹若水，已转入花桥镇团委\n池北，等花桥镇接收',
    { found: ['s1 arrived', 's2 waiting'] },
  ],
  [
    'the outcome in front',
    pasted,
    'outgoing',
    '已成功：尹若水、池北',
    { found: ['s1 arrived', 's2 arrived'] },
  ],
  [
    'a sentence that ends in a full stop',
    pasted,
    'members',
    '还在支部的有：\n①尹若水；②池北；③迪丽努尔·阿不都。',
    { found: ['s1', 's2', 's3'] },
  ],
  [
    'marks in place of words',
    pasted,
    'outgoing',
    '尹若水✅\n池北 ⏳\n迪丽努尔·阿不都❌',
    { found: ['s1 arrived', 's2 waiting', 's3 refused'] },
  ],
  [
    'what classmates say in a chat',
    pasted,
    'outgoing',
    '尹若水：转好了\n池北被退了\n迪丽努尔·阿不都同学：还在等',
    { found: ['s1 arrived', 's2 refused', 's3 waiting'] },
  ],
  [
    'a class, a number and an outcome in brackets',
    pasted,
    'outgoing',
    '王晨（机制2202）已接收\n李一帆（6610220302） 待接收\n池北（已接收）',
    { found: ['s2 arrived', 't2 waiting', 'w2 arrived'] },
  ],
  [
    'outcomes over the names',
    pasted,
    'outgoing',
    '【已完成】\n尹若水\n还没接收的：\n池北\n迪丽努尔·阿不都 被退了',
    { found: ['s1 arrived', 's2 waiting', 's3 refused'] },
  ],
  [
    'outcomes over the names, numbered as paragraphs are',
    pasted,
    'outgoing',
    '一、已转出\n尹若水\n池北\n二、未接收\n迪丽努尔·阿不都',
    { found: ['s1 arrived', 's2 arrived', 's3 waiting'] },
  ],
  [
    'names with strokes between them, and who speaks in a chat',
    pasted,
    'members',
    '未转名单：尹若水/池北\n机制2202-王晨: 我还没转',
    { found: ['s1', 's2', 'w2'] },
  ],
  [
    'states under 进展',
    file,
    'outgoing',
    '团员\t所在支部\t拟转入\t进展\n尹若水\t机制2201团支部\t花桥镇团委\t已被接收\n池北\t机制2201团支部\t花桥镇团委\t流程进行中',
    { found: ['s1 arrived', 's2 waiting'] },
  ],
  [
    'an outcome under a name is nobody else’s',
    pasted,
    'outgoing',
    '尹若水\n已接收\n池北\n迪丽努尔·阿不都',
    { found: ['s1', 's2', 's3'] },
  ],
  [
    'notes below the table',
    file,
    'members',
    '姓名\t性别\n尹若水\t女\n填表说明：请勿修改表头\n注：截止6月30日\n负责人\t张老师',
    { found: ['s1'], unknown: [] },
  ],
  [
    'a person standing under two states of paging',
    pasted,
    'outgoing',
    '姓名\t状态\n尹若水\t待接收\n姓名\t状态\n池北\t已接收',
    { found: ['s1 waiting', 's2 arrived'] },
  ],
];

test.each(CASES)('%s', (_what, from, kind, text, expected) => {
  const found = from(kind, text);
  if (typeof expected === 'string') expect(found).toBe(expected);
  else expect(found).toMatchObject(expected);
});
