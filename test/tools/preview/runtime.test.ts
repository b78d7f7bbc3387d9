import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';
import { compileMiniprogram, disposeCompilers } from '../../../tools/preview/compile';
import type { PhoneChrome, PhoneError, PhonePage, PhoneShell } from '../../../tools/preview/runtime/shell';
import { servePhone } from './phone-server';
import type { PhoneServer } from './phone-server';

interface Told {
  chrome: PhoneChrome[];
  errors: PhoneError[];
  shared: unknown[];
}

type PhoneWindow = Window & {
  shells: Record<string, PhoneShell>;
  told: Told;
  phone: PhonePage;
  getCurrentPages(): { route: string; data: { log: string[] } }[];
  getApp(): { entries: string[] };
};

const outDir = mkdtempSync(join(tmpdir(), 'preview-'));
let browser: Browser;
let server: PhoneServer;
let page: Page;

beforeAll(async () => {
  const root = join(__dirname, 'fixtures/miniprogram');
  const result = await compileMiniprogram({ root, outDir, nodeModules: resolve('node_modules') });
  expect(result.errors).toEqual([]);
  server = await servePhone(outDir);
  browser = await connectBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await disposeCompilers();
  rmSync(outDir, { recursive: true });
});

/** Opens the phone alone in a window of phone size; its frame only remembers what it is told. */
async function openPhone(query: Record<string, string> = {}): Promise<Page> {
  page = await browser.newPage({ viewport: { width: 375, height: 667 } });
  page.setDefaultTimeout(20_000);
  await page.addInitScript(() => {
    const told: Told = { chrome: [], errors: [], shared: [] };
    const shell: PhoneShell = {
      updateChrome: (chrome) => told.chrome.push(chrome),
      askSubscription: (templates) =>
        Promise.resolve(
          Object.fromEntries(templates.map(({ templateId }) => [templateId, 'accept' as const])),
        ),
      askPrivacy: () => Promise.resolve('agree'),
      reportError: (error) => told.errors.push(error),
      scanCode: () => Promise.resolve(undefined),
      share: (card) => told.shared.push(card),
    };
    Object.assign(window, { told, shells: { graduate: shell } });
  });
  await page.goto(
    `${server.url}/phone.html?${new URLSearchParams({ seat: 'graduate', openid: 'o1', ...query }).toString()}`,
  );
  await page.waitForSelector('wx-page');
  return page;
}

const told = async <K extends keyof Told>(key: K): Promise<Told[K]> => {
  const all: Told = await page.evaluate(() => (window as unknown as PhoneWindow).told);
  return all[key];
};
const errors = async () => (await told('errors')).map(({ message }) => message);
const routes = () =>
  page.evaluate(() => (window as unknown as PhoneWindow).getCurrentPages().map(({ route }) => route));
const log = () =>
  page.evaluate(() => (window as unknown as PhoneWindow).getCurrentPages().at(-1)?.data.log ?? []);
const phone = (run: (phone: PhonePage) => void) => page.evaluate(`(${run.toString()})(window.phone)`);
const color = (selector: string) => page.locator(selector).evaluate((node) => getComputedStyle(node).color);
const call = (api: string, argument: unknown) =>
  page.evaluate(
    ([name, options]) =>
      (window as unknown as { wx: Record<string, (options: unknown) => Promise<unknown>> }).wx[
        name as string
      ]?.(options).then(
        () => 'ok',
        (failure: { errMsg: string }) => failure.errMsg,
      ),
    [api, argument] as const,
  );

afterEach(async () => {
  await page.close();
});

