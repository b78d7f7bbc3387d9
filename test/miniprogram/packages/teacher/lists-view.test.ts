/** The small views of branches, accounts, colleges and the over-age list, as tables. */
import {
  accountGroups,
  invitationText as teacherInvitation,
} from '../../../../miniprogram/packages/teacher/accounts/view';
import { allInvitations, branchRows } from '../../../../miniprogram/packages/teacher/branches/view';
import { toCollegesView, type Colleges } from '../../../../miniprogram/packages/teacher/colleges-panel/view';
import { overAgeRows } from '../../../../miniprogram/packages/teacher/over-age/view';

describe('the branches of a college', () => {
  const branch = (name: string, secretaries: string[]) => ({
    id: name,
    name,
    inviteCode: `CODE-${name}`,
    members: 30,
    secretaries,
  });
  const rows = branchRows([branch('甲', ['许嘉宁', '林晚']), branch('乙', [])] as never);

  it('name their secretaries, those without one first', () => {
    expect(rows.map(({ name, secretary, alone }) => [name, secretary, alone])).toEqual([
      ['乙', '团支书还没登录', true],
      ['甲', '团支书 许嘉宁、林晚', false],
    ]);
  });

  it('give every code with its branch for a chat of all secretaries', () => {
    expect(allInvitations(rows).split('\n').slice(1)).toEqual(['乙：CODE-乙', '甲：CODE-甲']);
  });
});

describe('the accounts', () => {
  const account = (name: string, scopeId: string, isSelf = false) => ({
    id: name,
    name,
    isSelf,
    roles: [{ role: 'teacher', scopeId, scopeName: '' }],
  });
  const reply = {
    colleges: [
      { id: 'c1', name: '信息工程学院' },
      { id: 'c2', name: '海洋学院' },
    ],
    accounts: [account('周岚', 'c1'), account('杜若川', 'all', true)],
  } as never;

  it('stand by college, the committee first, and a college nobody looks after as well', () => {
    expect(accountGroups(reply).map(({ title, rows }) => [title, rows.map(({ name }) => name)])).toEqual([
      ['校团委', ['杜若川']],
      ['信息工程学院', ['周岚']],
      ['海洋学院', []],
    ]);
  });

  it('are invited with the code and how long it works', () => {
    expect(teacherInvitation('海洋学院', 'T8K2')).toMatch(
      /海洋学院的老师.*邀请码 T8K2.*7 天内有效，只能用一次/,
    );
  });
});

describe('the colleges side by side', () => {
  const college = (name: string, more: object): Colleges[number] =>
    ({
      id: name,
      name,
      members: 100,
      arrived: 60,
      underWay: 20,
      waiting: 0,
      stuck: 0,
      teachers: 1,
      ...more,
    }) as Colleges[number];

  it.each([
    ['nearly done', { arrived: 80 }, { percent: 80, tone: 'done', alarm: '' }],
    ['in the middle', {}, { percent: 60, tone: '', line: '100 人，转到 60，在办 20' }],
    ['behind', { arrived: 49 }, { percent: 49, tone: 'soon' }],
    ['without a roster', { members: 0, arrived: 0 }, { percent: null, tone: '', line: '还没有导入名单' }],
    ['waiting', { waiting: 3, stuck: 2, teachers: 0 }, { alarm: '还没有老师，3 条等学院，2 人卡住' }],
  ])('one that is %s', (_, more, row) => {
    expect(toCollegesView([college('甲', more)]).rows[0]).toMatchObject(row);
  });

  it('begin with the lowest; those without people come last; the sum stands on top', () => {
    const view = toCollegesView([
      college('空', { members: 0, arrived: 0 }),
      college('高', { arrived: 90, stuck: 1 }),
      college('低', { arrived: 10 }),
    ]);
    expect(view.rows.map(({ name }) => name)).toEqual(['低', '高', '空']);
    expect(view).toMatchObject({ percent: 50, line: '200 人里已转到 100 人', alarm: '1 人卡住' });
  });
});

it.each([
  [false, '通信2201团支部', '1997-09', '1997年9月生'],
  [true, '信息工程学院，通信2201团支部', '1998-11', '1998年11月生'],
])('the over-age list (of all: %s) tells where and when born', (isAll, place, birthMonth, born) => {
  const person = { memberId: 'm', name: '方元', branchName: '通信2201团支部', collegeName: '信息工程学院' };
  expect(overAgeRows([{ ...person, birthMonth } as never], isAll)).toEqual([
    { id: 'm', name: '方元', place, born },
  ]);
});
