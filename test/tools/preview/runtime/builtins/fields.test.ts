import type { Page } from 'playwright-core';
import { fixture } from '../../fixture';
import { detailsOf, noted, setDataOn, takeSeen } from '../../open-phone';

const { open } = fixture('builtins');
let page: Page;

const openOn = (path: string) => async () => {
  ({ page } = await open(path));
};

/** Waits until an element has this colour. */
const looks = (selector: string, color: string) =>
  page.waitForFunction(
    ([which, wanted]) => getComputedStyle(document.querySelector(which)!).color === wanted,
    [selector, color] as const,
  );

const sheet = () => page.getByRole('dialog');
const choose = (column: number, label: string) =>
  sheet().getByRole('listbox').nth(column).getByRole('option', { name: label, exact: true }).click();
const confirm = () => sheet().getByRole('button', { name: '确定' }).click();

describe('form fields', () => {
  beforeEach(openOn('pages/fields/fields'));

  it('gathers every field of a form under its name', async () => {
    await page.getByLabel('姓名').fill('王五');
    await page.locator('#remark textarea').fill('两行\n备注');
    await page.getByRole('checkbox', { name: '蓝' }).click();
    await page.locator('#notify').click();
    await page.locator('#submit').click();
    expect(await detailsOf(page, 'form', 'submit')).toMatchObject([
      {
        value: {
          name: '王五',
          remark: '两行\n备注',
          colours: ['red', 'blue'],
          sizes: 'm',
          notify: true,
          level: 20,
          way: '1',
        },
      },
    ]);
  });

  it('empties the fields on reset', async () => {
    await page.locator('#reset').click();
    await page.locator('#submit').click();
    const [submitted] = await detailsOf(page, 'form', 'submit');
    expect(submitted?.['value']).toMatchObject({ name: '', colours: [], sizes: '', notify: false, level: 0 });
  });

  it('tells input, focus, blur and confirm with WeChat’s details and stops at maxlength', async () => {
    const field = page.getByLabel('姓名');
    await field.click();
    await field.press('End');
    await field.pressSequentially('五六');
    await field.press('Enter');
    const events = (await takeSeen(page)).filter(({ id }) => id === 'name');
    expect(events.map(({ type }) => type)).toEqual(['focus', 'input', 'confirm', 'blur']);
    expect(events[1]?.detail).toEqual({ value: '李同学五', cursor: 4, keyCode: 0 });
    expect(events[2]?.detail).toEqual({ value: '李同学五' });
  });

  it('draws the placeholder with the page’s own class, and hides it when there is text', async () => {
    const hint = page.locator('#name wx-placeholder');
    await page.getByLabel('姓名').fill('');
    expect(await hint.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(1, 2, 3)');
    await page.getByLabel('姓名').fill('王');
    expect(await hint.isHidden()).toBe(true);
  });

  it('binds model:value both ways', async () => {
    await page.getByLabel('双向').fill('写入');
    expect(await page.locator('#mirror').innerText()).toBe('写入');
    await page.locator('#clear').click();
    expect(await page.getByLabel('双向').inputValue()).toBe('');
  });

  it('grows an auto-height textarea and tells the line count', async () => {
    const before = (await page.locator('#remark').boundingBox())!.height;
    await page.locator('#remark textarea').fill('一\n二\n三');
    expect((await page.locator('#remark').boundingBox())!.height).toBeGreaterThan(before * 2);
    expect((await detailsOf(page, 'remark', 'linechange')).at(-1)).toMatchObject({ lineCount: 3 });
  });

  it('grows it with the lines that a narrower phone needs', async () => {
    await page.setViewportSize({ width: 430, height: 812 });
    await page.locator('#remark').evaluate((field) => field.setAttribute('style', 'width: 90vw'));
    await page.locator('#remark textarea').fill('上海市浦东新区张江镇学社衔接临时团支部');
    const wide = await page.locator('#remark textarea').evaluate((area) => area.clientHeight);
    await page.setViewportSize({ width: 160, height: 812 });
    await page.waitForFunction(
      (before) => document.querySelector('#remark textarea')!.clientHeight > before,
      wide,
    );
  });

  it('passes a tap on a label to its control', async () => {
    await page.locator('#red-label').click({ position: { x: 34, y: 12 } });
    expect(await detailsOf(page, 'colours', 'change')).toEqual([{ value: [] }]);
    await page.getByText('大字').click();
    expect(await detailsOf(page, 'sizes', 'change')).toEqual([{ value: 'l' }]);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
  });

  it('keeps a disabled button silent and shows the pressed look of the others', async () => {
    await page.locator('#off').click({ force: true });
    await page.locator('#busy').hover();
    await page.mouse.down();
    await looks('#busy', 'rgb(4, 5, 6)');
    await page.mouse.up();
    const taps = (await takeSeen(page)).filter(({ type }) => type === 'tap');
    expect(taps.map(({ id }) => id)).toEqual(['busy']);
    await looks('#busy', 'rgb(0, 0, 0)');
  });

  it('passes role and aria on and hides with `hidden`', async () => {
    const box = page.getByRole('checkbox', { name: '盒子' });
    expect(await box.getAttribute('aria-checked')).toBe('false');
    await setDataOn(page, { hidden: true });
    expect(await page.locator('#hidden').isHidden()).toBe(true);
  });

  it('says what progress and slider show', async () => {
    expect(await page.locator('#progress').getAttribute('aria-valuenow')).toBe('30');
    await page.getByLabel('程度').fill('75');
    expect(await detailsOf(page, 'level', 'change')).toEqual([{ value: 75 }]);
  });
});

describe('pickers', () => {
  beforeEach(openOn('pages/fields/fields'));

  it('answers the index as text in selector mode, and cancels', async () => {
    await page.locator('#way-view').click();
    expect(await sheet().getByRole('option', { selected: true }).innerText()).toBe('乙');
    await choose(0, '丙');
    await confirm();
    expect(await detailsOf(page, 'way', 'change')).toEqual([{ value: '2' }]);
    await page.locator('#way-view').click();
    await sheet().getByRole('button', { name: '取消' }).click();
    expect(await detailsOf(page, 'way', 'cancel')).toHaveLength(1);
  });

  it('labels objects by range-key', async () => {
    await page.locator('#objects-view').click();
    await choose(0, '二');
    await confirm();
    expect(await detailsOf(page, 'objects', 'change')).toEqual([{ value: '1' }]);
  });

  it('lets the page change later columns while the sheet is open', async () => {
    await page.locator('#multi-view').click();
    await choose(0, '乙');
    await choose(1, '乙三');
    await confirm();
    await noted(page, 'multi', 'change');
    const events = (await takeSeen(page)).filter(({ id }) => id === 'multi');
    expect(events).toEqual([
      { id: 'multi', type: 'columnchange', detail: { column: 0, value: 1 } },
      { id: 'multi', type: 'columnchange', detail: { column: 1, value: 2 } },
      { id: 'multi', type: 'change', detail: { value: [1, 2] } },
    ]);
  });

  it('offers times and days inside the limits only', async () => {
    await page.locator('#time-view').click();
    await choose(0, '18');
    expect(await sheet().getByRole('listbox').nth(1).getByRole('option').count()).toBe(16);
    await confirm();
    expect(await detailsOf(page, 'time', 'change')).toEqual([{ value: '18:00' }]);
    await page.locator('#date-view').click();
    expect(await sheet().getByRole('listbox').nth(2).getByRole('option').count()).toBe(28);
    await choose(1, '12月');
    await choose(2, '31日');
    await confirm();
    expect(await detailsOf(page, 'date', 'change')).toEqual([{ value: '2026-12-31' }]);
  });

  it('picks a region down to the street office, with codes', async () => {
    await page.locator('#region-view').click();
    for (const [column, name] of ['上海市', '上海市', '杨浦区', '定海路街道'].entries())
      await choose(column, name);
    await confirm();
    expect(await detailsOf(page, 'region', 'change')).toEqual([
      {
        value: ['上海市', '上海市', '杨浦区', '定海路街道'],
        code: ['310000', '310100', '310110', '310110001'],
        postcode: '',
      },
    ]);
  });
});
