import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { tooLarge } from './sheet-writer';
import type { DigitFormat } from './number-text';
import { readXml, type XmlListener } from './xml';
import type { Zip } from './zip';

/** Excel's own limit. */
const LONGEST_CODE = 255;

/** Formats of dates that have a number and no code, those of East Asia included (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format such as `yyyy"年"m"月"` shows a date. Its first section counts; texts, colours and escapes do not. */
export const isDateFormat = (code: string): boolean => {
  const [shown = ''] = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').split(';');
  return /[yd]/i.test(shown) || (/m/i.test(shown) && !/[hs]/i.test(shown));
};

const LITERAL = /"([^"]*)"|\\(.)/g;
const DIGITS = /^((?:"[^"]*"|\\.)*)(0+)((?:"[^"]*"|\\.)*)$/;

/** What a format that shows digits only shows; undefined for all others. */
const digitFormatOf = (code: string): DigitFormat | undefined => {
  const [, before = '', zeros = '', after = ''] = DIGITS.exec(code.split(';')[0] ?? '') ?? [];
  const plain = (text: string) => text.replace(LITERAL, '$1$2');
  return zeros === '' ? undefined : { before: plain(before), digits: zeros.length, after: plain(after) };
};

/** What the number of a cell's style says about its number. */
export interface CellFormats {
  isDate(style: number): boolean;
  digits(style: number): DigitFormat | undefined;
  isCrossedOut(style: number): boolean;
}

const OFF = ['0', 'false'];

/** Which fonts, by their places in the list, cross out what is written in them. */
class Fonts implements XmlListener {
  private readonly crossing = new Set<number>();
  private isInFonts = false;
  private at = -1;

  open(name: string, { val = '1' }: Readonly<Record<string, string>>): void {
    if (name === 'fonts') this.isInFonts = true;
    if (name === 'font' && this.isInFonts) this.at += 1;
    if (name === 'strike' && this.isInFonts && !OFF.includes(val)) this.crossing.add(this.at);
  }

  close(name: string): void {
    if (name === 'fonts') this.isInFonts = false;
  }

  crossOut(font: number): boolean {
    return this.crossing.has(font);
  }
}

/** Reads which of the styles show dates, which show leading zeros, and which cross out. */
export const readCellFormats = async (zip: Zip, part: string | undefined): Promise<CellFormats> => {
  const codes = new Map<number, string>();
  const formats: { readonly number: number; readonly font: number }[] = [];
  const fonts = new Fonts();
  let isInCells = false;
  const listener: XmlListener = {
    open(name, attributes) {
      const { numFmtId, fontId, formatCode = '' } = attributes;
      fonts.open(name, attributes);
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode.slice(0, LONGEST_CODE));
      if (name === 'xf' && isInCells)
        formats.push({ number: Number(numFmtId ?? 0), font: Number(fontId ?? 0) });
      if (formats.length + codes.size > ROSTER_FILE.maxStyles) throw tooLarge();
    },
    close(name) {
      fonts.close(name);
      if (name === 'cellXfs') isInCells = false;
    },
  };
  if (part !== undefined && zip.has(part)) await readXml(zip.read(part), listener);
  const codeOf = (style: number): string => codes.get(formats[style]?.number ?? -1) ?? '';
  return {
    isDate: (style) => isDateFormat(codeOf(style)) || isBuiltInDate(formats[style]?.number ?? -1),
    digits: (style) => digitFormatOf(codeOf(style)),
    isCrossedOut: (style) => fonts.crossOut(formats[style]?.font ?? -1),
  };
};
