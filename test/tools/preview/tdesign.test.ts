import type { Page } from 'playwright-core';
import { fixture } from './fixture';
import { takeSeen } from './open-phone';

/** Unmodified TDesign components on the preview's built-ins. */
const { open } = fixture('tdesign');
let page: Page;

/** Set to a folder to look at what the tests saw. */
const PICTURES = process.env['PREVIEW_PICTURES'];
const picture = (name: string) =>
  PICTURES ? page.screenshot({ path: `${PICTURES}/${name}.png` }) : undefined;

/** Sliding and fading of TDesign's layers. */
const settle = () => page.waitForTimeout(500);

const detailsOf = async (id: string) => (await takeSeen(page)).filter((event) => event.id === id);
const inPart = (name: string) => page.locator(`[class*="t-${name}"]`).first();

const openOn = (path: string) => async () => {
  ({ page } = await open(path));
};

describe('components that show something', () => {
  beforeEach(openOn('pages/show/show'));

  it('taps buttons and cells, but no disabled ones', async () => {
    await page.getByText('主要按钮').click();
    await page.getByText('不可用').click({ force: true });
    await page.getByText('我的材料').click();
    expect(
      (await takeSeen(page)).filter(({ type }) => type !== 'load').map(({ id, type }) => `${id} ${type}`),
    ).toEqual(['primary tap', 'cell click']);
  });

  it('draws progress, steps, tags, notice and the empty state', async () => {
    for (const text of [
      '60%',
      '30%',
      '学院审批',
      '已转入',
      '截止日期为 6 月 30 日',
      '还没有消息',
      '加载中',
    ]) {
      expect([text, await page.getByText(text).first().isVisible()]).toEqual([text, true]);
    }
    await settle();
    const width = await page
      .locator('[class*="t-progress__inner"]')
      .first()
      .evaluate((node) => node.clientWidth);
    const whole = await page
      .locator('[class*="t-progress__bar"]')
      .first()
      .evaluate((node) => node.clientWidth);
    expect(width / whole).toBeCloseTo(0.6, 1);
    await picture('show');
  });

  it('opens a collapse panel', async () => {
    const answer = page.getByText('十五天内。');
    const box = () =>
      answer.evaluate((node) => node.closest('[class*="t-collapse-panel__wrapper"]')!.clientHeight);
    expect(await box()).toBe(0);
    await page.getByText('多久完成？').click();
    await settle();
    expect(await box()).toBeGreaterThan(30);
  });

  it('draws a QR code on the canvas', async () => {
    await settle();
    const dark = await page.locator('wx-canvas canvas').evaluate((node) => {
      const canvas = node as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, index) => index % 4 === 3 && value > 0 && data[index - 1]! < 128).length;
    });
    expect(dark).toBeGreaterThan(500);
  });
});

describe('components that take something', () => {
  beforeEach(openOn('pages/inputs/inputs'));

  it('types into input, textarea and search', async () => {
    const field = page.locator('wx-input input');
    await field.nth(0).fill('张三');
    await field.nth(0).press('Enter');
    await page.locator('textarea').fill('去\n别的\n学校');
    await field.nth(1).fill('李');
    await field.nth(1).press('Enter');
    const seen = await takeSeen(page);
    const last = (id: string, type: string) =>
      seen.filter((event) => event.id === id && event.type === type).at(-1)?.detail;
    expect(last('name', 'change')).toMatchObject({ value: '张三' });
    expect(last('name', 'enter')).toMatchObject({ value: '张三' });
    expect(last('reason', 'change')).toMatchObject({ value: '去\n别的\n学校' });
    expect(last('search', 'submit')).toMatchObject({ value: '李' });
    expect((await page.getByText('7 / 50').count()) + (await page.getByText('7/50').count())).toBe(1);
    await picture('inputs');
  });

  it('chooses radios, checkboxes, tabs, switch and stepper', async () => {
    await page.getByText('就业').click();
    await page.getByText('申请表').click();
    await page.getByText('已办', { exact: true }).click();
    await inPart('switch').click();
    await page.locator('[class*="t-stepper__plus"]').click();
    const values = Object.fromEntries((await takeSeen(page)).map(({ id, detail }) => [id, detail['value']]));
    expect(values).toMatchObject({ radio: 'b', checkbox: ['a', 'b'], tabs: '1', switch: true, stepper: 2 });
    await settle();
    expect(await page.getByText('已办内容').isVisible()).toBe(true);
  });

  it('uploads a picture and shows it', async () => {
    await page.evaluate(() => localStorage.setItem('graduate:o-1:privacy-agreed', '1'));
    await page.locator('[class*="t-upload__add"]').first().click();
    const buffer = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><circle r="20"/></svg>',
    );
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer });
    await settle();
    const [event] = await detailsOf('upload');
    expect(event?.detail['files']).toMatchObject([{ size: buffer.length, type: 'image' }]);
    expect(await page.locator('wx-image img[src^="blob:"]').count()).toBe(1);
  });

  it('swipes a cell open', async () => {
    await page.getByText('左滑删除').scrollIntoViewIfNeeded();
    const { y } = (await page.getByText('左滑删除').boundingBox())!;
    await page.mouse.move(300, y + 10);
    await page.mouse.down();
    await page.mouse.move(180, y + 10, { steps: 6 });
    await page.mouse.up();
    await settle();
    await picture('swipe');
    await page.getByText('删除', { exact: true }).click();
    expect(await detailsOf('swipe')).toMatchObject([{ type: 'click', detail: { text: '删除' } }]);
  });

  it('submits a native form through a TDesign button', async () => {
    await page.getByText('交表').click();
    expect(await detailsOf('form')).toMatchObject([{ type: 'submit', detail: { value: { number: '1' } } }]);
  });
});

