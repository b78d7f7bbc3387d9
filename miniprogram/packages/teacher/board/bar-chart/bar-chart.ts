import { ownState } from '../../../../memory/own-state';
import { listOf } from '../../../../components/properties';
import { insideCard } from '../charts/card-width';
import { drawChart, type Drawing, type Tone } from '../charts/draw';

/** One bar: what it stands for, and what a tap on it opens. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
  /** Under a column: only some days are named. */
  readonly axis?: string;
}

const SIZES = {
  plain: { row: 44, label: 84, columns: 124, font: 14, small: 12 },
  large: { row: 56, label: 116, columns: 148, font: 18, small: 15 },
};

const theme = (): 'light' | 'dark' => (wx.getAppBaseInfo?.().theme === 'dark' ? 'dark' : 'light');

/** The listener, kept because it has to be taken off again. */
const own = ownState(() => ({ redraw: (): void => undefined }));

/**
 * Horizontal bars, columns or a line, drawn by echarts; the labels are the page's own text and what is tapped.
 * Event: `pick` with `{ id }`.
 */
Component({
  properties: {
    kind: { type: String, value: 'bars' },
    bars: listOf<Bar>(),
    /** Value of a full bar; 0 takes the largest. */
    max: { type: Number, value: 0 },
    /** Behind each number for a screen reader. */
    unit: { type: String, value: '人' },
    large: { type: Boolean, value: false },
    /** Rows of words instead of a picture. */
    asText: { type: Boolean, value: false },
    tappable: { type: Boolean, value: true },
  },
  data: { src: '', height: 0, row: 44, labelWidth: 84, said: '' },
  observers: {
    'kind, bars, max, large, asText'() {
      this.draw();
    },
  },
  lifetimes: {
    attached() {
      own(this).redraw = () => this.draw();
      wx.onThemeChange?.(own(this).redraw);
    },
    detached() {
      wx.offThemeChange?.(own(this).redraw);
    },
  },
  pageLifetimes: {
    resize() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const { kind, bars, asText, max, large } = this.data;
      if (asText || bars.length === 0) return;
      const size = large ? SIZES.large : SIZES.plain;
      const isBars = kind === 'bars';
      const width = insideCard(wx.getWindowInfo().windowWidth) - (isBars ? size.label : 0);
      const height = isBars ? bars.length * size.row : size.columns;
      const drawing: Drawing = {
        kind: kind === 'columns' || kind === 'line' ? kind : 'bars',
        marks: bars,
        ...(max > 0 ? { max } : {}),
        width,
        height,
        theme: theme(),
        fontSize: isBars ? size.font : size.small,
      };
      // What the picture shows, for who cannot see it.
      const said = bars.map(({ label, value }) => `${label} ${value}${this.data.unit}`).join('，');
      this.setData({ src: drawChart(drawing), height, row: size.row, labelWidth: size.label, said });
    },
    onBarTap(event: TapEvent<{ id: string }>) {
      if (this.data.tappable) this.triggerEvent('pick', { id: event.currentTarget.dataset.id });
    },
  },
});
