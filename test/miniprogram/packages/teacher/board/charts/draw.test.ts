import { drawChart, type Drawing } from '../../../../../../miniprogram/packages/teacher/board/charts/draw';
import { PALETTE } from '../../../../../../miniprogram/packages/teacher/board/charts/palette';

const drawing: Drawing = {
  kind: 'bars',
  marks: [
    { value: 251, tone: 'brand' },
    { value: 186, tone: 'done' },
  ],
  max: 258,
  width: 300,
  height: 88,
  theme: 'light',
  fontSize: 14,
};
const svg = (change: Partial<Drawing> = {}): string =>
  decodeURIComponent(drawChart({ ...drawing, ...change }).replace('data:image/svg+xml,', ''));

describe('a chart', () => {
  it('writes the number at each bar', () => {
    expect(svg()).toMatch(/>251</);
    expect(svg()).toMatch(/>186</);
  });

  it.each(['light', 'dark'] as const)('takes its colours from the tokens, %s', (theme) => {
    expect(svg({ theme })).toContain(PALETTE[theme].done);
  });

  it('writes no number over a day on which nothing falls', () => {
    const marks = [
      { value: 0, tone: 'brand' },
      { value: 4, tone: 'soon' },
    ] as const;
    expect(svg({ kind: 'columns', marks })).not.toMatch(/>0</);
    expect(svg({ kind: 'columns', marks })).toMatch(/>4</);
  });

  it.each(['bars', 'columns', 'line'] as const)('draws %s with nothing in them', (kind) => {
    expect(svg({ kind, marks: [{ value: 0, tone: 'brand' }] })).toContain('<svg');
  });

  it('says the same twice for the same figures', () => {
    expect(svg()).toBe(svg());
  });
});
