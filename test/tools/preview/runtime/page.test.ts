import type { Page } from 'playwright-core';
import { runtimePhones, type RuntimePhone } from '../runtime-phone';

const { open } = runtimePhones();
let phone: RuntimePhone;
let page: Page;

const openPhone = async (query?: Record<string, string>): Promise<void> => {
  phone = await open(query);
  page = phone.page;
};

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
    expect(await phone.errors()).toEqual([]);
  });

  test('keeps styles of a component and of its page apart', async () => {
    await openPhone();
    expect(await phone.color('#card-0 wx-view')).toBe('rgb(0, 128, 0)');
    expect(await phone.color('.heading')).toBe('rgb(0, 82, 217)');
    const padding = await page.locator('wx-page').evaluate((node) => getComputedStyle(node).paddingTop);
    expect(padding).toBe('10px');
  });

  test('hears its lifecycle in WeChat’s order', async () => {
    await openPhone({ page: 'pages/home/home?from=%E7%BE%A4' });
    await phone.logs('ready');
    expect(await phone.log()).toEqual(['load {"from":"群"}', 'show', 'ready']);
    expect(await phone.entries()).toEqual(['launch pages/home/home', 'app show']);
  });

  test('hears reaching the bottom once, scrolling, and a pull at its top', async () => {
    await openPhone();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => document.querySelector('#bottom')?.textContent === '底 1');
    expect(await phone.log()).toContain('scroll');
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.mouse.move(100, 60);
    await page.mouse.down();
    await page.mouse.move(100, 200, { steps: 4 });
    await page.mouse.up();
    expect(await phone.log()).toContain('pull');
    expect(await page.locator('.preview-pull').count()).toBe(0);
  });

  test('that was closed shows nothing of what it still sets', async () => {
    await openPhone({ page: 'pages/basics/basics' });
    await page.evaluate(() => Object.assign(globalThis, { pageBefore: getCurrentPages()[0] }));
    await phone.call('reLaunch', { url: '/pages/home/home' });
    await page.evaluate(() => {
      const { pageBefore } = globalThis as unknown as { pageBefore: { setData(data: object): void } };
      pageBefore.setData({ added: ['迟到的'] });
    });
    expect(await page.locator('wx-page').innerText()).not.toContain('迟到的');
    expect(await phone.errors()).toEqual([]);
  });

  test('keeps its scroll position while another covers it', async () => {
    await openPhone();
    await page.evaluate(() => window.scrollTo(0, 300));
    await page.locator('.to-form').evaluate((node) => node.scrollIntoView({ block: 'center' }));
    const before = await page.evaluate(() => window.scrollY);
    await phone.call('navigateTo', { url: '/pages/form/form' });
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await phone.call('navigateBack', {});
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
    expect(await phone.data()).toMatchObject({ way: 'work', agreed: true, city: '上海' });
    expect(await phone.errors()).toEqual([]);
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
    await phone.call('redirectTo', { url: '/pages/basics/basics' });
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
    expect(await phone.errors()).toEqual(['broken onLoad', 'broken handler', 'broken promise']);
    expect((await phone.told('errors'))[0]).toMatchObject({ seat: 'graduate', page: 'pages/broken/broken' });
  });
});
