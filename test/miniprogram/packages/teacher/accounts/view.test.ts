import { accountGroups, invitationText } from '../../../../../miniprogram/packages/teacher/accounts/view';

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
    expect(invitationText('海洋学院', 'T8K2')).toMatch(/海洋学院的老师.*邀请码 T8K2.*7 天内有效，只能用一次/);
  });
});
