import { plainLine } from '../../../miniprogram/domain/text/clean-text';

const MONTH =
  /^((?:19|20)\d{2})\s*[-/.年]?\s*(\d{1,2})(?:\s*月份?)?(?:\s*[-/.月]?\s*\d{1,2}\s*日?)?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?$/;
/** 2004113 may be January or November; 2003.1 may be a number that was typed as 2003.10. */
const AMBIGUOUS = /^\d{7}$|^\d{4}\.1$/;

/** 27年6月: only with 年, for 27-6 may be a day as well. */
const SHORT_YEAR = /^(\d{2})年(\d{1,2})月份?(?:\d{1,2}日)?$/;
/** Students are born after this year of the last century, and leave before the same of this one. */
const CENTURY_TURNS = 60;
/** 06/2027, June 2027, 30 June 2027. */
const YEAR_BEHIND = /^(?:\d{1,2}\s+)?(\d{1,2}|[a-z]{3,9})\.?[\s/,-]+((?:19|20)\d{2})$/i;
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const DIGITS = '〇一二三四五六七八九';

/** 二〇二七年六月 as digits. */
const withDigits = (text: string): string =>
  text
    .replace(/[零○O]/g, '〇')
    .replace(/十(?=[一二])/g, '1')
    .replace(/十/g, '10')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)));

const monthOf = (year: number, month: number, cell: string): string =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : cell;

const englishMonth = (word: string): number => ENGLISH.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** `YYYY-MM` where the cell says a month of one year, else the cell as it is: whatever may be two is asked about. */
export const asMonth = (cell: string): string => {
  const plain = plainLine(cell);
  const text = /[年月]/.test(plain) ? withDigits(plain) : plain;
  if (AMBIGUOUS.test(text)) return cell;
  const [, year, month] = MONTH.exec(text) ?? [];
  if (year) return monthOf(Number(year), Number(month), cell);
  const [, short, of] = SHORT_YEAR.exec(text) ?? [];
  if (short) return monthOf((Number(short) < CENTURY_TURNS ? 2000 : 1900) + Number(short), Number(of), cell);
  const [, word = '', behind] = YEAR_BEHIND.exec(text) ?? [];
  return behind ? monthOf(Number(behind), Number(word) || englishMonth(word), cell) : cell;
};
