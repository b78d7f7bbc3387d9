import { CellText } from './cell-text';
import type { CellFormats } from './cell-formats';
import { dateText, numberText, shownDigits } from './number-text';
import { FileRefused } from './sheet';
import type { SheetWriter } from './sheet-writer';
import type { Attributes, XmlListener } from './xml';

/** What the cells of a sheet refer to. */
export interface CellMeanings {
  readonly sharedStrings: readonly string[];
  readonly formats: CellFormats;
  readonly isFrom1904: boolean;
}

const PLACE = /^([A-Z]{1,3})(\d{1,7})$/i;
const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i;
const ROW = /^\d{1,7}$/;

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** Follows the `<row>` and `<c>` of a sheet and hands the text of each cell on. */
export class SheetCells implements XmlListener {
  private row = 0;
  private column = 0;
  private type = '';
  private style = 0;
  private isInCell = false;
  private readonly content = new CellText();

  constructor(
    private readonly writer: SheetWriter,
    private readonly meanings: CellMeanings,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'mergeCell') this.merge(attributes);
    else if (this.isInCell) this.content.open(name);
  }

  text(text: string): void {
    if (this.isInCell) this.content.text(text);
  }

  close(name: string): void {
    if (name !== 'c') return this.content.close(name);
    this.isInCell = false;
    const text = this.meaning(this.content.end());
    this.writer.put(this.row, this.column, text);
    if (text.trim() !== '' && this.meanings.formats.isCrossedOut(this.style)) this.writer.crossOut(this.row);
  }

  /** Rows and cells without a number follow the one before. */
  private beginRow({ r, hidden, ht }: Attributes): void {
    if (r !== undefined && !ROW.test(r)) throw new FileRefused('FILE_UNREADABLE');
    this.row = r === undefined ? this.row + 1 : Number(r);
    this.column = 0;
    if (hidden === '1' || hidden === 'true' || Number(ht ?? 1) === 0) this.writer.hide(this.row);
  }

  /** Merged areas stand behind the cells. */
  private merge({ ref = '' }: Attributes): void {
    const [, letters = '', from, to] = AREA.exec(ref) ?? [];
    if (letters === '') return;
    this.writer.fillDown({ column: columnOf(letters), fromRow: Number(from), toRow: Number(to) });
  }

  private beginCell({ r, t = '', s = '0' }: Attributes): void {
    const [, letters = '', row = ''] = r === undefined ? [] : (PLACE.exec(r) ?? []);
    if (r !== undefined && letters === '') throw new FileRefused('FILE_UNREADABLE');
    this.column = letters === '' ? this.column + 1 : columnOf(letters);
    if (row !== '') this.row = Number(row);
    this.type = t;
    this.style = Number(s);
    this.isInCell = true;
    this.content.begin();
  }

  private meaning(value: string): string {
    const { sharedStrings, formats, isFrom1904 } = this.meanings;
    if (value === '') return '';
    if (this.type === 's') return sharedStrings[Number(value)] ?? '';
    if (this.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'd') return value.slice(0, 'YYYY-MM-DD'.length);
    if (this.type !== '' && this.type !== 'n') return value;
    const date = formats.isDate(this.style) ? dateText(value, isFrom1904) : undefined;
    return date ?? shownDigits(numberText(value), formats.digits(this.style));
  }
}
