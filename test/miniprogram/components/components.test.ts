/**
 * @jest-environment jsdom
 */
import { dispatched, prepare } from '../support/simulate';

type Mount = ReturnType<typeof prepare>;
let load: Mount;
beforeAll(() => {
  load = prepare();
}, 60_000);

describe('the day strip', () => {
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('components/day-strip/day-strip');
  });

  it.each([
    [15, 6, 15, 9],
    [15, 0, 15, 15],
    [10, 15, 10, 0],
    [20, 5, 20, 15],
  ])('of %i days with %i left has %i ticks, %i of them gone', (total, left, ticks, gone) => {
    const strip = mount({ total, left });
    expect(strip.querySelectorAll('.tick')).toHaveLength(ticks);
    expect(strip.querySelectorAll('.gone')).toHaveLength(gone);
  });

  it('becomes one bar when ticks would be too thin to count', () => {
    expect(mount({ total: 30, left: 6 }).querySelectorAll('.tick')).toHaveLength(0);
  });
});

describe('the code cells', () => {
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('packages/start/login-help/code-cells/code-cells');
  });

  it('hide the code behind dots', () => {
    const cells = mount({ code: '' });
    expect(cells.querySelectorAll('.code-cell')).toHaveLength(6);
    expect(cells.dom.textContent).toBe('');
  });

  it.each([
    ['738214', '738 214'],
    ['AB12', 'AB1 2'],
    ['123', '123'],
  ])('show %s grouped by three', (code, grouped) => {
    expect(mount({ code }).dom.textContent).toContain(grouped);
  });
});

describe('the next-action card', () => {
  const choices = [{ id: 'accepted', text: '对方已接收' }];
  const primary = { id: 'copy', text: '复制给对方的话' };
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('components/next-action-card/next-action-card');
  });

  it('tells which choice was tapped', async () => {
    const card = mount({ title: '请对方接收', primary, choices });
    const heard: unknown[] = [];
    card.addEventListener('choice', ({ detail }) => heard.push(detail));
    card.querySelector('.choice')?.dispatchEvent('tap');
    await dispatched();
    expect(heard).toEqual([{ id: 'accepted' }]);
  });

  it('is silent while something runs', async () => {
    const card = mount({ title: '请对方接收', primary, choices, busy: 'copy' });
    const heard: unknown[] = [];
    card.addEventListener('choice', ({ detail }) => heard.push(detail));
    card.querySelector('.choice')?.dispatchEvent('tap');
    await dispatched();
    expect(heard).toEqual([]);
  });
});

describe('a field to copy', () => {
  it('hands its value out, and is not copyable while unknown', async () => {
    const mount = load('packages/graduate/way-result/field-to-copy/field-to-copy');
    const known = mount({ label: '接转原因', value: '工作' });
    const heard: unknown[] = [];
    known.addEventListener('copy', ({ detail }) => heard.push(detail));
    known.querySelector('.copy')?.dispatchEvent('tap');
    await dispatched();
    expect(heard).toEqual([{ value: '工作' }]);
    const unknown = mount({ label: '申请转入组织', unknown: '向单位团支部问全称' });
    expect(unknown.querySelectorAll('.copy')).toHaveLength(0);
    expect(unknown.dom.textContent).toContain('向单位团支部问全称');
  });
});

describe('the flow card', () => {
  const advice = {
    id: 'post-first',
    progress: '',
    title: '先卸任，再转出',
    text: '',
    options: [],
    steps: [],
    copy: '老师您好',
    website: '',
    action: { label: '复制给老师的话', do: 'copy-text' },
    settled: '职务去掉了，接着办',
    canGoBack: true,
  };
  let mount: ReturnType<Mount>;
  beforeAll(() => {
    mount = load('components/flow-card/flow-card');
  });

  it('offers the words once, and the way on once they did their work', () => {
    const card = mount({ view: advice });
    const words = card.dom.textContent ?? '';
    expect(words).toContain('职务去掉了，接着办');
    expect(words).not.toContain('复制这段话');
  });

  it('has no way on where nothing is in the way', () => {
    expect(mount({ view: { ...advice, settled: '' } }).dom.textContent).not.toContain('接着办');
  });
});
