/** A moment in China's time, epoch ms: a date to a spreadsheet, which sorts and groups by it. */
interface Moment {
  readonly at: number;
}

/** A text stays one, also where it is all digits; a number can be added up. */
export type Cell = string | number | Moment;

/** What a spreadsheet program would read as a formula, also after the list was saved as .csv. */
const FORMULA = /^[\s\0\ufeff]*[=+\-@＝＋－﹣−＠]|^[\t\r\n]/;

/** The cell as it is; a text that would be a formula with the mark that keeps it text. */
export const plainCell = (cell: Cell): Cell =>
  typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
