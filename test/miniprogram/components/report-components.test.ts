/**
 * @jest-environment jsdom
 */
import { dispatched, heardBy, prepare, words, type Mounted } from '../support/simulate';

type Mount = ReturnType<typeof prepare>;
let load: Mount;
beforeAll(() => {
  load = prepare();
}, 60_000);

const tap = async (mounted: Mounted, selector: string, at = 0): Promise<void> => {
  mounted.querySelectorAll(selector)[at]?.dispatchEvent('tap');
  await dispatched();
};

describe('the countdown hero', () => {
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('components/countdown-hero/countdown-hero');
  });
  const strip = { total: 15, left: 6, from: '6月3日', to: '6月18日 10:20' };

  it('says the number with its unit, and the days as a strip', () => {
    const hero = mount({
      who: '林晚',
      tag: '学院已批准',
      lead: '离截止还有',
      number: '6',
      unit: '天',
      strip,
    });
    expect(words(hero)).toContain('离截止还有6天');
    expect(hero.querySelectorAll('.headline')).toHaveLength(0);
    expect(words(hero)).toContain('6月18日 10:20');
  });

  it('has a headline where there is nothing to count, and no strip', () => {
    const hero = mount({ who: '林晚', tag: '全部办完', headline: '全部办完', note: '记住现在的组织' });
    expect(hero.querySelectorAll('.big')).toHaveLength(0);
    expect(words(hero)).toBe('林晚全部办完全部办完记住现在的组织');
  });

  it.each(['soon', 'stop'])('carries the tone %s at the number', (tone) => {
    expect(mount({ number: '2', unit: '天', tone }).querySelectorAll(`.big.${tone}`)).toHaveLength(1);
  });
});

describe('the sheet that asks for a reason', () => {
  const presets = ['组织选错了', '名称写得不对'];
  const asked = { visible: true, title: '为什么退回？', presets, confirmText: '报告被退回' };
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('components/reason-sheet/reason-sheet');
  });
  const chosen = (sheet: Mounted) => sheet.querySelectorAll('.preset.on').map(({ dom }) => dom.textContent);

  it('offers the ready reasons and own words, with nothing chosen', () => {
    const sheet = mount(asked);
    expect(sheet.querySelectorAll('.preset').map(({ dom }) => dom.textContent)).toEqual([
      ...presets,
      '自己写',
    ]);
    expect(chosen(sheet)).toEqual([]);
    expect(sheet.querySelectorAll('.own')).toHaveLength(0);
  });

  it('says that a reason is missing instead of sending none', async () => {
    const sheet = mount(asked);
    const heard = heardBy(sheet, 'confirm');
    await tap(sheet, '.confirm >>> .t-button');
    expect(words(sheet)).toContain('请选一个原因，或写一句');
    expect(heard).toEqual([]);
  });

  it('sends no reason that is too long, and cuts none', async () => {
    const own = '材'.repeat(80);
    const sheet = mount({ ...asked, chosen: own });
    const heard = heardBy(sheet, 'confirm');
    await tap(sheet, '.confirm >>> .t-button');
    expect(words(sheet)).toContain('最多 60 个字，现在有 80 个');
    expect(heard).toEqual([]);
  });

  it('hands on the one that is ticked, the last one of several', async () => {
    const sheet = mount(asked);
    const heard = heardBy(sheet, 'confirm');
    await tap(sheet, '.preset', 0);
    await tap(sheet, '.preset', 1);
    expect(chosen(sheet)).toEqual(['名称写得不对']);
    await tap(sheet, '.confirm >>> .t-button');
    expect(heard).toEqual([['confirm', { reason: '名称写得不对' }]]);
  });

  it('opens a field for own words only when they are chosen', async () => {
    const sheet = mount(asked);
    await tap(sheet, '.preset', 2);
    expect(chosen(sheet)).toEqual(['自己写']);
    expect(sheet.querySelectorAll('.own')).toHaveLength(1);
  });

  it('can be left, but not while it is being sent', async () => {
    const free = mount(asked);
    const left = heardBy(free, 'close');
    await tap(free, '.cancel >>> .t-button');
    expect(left).toHaveLength(1);
    const busy = mount({ ...asked, busy: true, chosen: '组织选错了' });
    const heard = heardBy(busy, 'close', 'confirm');
    await tap(busy, '.cancel >>> .t-button');
    await tap(busy, '.confirm >>> .t-button');
    expect(heard).toEqual([]);
  });

  it('starts with what was chosen before it opened, and shows why it was refused', () => {
    const error = '这条申请刚刚有了变化';
    const sheet = mount({ ...asked, chosen: '组织选错了', error });
    expect(chosen(sheet)).toEqual(['组织选错了']);
    expect(words(sheet)).toContain(error);
  });
});