describe('a page', () => {
  test('renders data, templates, slots, WXS and components', async () => {
    await openPhone();
    await expect(page.locator('.heading').innerText()).resolves.toBe('样例 00');
    await page.locator('#more').click();
    await expect(page.locator('.heading').innerText()).resolves.toBe('样例 02');
    await expect(page.locator('.inside').allInnerTexts()).resolves.toEqual(['插槽 0', '插槽 1']);
    await page.locator('#card-1 wx-view').click();
    await expect(page.locator('.line').innerText()).resolves.toBe('选了 二班');
    await expect(page.locator('#card-0 wx-view').innerText()).resolves.toBe('一班 长2 ready');
    expect(await errors()).toEqual([]);
  });

  test('keeps styles of a component and of its page apart', async () => {
    await openPhone();
    expect(await color('#card-0 wx-view')).toBe('rgb(0, 128, 0)');
    expect(await color('.heading')).toBe('rgb(0, 82, 217)');
    const padding = await page.locator('wx-page').evaluate((node) => getComputedStyle(node).paddingTop);
    expect(padding).toBe('10px');
  });

  test('hears its lifecycle in WeChat’s order', async () => {
    await openPhone({ page: 'pages/home/home?from=%E7%BE%A4' });
    await page.waitForFunction(() =>
      (window as unknown as PhoneWindow).getCurrentPages().at(-1)?.data.log.includes('ready'),
    );
    expect(await log()).toEqual(['load {"from":"群"}', 'show', 'ready']);
    expect(await page.evaluate(() => (window as unknown as PhoneWindow).getApp().entries)).toEqual([
      'launch pages/home/home',
      'app show',
    ]);
  });

  test('hears reaching the bottom once, scrolling, and a pull at its top', async () => {
    await openPhone();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => document.querySelector('#bottom')?.textContent === '底 1');
    expect(await log()).toContain('scroll');
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.mouse.move(100, 60);
    await page.mouse.down();
    await page.mouse.move(100, 200, { steps: 4 });
    await page.mouse.up();
    expect(await log()).toContain('pull');
    expect(await page.locator('.preview-pull').count()).toBe(0);
  });

  test('keeps its scroll position while another covers it', async () => {
    await openPhone();
    await page.evaluate(() => window.scrollTo(0, 300));
    await page.locator('.to-form').evaluate((node) => node.scrollIntoView({ block: 'center' }));
    const before = await page.evaluate(() => window.scrollY);
    await call('navigateTo', { url: '/pages/form/form' });
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await call('navigateBack', {});
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
  });
});

describe('TDesign', () => {
  test('a form: inputs, radio, checkbox, picker, dialog, toast', async () => {
    await openPhone({ page: 'pages/form/form?name=张三' });
    expect(await page.locator('.name input').inputValue()).toBe('张三');
    await page.locator('#number input').fill('2020');
    await page.locator('.name input').fill('李四');
    await page.getByText('就业').click();
    await page.locator('.agree').click();
    await page.locator('.city').click();
    await page.getByText('确认', { exact: true }).click();
    await page.waitForTimeout(400);
    await page.locator('#submit').click();
    expect(await page.locator('#result').innerText()).toBe('学号 2020');
    await page.getByText('确定', { exact: true }).click();
    await page.getByText('已提交 2020 李四').waitFor();
    const data = await page.evaluate(() => (window as unknown as PhoneWindow).getCurrentPages()[0]?.data);
    expect(data).toMatchObject({ way: 'work', agreed: true, city: '上海' });
    expect(await errors()).toEqual([]);
  });

  test('draws an icon of the font as a mask of the npm icon', async () => {
    await openPhone({ page: 'pages/form/form' });
    const mask = await page
      .locator('.icon wx-label')
      .evaluate((node) => getComputedStyle(node, '::before').getPropertyValue('mask-image'));
    expect(mask).toContain('data:image/svg+xml');
  });

  test('tabs and steps lay out', async () => {
    await openPhone({ page: 'pages/form/form' });
    await page.getByText('已办', { exact: true }).click();
    await page.getByText('已办五条').waitFor();
    expect(await page.getByText('进行中').isVisible()).toBe(true);
  });
});

