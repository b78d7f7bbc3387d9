import type { Role } from '../../../miniprogram/domain/rules/roles';
import { startPage } from '../../../miniprogram/services/session';
import { openPath } from '../../../miniprogram/services/navigate';
import { installWx } from '../support/fake-wx';

const { fake } = installWx();
beforeEach(() => jest.clearAllMocks());

describe('the first page', () => {
  it.each([
    [['graduate'], 'home'],
    [['secretary', 'graduate'], 'home'],
    [['secretary'], 'secretaryDesk'],
    [['teacher'], 'teacherDesk'],
    [['committee'], 'teacherDesk'],
    [[], 'home'],
  ] as [Role[], string][])('of somebody with %j is %s', (roles, page) => {
    expect(startPage(roles.map((role) => ({ role })))).toBe(page);
  });
});

describe('opening what a notice points to', () => {
  it.each([
    ['pages/track/track', 'switchTab', '/pages/track/track'],
    ['/pages/home/home?from=notice', 'switchTab', '/pages/home/home'],
    ['packages/start/login-help/login-help?a=1', 'navigateTo', '/packages/start/login-help/login-help?a=1'],
    // A message says where the door is; nobody has to see it who is inside already.
    ['pages/login-help/login-help?a=1', 'navigateTo', '/packages/start/login-help/login-help?a=1'],
  ] as const)('%s uses %s', (path, api, url) => {
    openPath(path);
    expect(fake[api].mock.calls[0]?.[0]).toMatchObject({ url });
  });

  it('takes the place of the top page when ten are open', () => {
    fake.navigateTo.mockImplementationOnce(({ fail }: { fail(): void }) => fail());
    openPath('packages/graduate/form/form');
    expect(fake.redirectTo).toHaveBeenCalledWith({ url: '/packages/graduate/form/form' });
  });
});
