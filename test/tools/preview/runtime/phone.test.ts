import type { Page } from 'playwright-core';
import { runtimePhones, type RuntimePhone } from '../runtime-phone';

const { open, tab, server } = runtimePhones();
let phone: RuntimePhone;
let page: Page;

const openPhone = async (query?: Record<string, string>): Promise<void> => {
  phone = await open(query);
  page = phone.page;
};

describe('navigation', () => {
  test('the custom tab bar switches tabs and tab pages stay alive', async () => {
    await openPhone();
    await page.locator('#more').click();
    await page.locator('custom-tab-bar').getByText('我的').click();
    expect(await phone.routes()).toEqual(['pages/mine/mine']);
    await page.getByText('首页', { exact: true }).filter({ visible: true }).click();
    expect(await page.locator('.heading').innerText()).toBe('样例 02');
    await page.getByText('我的', { exact: true }).filter({ visible: true }).click();
    expect(await page.locator('#mine').innerText()).toBe('我的 2');
    expect(await phone.log()).toEqual([]);
    expect(await phone.errors()).toEqual([]);
  });

  test('ten pages at most; the eleventh fails in WeChat’s words', async () => {
    await openPhone({ page: 'packages/extra/deep/deep?level=1' });
    for (let level = 1; level < 10; level += 1)
      await page.locator('#deeper').filter({ visible: true }).click();
    expect(await page.locator('#level').filter({ visible: true }).innerText()).toBe('第 10 层');
    expect((await phone.routes()).length).toBe(10);
    await page.locator('#deeper').filter({ visible: true }).click();
    await page.waitForFunction(() => document.body.innerText.includes('webview count limit exceed'));
    expect((await phone.routes()).length).toBe(10);
    await phone.does((target) => target.back());
    expect((await phone.routes()).length).toBe(9);
  });

  test.each([
    ['navigateTo', { url: '/pages/mine/mine' }, 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', { url: '/pages/mine/mine' }, 'redirectTo:fail can not redirectTo a tabbar page'],
    ['switchTab', { url: '/pages/form/form' }, 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateTo', { url: '/pages/none/none' }, 'navigateTo:fail page "pages/none/none" is not found'],
    ['navigateBack', {}, 'navigateBack:fail cannot navigate back at first page.'],
  ])('%s %j fails: %s', async (api, argument, message) => {
    await openPhone();
    expect(await phone.call(api, argument)).toBe(message);
    expect(await phone.routes()).toEqual(['pages/home/home']);
  });

  test('redirectTo replaces the page, reLaunch closes all, switchTab leaves one', async () => {
    await openPhone();
    await phone.call('navigateTo', { url: '/pages/form/form' });
    await phone.call('redirectTo', { url: '/pages/basics/basics' });
    expect(await phone.routes()).toEqual(['pages/home/home', 'pages/basics/basics']);
    await phone.call('switchTab', { url: '/pages/mine/mine' });
    expect(await phone.routes()).toEqual(['pages/mine/mine']);
    await phone.call('reLaunch', { url: '/packages/extra/deep/deep?level=5' });
    expect(await phone.routes()).toEqual(['packages/extra/deep/deep']);
    expect(await page.locator('wx-page').count()).toBe(1);
  });

  test('a notification opens its page with the query of the message', async () => {
    await openPhone();
    await phone.does((target) => target.openFromNotification('packages/extra/deep/deep?level=7'));
    expect(await page.locator('#level').innerText()).toBe('第 7 层');
    expect(await phone.routes()).toEqual(['packages/extra/deep/deep']);
  });

  test('the frame hears title, depth and theme colours', async () => {
    await openPhone();
    await phone.call('navigateTo', { url: '/pages/basics/basics' });
    expect((await phone.told('chrome')).at(-1)).toEqual({
      path: 'pages/basics/basics',
      title: '基础',
      depth: 2,
      backgroundColor: '#ffffff',
      textStyle: 'black',
      navigationStyle: 'custom',
    });
    await phone.does((target) => target.setTheme('dark'));
    expect((await phone.told('chrome')).at(-1)).toMatchObject({
      backgroundColor: '#101820',
      textStyle: 'white',
    });
    expect(await phone.color('#theme')).toBe('rgb(9, 8, 7)');
    expect(await page.locator('#theme').innerText()).toBe('dark');
  });
});

describe('three phones on one desk', () => {
  test('share one event stream, keep apart what is theirs, and all follow the clock', async () => {
    page = await tab(1200);
    const streams: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/control/events')) streams.push(request.url());
    });
    await page.goto(`${server().url}/control/clock`);
    const seats = ['graduate', 'secretary', 'teacher'];
    await page.setContent(
      seats.map((seat) => `<iframe width=375 height=667 src="/phone.html?seat=${seat}"></iframe>`).join(''),
    );
    const phones = seats.map((_, index) => page.frameLocator('iframe').nth(index));
    await phones[1]?.locator('#more').click();
    await phones[0]?.locator('.heading').getByText('样例 00').waitFor();
    await phones[1]?.locator('.heading').getByText('样例 02').waitFor();
    await phones[2]?.locator('#clock').waitFor();
    expect(streams).toHaveLength(1);
    const year = new Date().getFullYear();
    server().setOffset(10 * 366 * 86_400_000);
    for (const one of phones)
      await one
        .locator('#clock')
        .getByText(String(year + 10))
        .waitFor();
    server().setOffset(0);
  });
});

describe('the clock', () => {
  afterEach(() => server().setOffset(0));

  test('starts where the emulator’s stands and follows its jumps; pages show again', async () => {
    const twoYears = 2 * 366 * 86_400_000;
    server().setOffset(twoYears);
    await openPhone();
    const year = new Date(Date.now() + twoYears).getFullYear();
    expect(await page.locator('#clock').innerText()).toBe(String(year));
    server().setOffset(2 * twoYears);
    await page.waitForFunction((old) => document.querySelector('#clock')?.textContent !== String(old), year);
    expect(
      await page.evaluate(() => [new Date() instanceof Date, typeof Date(), new Date(0).getTime()]),
    ).toEqual([true, 'string', 0]);
    expect(await phone.log()).toEqual(expect.arrayContaining(['hide', 'show']));
    expect(await phone.entries()).toEqual(['launch pages/home/home', 'app show', 'app hide', 'app show']);
  });

  test('follows a jump from before the emulator’s events were heard', async () => {
    let listens = (): void => undefined;
    const later = new Promise<void>((done) => (listens = done));
    await openPhone();
    await page.route('**/control/events', async (route) => {
      await later;
      await route.continue();
    });
    await page.reload();
    await page.locator('#clock').waitFor();
    const year = new Date().getFullYear();
    expect(await page.locator('#clock').innerText()).toBe(String(year));
    server().setOffset(2 * 366 * 86_400_000);
    listens();
    await page.waitForFunction((old) => document.querySelector('#clock')?.textContent !== String(old), year);
  });
});
