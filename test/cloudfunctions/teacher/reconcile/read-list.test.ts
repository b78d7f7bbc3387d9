import { readList } from '../../../../cloudfunctions/teacher/reconcile/read-list';
import { readPaste, type Known } from '../../../../cloudfunctions/teacher/reconcile/read-paste';
import type { Workbook } from '../../../../cloudfunctions/teacher/roster/workbook/sheet';
import type { ListKind } from '../../../../miniprogram/domain/people/reconcile/listed';

const workbook = (rows: string[][], hiddenRows: number[] = []): Workbook => ({
  sheets: [{ name: '', hiddenRows, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }],
  hiddenSheets: [],
});

const read = (rows: string[][], kind: ListKind = 'members', hidden: number[] = []) => {
  const reading = readList(workbook(rows, hidden), kind);
  return reading.ok ? reading.data : reading.error.code;
};

it('finds the headings below a title, and skips sums and empty names', () => {
  const rows = [
    ['光电学院团员列表'],
    ['序号', '姓名', '性别', '所在团支部'],
    ['1', '林小雨', '女', '光电2302团支部'],
    ['2', '', '男', ''],
    ['合计', '合计', '', ''],
    ['', '共 1 人', '', ''],
  ];
  expect(read(rows)).toMatchObject({
    people: [{ line: 3, name: '林小雨', branchName: '光电2302团支部', studentNumber: null, outcome: null }],
    skipped: 3,
    struckIds: false,
  });
});

it('takes the branch from a title of its own, wherever in its row that stands', () => {
  const people = [
    ['序号', '姓名'],
    ['1', '林小雨'],
  ];
  const branchBelow = (title: string[]) => {
    const reading = read([title, ...people]);
    return typeof reading === 'string' ? reading : reading.people.map(({ branchName }) => branchName);
  };
  for (const title of [
    ['机制2201团支部团员名单'],
    ['', '机制2201团支部团员名单', ''],
    ['机制2201团支部', ''],
  ])
    expect(branchBelow(title)).toEqual(['机制2201团支部']);
  expect(branchBelow(['机制2201团支部', '2027年5月'])).toEqual([null]);
});

it('strikes ID numbers wherever they stand, also in the place of a student number', () => {
  const reading = read([
    ['姓名', '学号', '身份证号'],
    ['林小雨', '310110200403071234', '310110200403071234'],
  ]);
  expect(reading).toMatchObject({ people: [{ studentNumber: null }], struckIds: true });
  expect(JSON.stringify(reading)).not.toContain('310110');
});

it('counts hidden rows: who stands there cannot be told from who is gone', () => {
  expect(read([['姓名'], ['林小雨']], 'members', [3, 4])).toMatchObject({ hidden: 2 });
});

it('reads states of transfers out, and no states from members', () => {
  const rows = [
    ['姓名', '审批状态'],
    ['林小雨', '已同意'],
    ['陈晨', '火星'],
  ];
  expect(read(rows, 'outgoing')).toMatchObject({
    people: [{ outcome: 'arrived' }, { outcome: null }],
    unclear: ['火星'],
  });
  expect(read(rows)).toMatchObject({ people: [{ outcome: null }, { outcome: null }], unclear: [] });
});

it('reads the state of the transfer, not that of a student or a member', () => {
  const rows = [
    ['姓名', '学籍状态', '团员状态', '转接状态'],
    ['林小雨', '在读', '正常', '已接收'],
  ];
  expect(read(rows, 'outgoing')).toMatchObject({ people: [{ outcome: 'arrived' }], unclear: [] });
});

it('reads what the receiver says where the school’s approvals have columns of their own', () => {
  const head = ['姓名', '团支部审批状态', '学院审批状态'];
  const waiting = [
    [...head, '接收方审批状态'],
    ['林小雨', '已同意', '已同意', '待审批'],
  ];
  expect(read(waiting, 'outgoing')).toMatchObject({ people: [{ outcome: 'waiting' }] });
  expect(read([head, ['林小雨', '已同意', '已同意']], 'outgoing')).toBe('LIST_NO_STATES');
});

it('takes titles between blocks and the foot of a page for nobody, and a number as it is meant', () => {
  const rows = [
    ['姓名', '学号'],
    ['林小雨', '7720310101.0'],
    ['光电2302团支部团员列表', ''],
    ['上一页', '下一页'],
  ];
  expect(read(rows)).toMatchObject({ people: [{ studentNumber: '7720310101' }], skipped: 2 });
});

it('takes nobody for arrived who is only handed in, or let go by the school', () => {
  const rows = [
    ['姓名', '审批状态'],
    ['林小雨', '提交成功'],
    ['陈晨', '转出团支部已同意'],
    ['罗一帆', '未接收'],
  ];
  expect(read(rows, 'outgoing')).toMatchObject({
    people: [{ outcome: null }, { outcome: null }, { outcome: 'waiting' }],
    unclear: ['提交成功', '转出团支部已同意'],
  });
});

const known: Known = {
  names: new Set(['林小雨', '陈晨', '阿依努尔·买买提']),
  numbers: new Set(['S002']),
  isBranch: (text) => text === '光电2302团支部',
};
const pasted = (text: string, kind: ListKind = 'members') => {
  const reading = readPaste(text, kind, known);
  return reading.ok ? reading.data : reading.error.code;
};

it('takes of a paste without headings only who is known here', () => {
  expect(pasted('1\t林小雨\t女\t汉族\t共青团员\tS002\t光电2302团支部\n第 1 页')).toMatchObject({
    people: [{ line: 1, name: '林小雨', branchName: '光电2302团支部', studentNumber: 'S002' }],
    skipped: 1,
  });
});

it('takes several names of a line, however they are parted', () => {
  for (const text of [
    '林小雨、陈晨',
    '林小雨 陈晨',
    '林小雨,陈晨',
    '林小雨\n陈晨',
    '林小雨　陈晨',
    '1.林小雨\n2. 陈晨',
    '@林小雨 @陈晨',
  ])
    expect(pasted(text)).toMatchObject({ people: [{ name: '林小雨' }, { name: '陈晨' }] });
});

it('finds a name with a dot, and a name with a blank in it', () => {
  expect(pasted('阿依努尔•买买提\n林 小雨')).toMatchObject({
    people: [{ name: '阿依努尔•买买提' }, { name: '林 小雨' }],
  });
});

it('reads a paste with headings as a sheet', () => {
  expect(pasted('姓名\t转接状态\n罗一帆\t待接收', 'outgoing')).toMatchObject({
    people: [{ name: '罗一帆', outcome: 'waiting' }],
  });
});

it('refuses a paste in which nobody is found', () => {
  expect(pasted('汉族\t共青团员')).toBe('LIST_NO_NAMES');
});

it('counts a sheet that goes on without headings as lines in which no name was found', () => {
  const sheets = [
    [['姓名'], ['林小雨']],
    [['1', '陈晨', '光电2302团支部'], ['打印日期']],
  ].map((rows, index) => ({
    name: `第${index}页`,
    hiddenRows: [],
    rows: rows.map((cells, at) => ({ row: at + 1, cells })),
  }));
  const reading = readList({ sheets, hiddenSheets: [] }, 'members');
  expect(reading).toMatchObject({ data: { people: [{ name: '林小雨' }], skipped: 1 } });
});

it('takes no sum whose characters are spread for a name', () => {
  expect(read([['姓名'], ['林小雨'], ['小　计'], ['合 计']])).toMatchObject({
    people: [{ name: '林小雨' }],
    skipped: 2,
  });
});
