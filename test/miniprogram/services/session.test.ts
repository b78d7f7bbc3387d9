import type { Role } from '../../../miniprogram/domain/model';
import { leaveStranger, rememberRoles, startPage } from '../../../miniprogram/services/session';
import { openPath } from '../../../miniprogram/services/navigate';
import { newest, once } from '../../../miniprogram/services/once';
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

  it('of a stranger is the sign-in page, and the phone forgets what it knew', () => {
    expect(leaveStranger({ code: 'NOT_SIGNED_IN' })).toBe(true);
    expect(fake.clearStorageSync).toHaveBeenCalled();
    expect(fake.reLaunch).toHaveBeenCalledWith({ url: '/pages/sign-in/sign-in' });
  });

  it('of a teacher who opened a graduate’s page is the desk', () => {
    rememberRoles([{ role: 'teacher', scopeId: 'c', scopeName: '光电学院' }]);
    expect(leaveStranger({ code: 'FORBIDDEN' })).toBe(true);
    expect(fake.reLaunch).toHaveBeenCalledWith({ url: '/packages/teacher/desk/desk' });
  });

  it('stays open on any other failure', () => {
    expect(leaveStranger({ code: 'OFFLINE' })).toBe(false);
    expect(fake.reLaunch).not.toHaveBeenCalled();
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

describe('a page’s lock', () => {
  const page = () => {
    const data = { busy: '' };
    return { data, setData: (change: { busy: string }) => void Object.assign(data, change) };
  };

  it('lets a double tap work once and opens again', async () => {
    const one = page();
    const work = jest.fn(() => Promise.resolve());
    await Promise.all([once(one, 'send', work), once(one, 'send', work)]);
    expect(work).toHaveBeenCalledTimes(1);
    expect(one.data.busy).toBe('');
  });

  it('opens again when the work throws', async () => {
    const one = page();
    await expect(once(one, 'send', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(one.data.busy).toBe('');
  });
});

describe('loads that overtake each other', () => {
  const slow = () => {
    let finish = (_: string): void => undefined;
    return {
      load: new Promise<string>((resolve) => (finish = resolve)),
      finish: (said: string) => finish(said),
    };
  };

  it('show the newest only', async () => {
    const [one, shown, { load, finish }] = [{}, [] as string[], slow()];
    const first = newest(one, load, (value) => shown.push(value));
    await newest(one, Promise.resolve('second'), (value) => shown.push(value));
    finish('first');
    await first;
    expect(shown).toEqual(['second']);
  });

  it('do not overtake those of another page', async () => {
    const [shown, { load, finish }] = [[] as string[], slow()];
    const below = newest({}, load, (value) => shown.push(value));
    await newest({}, Promise.resolve('above'), (value) => shown.push(value));
    finish('below');
    await below;
    expect(shown).toEqual(['above', 'below']);
  });
});

describe('the wording of failures', () => {
  it.each(ERROR_CODES)('says %s kindly and leaves no placeholder', (code) => {
    const words = sayFailure({ code });
    expect(words).toMatch(/[\u4e00-\u9fff]/);
    expect(words).not.toMatch(/[{}!！]|您|失败|非法|错误码/);
    expect(WORDING[code].length).toBeLessThanOrEqual(40);
  });

  it('fills in how long a lock lasts', () => {
    expect(sayFailure({ code: 'SIGN_IN_LOCKED', detail: { minutes: 12 } })).toContain('12 分钟');
  });
});
