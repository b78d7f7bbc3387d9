import type { Role } from '../../../../miniprogram/domain/rules/roles';
import { toMeView } from '../../../../miniprogram/pages/me/view';
import { NOW, homeResponse } from '../../support/home-responses';

const who = (...roles: Role[]) => ({
  account: {
    name: '许嘉宁',
    roles: roles.map((role) => ({ role, scopeId: `s-${role}`, scopeName: `${role} scope` })),
  },
  leftBehind: false,
  season: homeResponse().season,
  subscription: homeResponse().subscription,
  now: NOW,
});

describe('the personal page', () => {
  it.each([
    [['graduate'], [], ['progress', 'deadline', 'code'], true],
    [['graduate', 'secretary'], ['secretaryDesk'], ['progress', 'deadline', 'code', 'task'], true],
    [['secretary'], ['secretaryDesk'], ['task'], false],
    [['teacher'], ['teacherDesk'], ['task'], false],
    [['committee', 'teacher'], ['teacherDesk', 'teacherDesk'], ['task'], false],
  ] as [Role[], string[], string[], boolean][])(
    'offers %j their desks, credits and deletion',
    (roles, desks, credits, isGraduate) => {
      const view = toMeView(who(...roles), null);
      expect(view.desks.map(({ page }) => page)).toEqual(desks);
      expect(view.credits.map(({ key }) => key)).toEqual(credits);
      expect(view.isGraduate).toBe(isGraduate);
    },
  );

  it('names branch and college of a graduate, else the scopes of the roles', () => {
    expect(toMeView(who('graduate'), homeResponse()).belongs).toBe('通信2201团支部，信息工程学院');
    expect(toMeView(who('teacher'), null).belongs).toBe('teacher scope');
  });

  it('stands without an account and without credits', () => {
    const view = toMeView({ ...who(), account: null }, null);
    expect([view.name, view.desks, view.credits]).toEqual(['', [], []]);
  });
});