describe('layers', () => {
  beforeEach(openOn('pages/overlays/overlays'));

  it('turns a picker', async () => {
    await page.getByText('picker', { exact: true }).click();
    await settle();
    const group = (await page.locator('[class*="t-picker-item__group"]').first().boundingBox())!;
    await page.mouse.move(150, group.y + 100);
    await page.mouse.down();
    await page.mouse.move(150, group.y + 60, { steps: 4 });
    await page.waitForTimeout(300);
    await page.mouse.up();
    await settle();
    await picture('picker');
    await page.getByText('确认', { exact: true }).click();
    expect(await detailsOf('picker')).toMatchObject([{ type: 'confirm', detail: { value: ['work'] } }]);
  });

  it('picks a date', async () => {
    await page.getByText('date', { exact: true }).click();
    await settle();
    await picture('date');
    await page.getByText('确定', { exact: true }).click();
    expect(await detailsOf('date')).toMatchObject([{ type: 'confirm', detail: { value: '2026-06-01' } }]);
  });

  it('opens a popup and closes it on its mask', async () => {
    await page.getByText('popup', { exact: true }).click();
    await settle();
    await picture('popup');
    await page.mouse.click(200, 150);
    expect(await detailsOf('popup')).toMatchObject([{ type: 'visible-change', detail: { visible: false } }]);
  });

  it('asks with a dialog', async () => {
    await page.getByText('dialog', { exact: true }).click();
    await settle();
    await picture('dialog');
    await page.locator('wx-button', { hasText: '提交' }).click();
    expect(await detailsOf('dialog')).toMatchObject([{ type: 'confirm' }]);
  });

  it.each([
    ['toast', '提交成功'],
    ['message', '有新消息'],
  ])('shows a %s and takes it away', async (name, text) => {
    await page.getByText(name, { exact: true }).click();
    await page.getByText(text).waitFor();
    await settle();
    await picture(name);
    await page.getByText(text).waitFor({ state: 'hidden' });
  });

  it('chooses from an action sheet', async () => {
    await page.getByText('sheet', { exact: true }).click();
    await settle();
    await picture('sheet');
    await page.getByText('退回').click();
    expect(await detailsOf('t-action-sheet')).toMatchObject([
      { detail: { selected: { label: '退回' }, index: 1 } },
    ]);
  });
});

describe('bars', () => {
  beforeEach(openOn('pages/bars/bars'));

  it('switches tabs and goes back', async () => {
    await page.getByText('我的').click();
    expect(await detailsOf('tabbar')).toMatchObject([{ type: 'change', detail: { value: 'me' } }]);
    await settle();
    await picture('bars');
    await page.locator('[class*="t-navbar__left-arrow"]').first().click();
    expect(await detailsOf('navbar')).toMatchObject([{ type: 'go-back' }]);
  });
});
