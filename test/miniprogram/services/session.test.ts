import type { Role } from '../../../miniprogram/domain/rules/roles';
import { startPage } from '../../../miniprogram/services/session';
import { openPath } from '../../../miniprogram/services/navigate';
import { WORDING, sayFailure } from '../../../miniprogram/services/wording';
import { ERROR_CODES } from '../../../miniprogram/domain/errors';
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
    [[], 'signIn'],
  ] as [Role[], string][])('of somebody with %j is %s', (roles, page) => {
    expect(startPage(roles.map((role) => ({ role })))).toBe(page);
  });
});

describe('opening what a notice points to', () => {
  it.each([
    ['pages/track/track', 'switchTab', '/pages/track/track'],
    ['/pages/home/home?from=notice', 'switchTab', '/pages/home/home'],
    ['pages/login-help/login-help?a=1', 'navigateTo', '/pages/login-help/login-help?a=1'],
  ] as const)('%s uses %s', (path, api, url) => {
    openPath(path);
    expect(fake[api].mock.calls[0]?.[0]).toMatchObject({ url });
  });

  it('takes the place of the top page when ten are open', () => {
    fake.navigateTo.mockImplementationOnce(({ fail }: { fail(): void }) => fail());
    openPath('pages/form/form');
    expect(fake.redirectTo).toHaveBeenCalledWith({ url: '/pages/form/form' });
  });
});

describe('the wording of failures', () => {
  it.each(ERROR_CODES)('says %s kindly and leaves no placeholder', (code) => {
    const words = sayFailure({ code });
    expect(words).toMatch(/[\u4e00-\u9fff]/);
    expect(words).not.toMatch(/[{}!！]|您|失败|非法|错误码/);
    // A toast holds forty characters; what is wrong with a file stands under its button and says how to mend it.
    expect(WORDING[code].length).toBeLessThanOrEqual(code.startsWith('FILE_') ? 80 : 40);
  });

  it('fills in how long a lock lasts', () => {
    expect(sayFailure({ code: 'SIGN_IN_LOCKED', detail: { minutes: 12 } })).toContain('12 分钟');
  });
});
