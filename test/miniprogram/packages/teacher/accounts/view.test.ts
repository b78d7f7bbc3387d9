import type { Response } from '../../../../../miniprogram/contract';
import {
  accountGroups,
  invitationsOf,
  invitationText,
} from '../../../../../miniprogram/packages/teacher/accounts/view';
import { chinaTime } from '../../../../../tools/preview/seed/deed';

type Invitation = Response<'teacher', 'accounts'>['invitations'][number];

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

describe('the invitations', () => {
  const invitation = (change: Partial<Invitation>): Invitation => ({
    id: 'i-1',
    name: '苏明远',
    scopeId: 'c2',
    scopeName: '海洋学院',
    state: 'open',
    issuedAt: chinaTime('06-10 10:00'),
    issuedBy: '杜若川',
    expiresAt: chinaTime('06-17 10:00'),
    usedBy: null,
    usedAt: null,
    revokedAt: null,
    ...change,
  });
  const shown = (change: Partial<Invitation>) => {
    const { open, over } = invitationsOf({ invitations: [invitation(change)] } as never);
    return [...open, ...over][0];
  };

  it('that can still let somebody in stand apart from those that are over', () => {
    const invitations = [invitation({ state: 'used', id: 'old' }), invitation({ id: 'new' })];
    const { open, over } = invitationsOf({ invitations } as never);
    expect([open, over].map((rows) => rows.map(({ id }) => id))).toEqual([['new'], ['old']]);
  });

  it.each<[string, Partial<Invitation>, string]>([
    ['open', {}, '6月17日 10:00 前有效'],
    ['expired', { state: 'expired' }, '6月17日过期，没有人用'],
    ['revoked', { state: 'revoked', revokedAt: chinaTime('06-11 09:00') }, '6月11日撤回，没有人用'],
    ['revoked nobody knows when', { state: 'revoked' }, '撤回，没有人用'],
    [
      'used as meant',
      { state: 'used', usedBy: '苏明远', usedAt: chinaTime('06-11 09:30') },
      '6月11日 09:30 用过',
    ],
    [
      'used by somebody else',
      { state: 'used', usedBy: '周岚', usedAt: chinaTime('06-11 09:30') },
      '6月11日 09:30 用过，用的人叫周岚',
    ],
    ['used nobody knows when or by whom', { state: 'used' }, '已经用过'],
  ])('say what became of one that is %s', (_, change, outcome) => {
    expect(shown(change)).toMatchObject({ outcome });
  });

  it('say who issued them, or the committee when that is not known any more', () => {
    expect([shown({})?.issued, shown({ issuedBy: null })?.issued]).toEqual([
      '杜若川 6月10日发出',
      '校团委 6月10日发出',
    ]);
  });
});
