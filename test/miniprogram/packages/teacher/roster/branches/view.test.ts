import {
  allInvitations,
  branchRows,
} from '../../../../../../miniprogram/packages/teacher/roster/branches/view';

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
