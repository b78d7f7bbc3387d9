import type { Page } from 'playwright-core';
import { fixture } from '../../fixture';
import { detailsOf, noted, setDataOn, takeSeen, type TestPhone } from '../../open-phone';

const { open } = fixture('builtins');
let phone: TestPhone;
let page: Page;

const openOn = (path: string) => async () => {
  phone = await open(path);
  page = phone.page;
};

describe('boxes', () => {
  beforeEach(openOn('pages/boxes/boxes'));

  it('scrolls to positions and children and tells both ends once', async () => {
    await setDataOn(page, { into: 'row-39' });
    await page.waitForFunction(() => document.querySelector('#list')!.scrollTop > 1000);
    await noted(page, 'list', 'scrolltolower');
    expect(await detailsOf(page, 'list', 'scrolltolower')).toEqual([{ direction: 'bottom' }]);
    await setDataOn(page, { top: 10 });
    await page.waitForFunction(() => document.querySelector('#list')!.scrollTop === 10);
    await noted(page, 'list', 'scrolltoupper');
    expect(await detailsOf(page, 'list', 'scrolltoupper')).toEqual([{ direction: 'top' }]);
  });

  it('refreshes when pulled down and stops when told', async () => {
    await page.mouse.move(100, 20);
    await page.mouse.down();
    await page.mouse.move(100, 160, { steps: 5 });
    await page.mouse.up();
    expect(await detailsOf(page, 'list', 'refresherrefresh')).toHaveLength(1);
    await setDataOn(page, { triggered: false });
    expect(await detailsOf(page, 'list', 'refresherrestore')).toHaveLength(1);
  });

  it('is framed for who comes by the Tab key, not for who tapped in it and then presses a key', async () => {
    const outline = () =>
      page.locator('#list').evaluate((node) => ({
        focused: node === document.activeElement,
        drawn: getComputedStyle(node).outlineStyle !== 'none',
      }));
    await page.locator('#row-1').click();
    await page.keyboard.press('ArrowDown');
    expect(await outline()).toEqual({ focused: true, drawn: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await outline()).toEqual({ focused: true, drawn: true });
  });

  it('turns a swiper by touch and by property', async () => {
    const box = (await page.locator('#swiper').boundingBox())!;
    await page.mouse.move(300, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(100, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await noted(page, 'swiper', 'animationfinish');
    await setDataOn(page, { current: 2 });
    await page.waitForFunction(
      () =>
        (globalThis as unknown as { seen: { id: string }[] }).seen.filter(({ id }) => id === 'swiper')
          .length >= 3,
    );
    const changes = (await takeSeen(page)).filter(({ id }) => id === 'swiper');
    expect(changes.slice(0, 3)).toEqual([
      { id: 'swiper', type: 'change', detail: { current: 1, currentItemId: 'b', source: 'touch' } },
      { id: 'swiper', type: 'animationfinish', detail: { current: 1, currentItemId: 'b', source: 'touch' } },
      { id: 'swiper', type: 'change', detail: { current: 2, currentItemId: 'c', source: '' } },
    ]);
  });

  it('tells the rows of a picker-view', async () => {
    await page.getByText('A3').click();
    await noted(page, 'wheels', 'change');
    expect(await detailsOf(page, 'wheels', 'change')).toEqual([{ value: [3, 2] }]);
  });

  it('keeps scripts out of rich text', async () => {
    expect(await page.locator('#rich b').innerText()).toBe('世界');
    expect(await page.evaluate(() => (globalThis as { hacked?: boolean }).hacked)).toBeUndefined();
  });

  it('draws svg data and reports what cannot be loaded', async () => {
    const events = await takeSeen(page);
    expect(events).toContainEqual({ id: 'picture', type: 'load', detail: { width: 40, height: 20 } });
    expect(events).toContainEqual({
      id: 'broken',
      type: 'error',
      detail: { errMsg: 'GET /missing.png failed' },
    });
  });

  it.each([
    ['wide', { width: 60, height: 30 }],
    ['high', { width: 120, height: 60 }],
  ])('fills a picture that follows one side: #%s', async (id, size) => {
    const picture = page.locator(`#${id} img`);
    expect(await picture.boundingBox()).toMatchObject(size);
    expect(await picture.evaluate((node) => getComputedStyle(node).objectFit)).toBe('fill');
  });

  it('moves a movable-view along its direction only', async () => {
    await page.locator('#ball').scrollIntoViewIfNeeded();
    const box = (await page.locator('#ball').boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + 500, box.y + 40, { steps: 4 });
    await page.mouse.up();
    expect((await detailsOf(page, 'ball', 'change')).at(-1)).toEqual({ x: 180, y: 0, source: 'touch' });
  });

  it('plays animations beside the element’s own style', async () => {
    await page.evaluate(() => {
      const scope = globalThis as unknown as {
        wx: { createAnimation(o: object): { translateX(n: number): { step(): void }; export(): object } };
        getCurrentPages(): { setData(data: object): void }[];
      };
      const animation = scope.wx.createAnimation({ duration: 0 });
      animation.translateX(30).step();
      scope.getCurrentPages().at(-1)?.setData({ animation: animation.export() });
    });
    const style = await page.locator('#animated').getAttribute('style');
    expect(style).toMatch(/color:\s*red.*translateX\(30px\)/);
  });

  it('opens a link', async () => {
    await page.locator('#link').click();
    expect(await page.locator('#from').innerText()).toBe('来自 link');
  });

  it('shows a page-container and hides what match-media excludes', async () => {
    expect(await page.locator('#narrow').isHidden()).toBe(true);
    expect(await page.locator('#drawer').isHidden()).toBe(true);
    await setDataOn(page, { shown: true });
    expect(await page.locator('#drawer').isVisible()).toBe(true);
  });

  it('names a component that is not in the preview', async () => {
    await setDataOn(page, { map: true });
    expect(phone.errors.join('\n')).toContain('<map> is not in the preview');
  });
});

describe('a component with a property named dataset', () => {
  beforeEach(openOn('pages/second/second'));

  it('opens with its page, and keeps apart what is handed in and what its node carries', async () => {
    expect(await page.locator('wx-series wx-view').allInnerTexts()).toEqual(['3', '5']);
    await page.locator('wx-series wx-view').first().click();
    await page.waitForFunction(() => document.querySelector('#heard')!.textContent === 'sum: 3,5');
    expect(phone.errors).toEqual([]);
  });
});
