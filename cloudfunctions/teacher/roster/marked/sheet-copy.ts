/** A sheet as it is, without ID numbers, with amber cells and a remark at the end of their rows. */
import { holdsIdNumber } from '../../../../miniprogram/domain/text/id-number';
import { looksLikeIdCard } from '../check-rows';
import { cellName } from '../workbook/sheet';
import {
  escaped,
  HELD,
  local,
  prefixOf,
  tagOf,
  type Attributes,
  type Held,
  type Rewriter,
} from './rewrite-xml';
import type { AmberStyles } from './styles';

/** What is to be said of a sheet; rows are counted from 1, columns from 0. */
export interface SheetMarks {
  /** Words at the end of a row, the headings' included. */
  readonly remarks: ReadonlyMap<number, string>;
  /** Cells to colour, as `row:column`. */
  readonly cells: ReadonlySet<string>;
  /** Columns of ID numbers: nothing of them is written. */
  readonly struck: ReadonlySet<number>;
  /** Where the remarks stand: behind the last column. */
  readonly remarkColumn: number;
}

export const NO_MARKS: SheetMarks = {
  remarks: new Map(),
  cells: new Set(),
  struck: new Set(),
  remarkColumn: 0,
};

/** What refers to parts that are not copied, or may hold what nobody looked into. */
const LEFT_OUT = [
  'dimension',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'hyperlinks',
  'extLst',
];

const columnIn = (place: string): number =>
  [...place.replace(/\d/g, '').toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

export const isSecret = (text: string): boolean => looksLikeIdCard(text) || holdsIdNumber(text);

/** Every attribute but links to other parts; a text among them that is an ID number goes as well. */
export const safe = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      /(^|:)id$/.test(key) && key !== 'id' ? [] : [[key, isSecret(value) ? '' : value]],
    ),
  );

interface Shared {
  readonly texts: readonly string[];
  /** Numbers of the texts that are still referred to: the others are struck from the list. */
  readonly used: Set<number>;
}

export class SheetCopy implements Rewriter {
  private row = 0;
  private column = 0;

  constructor(
    private readonly marks: SheetMarks,
    private readonly styles: AmberStyles,
    private readonly shared: Shared,
  ) {}

  open(name: string, attributes: Attributes): Attributes | null | typeof HELD {
    const kind = local(name);
    if (LEFT_OUT.includes(kind)) return null;
    if (kind === 'c') return HELD;
    if (kind !== 'row') return safe(attributes);
    this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r);
    this.column = -1;
    const { spans: _spans, ...kept } = attributes;
    return kept;
  }

  text(text: string): string {
    return isSecret(text) ? '' : text;
  }

  close(name: string): string {
    const remark = local(name) === 'row' ? this.marks.remarks.get(this.row) : undefined;
    return remark === undefined ? '' : this.remark(prefixOf(name), remark);
  }

  /** A cell: as it is, amber, or without what stands in it. */
  held({ name, attributes, inside, text }: Held): string {
    this.column = attributes.r === undefined ? this.column + 1 : columnIn(attributes.r);
    const { s = '0', t = '', ...others } = attributes;
    const index = t === 's' ? Number(text) : -1;
    const shown = t === 's' ? (this.shared.texts[index] ?? '') : text;
    const isStruck = this.marks.struck.has(this.column) || isSecret(shown);
    const isMarked = this.marks.cells.has(`${this.row}:${this.column}`);
    const style = isMarked ? (this.styles.beside(Number(s)) ?? s) : s;
    if (isStruck) return `${tagOf(name, { ...others, s: String(style) })}</${name}>`;
    if (index >= 0) this.shared.used.add(index);
    return `${tagOf(name, { ...others, s: String(style), ...(t ? { t } : {}) })}${inside}</${name}>`;
  }

  private remark(prefix: string, text: string): string {
    const r = cellName(this.row, this.marks.remarkColumn + 1);
    const style = this.styles.beside(0);
    const attributes = { r, ...(style === undefined ? {} : { s: String(style) }), t: 'inlineStr' };
    const name = `${prefix}c`;
    const inside = `<${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is>`;
    return `${tagOf(name, attributes)}${inside}</${name}>`;
  }
}
