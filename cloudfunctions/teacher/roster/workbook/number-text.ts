import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';

/** Spreadsheets count days from these; Excel believes in a 29 February 1900, so its days begin one earlier after it. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
const FALSE_LEAP_DAY = 60;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/** The date of a day's number as `YYYY-MM-DD`; undefined for numbers that are no day. */
export const dateText = (digits: string, isFrom1904: boolean): string | undefined => {
  const day = Math.floor(Number(digits));
  if (!(day >= 1 && day <= LAST_DAY) || (!isFrom1904 && day === FALSE_LEAP_DAY)) return undefined;
  const since = isFrom1904 ? FROM_1904 : FROM_1900 + (day < FALSE_LEAP_DAY ? DAY_MS : 0);
  return new Date(since + day * DAY_MS).toISOString().slice(0, 10);
};

/**
 * A number as its digits. Some programs store 2210310101 as 2.210310101E9, which is no other number; digits that a number
 * cannot hold exactly stay as they stand in the file.
 */
export const numberText = (digits: string): string => {
  if (/^-?\d*$/.test(digits)) return digits;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? String(number) : digits;
};

/** A format that shows digits only, e.g. `0000000000` or `"06"00000000`. */
export interface DigitFormat {
  readonly before: string;
  /** As many digits are shown at least. */
  readonly digits: number;
  readonly after: string;
}

/** A whole number as its cell shows it: 6210101 in the format `0000000000` is 0006210101. */
export const shownDigits = (digits: string, format: DigitFormat | undefined): string =>
  format && /^\d+$/.test(digits)
    ? `${format.before}${digits.padStart(format.digits, '0')}${format.after}`
    : digits;
