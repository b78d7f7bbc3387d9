import { renderSvg } from './engine';
import { PALETTE } from './palette';

export type Tone = 'brand' | 'done' | 'soon' | 'stop';

interface Mark {
  readonly value: number;
  readonly tone: Tone;
}

export interface Drawing {
  readonly kind: 'bars' | 'columns' | 'line';
  readonly marks: readonly Mark[];
  /** Value of a full-length mark; the largest one when absent. */
  readonly max?: number;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  /** Of the numbers at the marks, px. */
  readonly fontSize: number;
}

/** Room for the number behind the longest bar, in letters of its size. */
const NUMBER_LETTERS = 3.2;
const BAR = 16;

const numbers = ({ fontSize }: Drawing, colour: string, position: 'right' | 'top') => ({
  show: true,
  position,
  distance: position === 'right' ? 8 : Math.round(fontSize * 0.4),
  color: colour,
  fontSize,
  fontWeight: position === 'right' ? 600 : 400,
  fontFamily: '-apple-system, PingFang SC, Roboto, Noto Sans, sans-serif',
  textBorderWidth: 0,
});

const stillOf = ({ kind, marks, theme }: Drawing) => ({
  data: marks.map(({ value, tone }) => ({
    value,
    itemStyle: { color: PALETTE[theme][tone] ?? '' },
    // An empty day needs no number.
    ...(kind === 'columns' && value === 0 ? { label: { show: false } } : {}),
  })),
  silent: true,
  animation: false,
  emphasis: { disabled: true },
});

const categoryOf = ({ marks }: Drawing) => ({
  type: 'category',
  show: false,
  data: marks.map((_, index) => String(index)),
});

const baselineOf = (drawing: Drawing) => ({
  ...categoryOf(drawing),
  show: true,
  axisLabel: { show: false },
  axisTick: { show: false },
  axisLine: { lineStyle: { color: PALETTE[drawing.theme].line } },
});

const valueOf = ({ marks, max }: Drawing) => ({
  type: 'value',
  show: false,
  min: 0,
  max: Math.max(1, max ?? Math.max(0, ...marks.map(({ value }) => value))),
});

const bars = (drawing: Drawing) => ({
  grid: { left: 0, top: 0, bottom: 0, right: Math.ceil(drawing.fontSize * NUMBER_LETTERS) },
  xAxis: valueOf(drawing),
  yAxis: { ...categoryOf(drawing), inverse: true },
  series: [
    {
      ...stillOf(drawing),
      type: 'bar',
      barWidth: BAR,
      barMinHeight: 2,
      itemStyle: { borderRadius: 3 },
      label: numbers(drawing, PALETTE[drawing.theme].ink ?? '', 'right'),
    },
  ],
});

const columns = (drawing: Drawing) => ({
  grid: { left: 0, right: 0, top: drawing.fontSize + 10, bottom: 1 },
  xAxis: baselineOf(drawing),
  yAxis: valueOf(drawing),
  series: [
    {
      ...stillOf(drawing),
      type: 'bar',
      barWidth: '68%',
      itemStyle: { borderRadius: [3, 3, 0, 0] },
      label: numbers(drawing, PALETTE[drawing.theme]['ink-2'] ?? '', 'top'),
    },
  ],
});

const line = (drawing: Drawing) => {
  const colours = PALETTE[drawing.theme];
  return {
    grid: { left: 6, right: 6, top: drawing.fontSize + 10, bottom: 6 },
    xAxis: { ...baselineOf(drawing), boundaryGap: false },
    yAxis: valueOf(drawing),
    series: [
      {
        ...stillOf(drawing),
        type: 'line',
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 3, color: colours.brand, cap: 'round', join: 'round' },
        areaStyle: { color: colours['brand-tint'], opacity: 1 },
      },
    ],
  };
};

const PARTS = { bars, columns, line };

/** Chart options of echarts: no grid, no legend, no animation; the number stands at its mark. */
const optionOf = (drawing: Drawing): object => ({ animation: false, ...PARTS[drawing.kind](drawing) });

/** What a browser would need to handle the pointer; a picture has no pointer. */
const POINTER_PARTS = /<style[\s\S]*?<\/style>| (?:ecmeta_\w+|class)="[^"]*"/g;

/** A chart as the source of an `<image>`. */
export const drawChart = (drawing: Drawing): string => {
  const svg = renderSvg(optionOf(drawing), { width: drawing.width, height: drawing.height });
  return `data:image/svg+xml,${encodeURIComponent(svg.replace(POINTER_PARTS, ''))}`;
};
