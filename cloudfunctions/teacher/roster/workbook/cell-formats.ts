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
}

/** Reads which of the styles show dates, and which show leading zeros. */
export const readCellFormats = async (zip: Zip, part: string | undefined): Promise<CellFormats> => {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  const listener: XmlListener = {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode.slice(0, LONGEST_CODE));
      if (name === 'xf' && isInCells) formats.push(Number(numFmtId ?? 0));
      if (formats.length + codes.size > ROSTER_FILE.maxStyles) throw tooLarge();
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  };
  if (part !== undefined && zip.has(part)) await readXml(zip.read(part), listener);
  const codeOf = (style: number): string => codes.get(formats[style] ?? -1) ?? '';
  return {
    isDate: (style) => isDateFormat(codeOf(style)) || isBuiltInDate(formats[style] ?? -1),
    digits: (style) => digitFormatOf(codeOf(style)),
  };
};