describe('navigation', () => {
  test('the custom tab bar switches tabs and tab pages stay alive', async () => {
    await openPhone();
    await page.locator('#more').click();
    await page.locator('custom-tab-bar').getByText('我的').click();
    expect(await routes()).toEqual(['pages/mine/mine']);
    await page.getByText('首页', { exact: true }).filter({ visible: true }).click();
    expect(await page.locator('.heading').innerText()).toBe('样例 02');
    await page.getByText('我的', { exact: true }).filter({ visible: true }).click();
    expect(await page.locator('#mine').innerText()).toBe('我的 2');
    expect(await log()).toEqual([]);
    expect(await errors()).toEqual([]);
  });

  test('ten pages at most; the eleventh fails in WeChat’s words', async () => {
    await openPhone({ page: 'packages/extra/deep/deep?level=1' });
    for (let level = 1; level < 10; level += 1)
      await page.locator('#deeper').filter({ visible: true }).click();
    expect(await page.locator('#level').filter({ visible: true }).innerText()).toBe('第 10 层');
    expect((await routes()).length).toBe(10);
    await page.locator('#deeper').filter({ visible: true }).click();
    await page.waitForFunction(() => document.body.innerText.includes('webview count limit exceed'));
    expect((await routes()).length).toBe(10);
    await phone((target) => target.back());
    expect((await routes()).length).toBe(9);
  });

  test.each([
    ['navigateTo', { url: '/pages/mine/mine' }, 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', { url: '/pages/mine/mine' }, 'redirectTo:fail can not redirectTo a tabbar page'],
    ['switchTab', { url: '/pages/form/form' }, 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateTo', { url: '/pages/none/none' }, 'navigateTo:fail page "pages/none/none" is not found'],
    ['navigateBack', {}, 'navigateBack:fail cannot navigate back at first page.'],
  ])('%s %j fails: %s', async (api, argument, message) => {
    await openPhone();
    expect(await call(api, argument)).toBe(message);
    expect(await routes()).toEqual(['pages/home/home']);
  });

  test('redirectTo replaces the page, reLaunch closes all, switchTab leaves one', async () => {
    await openPhone();
    await call('navigateTo', { url: '/pages/form/form' });
    await call('redirectTo', { url: '/pages/basics/basics' });
    expect(await routes()).toEqual(['pages/home/home', 'pages/basics/basics']);
    await call('switchTab', { url: '/pages/mine/mine' });
    expect(await routes()).toEqual(['pages/mine/mine']);
    await call('reLaunch', { url: '/packages/extra/deep/deep?level=5' });
    expect(await routes()).toEqual(['packages/extra/deep/deep']);
    expect(await page.locator('wx-page').count()).toBe(1);
  });

  test('a notification opens its page with the query of the message', async () => {
    await openPhone();
    await phone((target) => target.openFromNotification('packages/extra/deep/deep?level=7'));
    expect(await page.locator('#level').innerText()).toBe('第 7 层');
    expect(await routes()).toEqual(['packages/extra/deep/deep']);
  });

  test('the frame hears title, depth and theme colours', async () => {
    await openPhone();
    await call('navigateTo', { url: '/pages/basics/basics' });
    expect((await told('chrome')).at(-1)).toEqual({
      path: 'pages/basics/basics',
      title: '基础',
      depth: 2,
      backgroundColor: '#ffffff',
      textStyle: 'black',
      navigationStyle: 'custom',
    });
    await phone((target) => target.setTheme('dark'));
    expect((await told('chrome')).at(-1)).toMatchObject({ backgroundColor: '#101820', textStyle: 'white' });
    expect(await color('#theme')).toBe('rgb(9, 8, 7)');
    expect(await page.locator('#theme').innerText()).toBe('dark');
  });
});

describe('touch and tap', () => {
  test('a long press that is handled takes the tap’s place', async () => {
    await openPhone({ page: 'pages/basics/basics' });
    await page.locator('#press').evaluate((node) => node.setAttribute('style', 'height:40px'));
    await page.locator('#press').click();
    await page.locator('#press').click({ delay: 450 });
    expect((await page.locator('#press').innerText()).trim()).toBe('tap long');
  });

  test('catch stops the bubbling', async () => {
    await openPhone({ page: 'pages/basics/basics' });
    await page.locator('#caught').evaluate((node) => node.setAttribute('style', 'height:40px'));
    await page.locator('#caught').click();
    expect((await page.locator('#outer').innerText()).trim()).toBe('inner');
  });

  test('a WXS handler moves its element and calls the page; change:prop gets a descriptor', async () => {
    await openPhone({ page: 'pages/basics/basics' });
    const box = await page.locator('#drag').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move(60, (box?.y ?? 0) + 20, { steps: 3 });
    await page.mouse.up();
    const style = await page.locator('#drag').evaluate((node) => getComputedStyle(node).marginLeft);
    expect(style).toBe('60px');
    expect(await page.locator('#dragged').innerText()).toBe('touchmove');
    expect(await page.locator('#drag').getAttribute('class')).toContain('wide-1');
  });

  test('asking for a subscription works inside a tap and fails after a timer', async () => {
    await openPhone({ page: 'pages/form/form' });
    await page.locator('.ask').click();
    await page.waitForFunction(() => document.querySelector('#result')?.textContent?.includes('accept'));
    await call('redirectTo', { url: '/pages/basics/basics' });
    await page.locator('#late').evaluate((node) => node.setAttribute('style', 'height:40px'));
    await page.locator('#late').click();
    await page.waitForFunction(() => document.querySelector('#late')?.textContent?.includes('fail'));
  });

  test('selector queries measure elements and the viewport', async () => {
    await openPhone({ page: 'pages/basics/basics' });
    await page.locator('#rect').evaluate((node) => node.setAttribute('style', 'height:40px'));
    await page.locator('#rect').click();
    await page.waitForFunction(() => document.querySelector('#rect')?.textContent === '100 0');
  });

  test('behaviors add methods, and apply-shared lets the page style a component', async () => {
    await openPhone({ page: 'pages/basics/basics' });
    await page.locator('#row wx-view').click();
    expect(await page.locator('#row wx-view').innerText()).toBe('2');
    const size = await page.locator('#row wx-view').evaluate((node) => getComputedStyle(node).fontSize);
    expect(size).toBe('20px');
  });
});

describe('errors', () => {
  test('of lifecycles, handlers and promises reach the desk and the page lives on', async () => {
    await openPhone({ page: 'pages/broken/broken' });
    await page.locator('#throw').click();
    await page.locator('#reject').click();
    await page.locator('#alive').click();
    expect(await page.locator('#alive').innerText()).toBe('1');
    expect(await errors()).toEqual(['broken onLoad', 'broken handler', 'broken promise']);
    expect((await told('errors'))[0]).toMatchObject({ seat: 'graduate', page: 'pages/broken/broken' });
  });
});

describe('three phones on one desk', () => {
  test('share one event stream, keep apart what is theirs, and all follow the clock', async () => {
    page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
    const streams: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/control/events')) streams.push(request.url());
    });
    await page.goto(`${server.url}/control/clock`);
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
    server.setOffset(10 * 366 * 86_400_000);
    for (const one of phones)
      await one
        .locator('#clock')
        .getByText(String(year + 10))
        .waitFor();
    server.setOffset(0);
  });
});

describe('the clock', () => {
  afterEach(() => server.setOffset(0));

  test('starts where the emulator’s stands and follows its jumps; pages show again', async () => {
    const twoYears = 2 * 366 * 86_400_000;
    server.setOffset(twoYears);
    await openPhone();
    const year = new Date(Date.now() + twoYears).getFullYear();
    expect(await page.locator('#clock').innerText()).toBe(String(year));
    server.setOffset(2 * twoYears);
    await page.waitForFunction((old) => document.querySelector('#clock')?.textContent !== String(old), year);
    expect(
      await page.evaluate(() => [new Date() instanceof Date, typeof Date(), new Date(0).getTime()]),
    ).toEqual([true, 'string', 0]);
    expect(await log()).toEqual(expect.arrayContaining(['hide', 'show']));
    expect(await page.evaluate(() => (window as unknown as PhoneWindow).getApp().entries)).toEqual([
      'launch pages/home/home',
      'app show',
      'app hide',
      'app show',
    ]);
  });
});
