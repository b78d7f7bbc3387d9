import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { tooLarge } from './sheet-writer';
import { readXml } from './xml';
import type { Zip } from './zip';

/** Formats of dates that have a number and no code, those of East Asia included (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format such as `yyyy"年"m"月"` shows a date. Its first section counts; texts, colours and escapes do not. */
export const isDateFormat = (code: string): boolean => {
  const [shown = ''] = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').split(';');
  return /[yd]/i.test(shown) || (/m/i.test(shown) && !/[hs]/i.test(shown));
};

/** Tells by the number of a cell's style whether its number is a date. */
export type IsDate = (style: number) => boolean;

/** Reads which of the styles are formats of dates. */
export const readDateStyles = async (zip: Zip, part: string | undefined): Promise<IsDate> => {
  if (part === undefined || !zip.has(part)) return () => false;
  const ownDates = new Set<number>();
  const formats: number[] = [];
  let isInCells = false;
  await readXml(zip.read(part), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt' && isDateFormat(formatCode ?? '')) ownDates.add(Number(numFmtId));
      if (name === 'xf' && isInCells) formats.push(Number(numFmtId ?? 0));
      if (formats.length + ownDates.size > ROSTER_FILE.maxStyles) throw tooLarge();
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return (style) => {
    const id = formats[style];
    return id !== undefined && (ownDates.has(id) || isBuiltInDate(id));
  };
};
