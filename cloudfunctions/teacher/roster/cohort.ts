/** Of which year and class a branch is, by the numbers of its name. */

const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十二 is 12, 二十 is 20, 二二零一 is 2201. */
const arabic = (numeral: string): string =>
  numeral
    .replace(/^十/, '一十')
    .replace(/十$/, '0')
    .replace(/十/, '')
    .replace(/[零〇一二三四五六七八九]/g, (sign) => String(NUMERALS[sign] ?? ''));

/** With Chinese numbers as digits. */
export const inArabic = (text: string): string => text.replace(/[零〇一二三四五六七八九十]+/g, arabic);

export interface Cohort {
  /** Two signs of the year and two of the class: 22级1班 is 2201, 22级 is 22, 1班 is 1. */
  readonly digits: string;
  /** Whether the year is one of entering or of leaving, where the name says so. */
  readonly era: '级' | '届' | undefined;
}

/** A year with its word, wherever it stands: 2022级, 22年级, 22届. */
const MARKED_YEAR = /(?<!\d)(?:20)?(\d\d)(?:年?(级)|届)/;
/** A year without one: 2022软件1班. At the end of a name 2022 may be the 22nd class of 2020. */
const YEAR_IN_FRONT = /^20([23]\d)(?=\D)(?!班)/;

/** How one class is numbered otherwise, after the year has been put first. */
const SHAPES: readonly (readonly [shape: RegExp, plain: string])[] = [
  // 22-1 and 2022-1
  [/^(?:20)?(?<year>\d\d)-(?<number>\d)$/, '$<year>0$<number>'],
  [/^(?:20)?(\d\d)-(\d\d)$/, '$1$2'],
  // 22级2201班 says the year twice.
  [/^(?:20)?(\d\d)-(\1\d\d)$/, '$2'],
  [/^20(\d{4})$/, '$1'],
  // 221
  [/^(?<year>[12]\d)(?<number>[1-9])$/, '$<year>0$<number>'],
];

const numbersIn = (text: string): string[] =>
  (text.match(/\d+/g) ?? []).map((number) => (number.length > 2 ? number : String(Number(number))));

/** @param plain in Arabic digits */
export const cohortOf = (plain: string): Cohort => {
  const marked = MARKED_YEAR.exec(plain);
  const year = marked ?? YEAR_IN_FRONT.exec(plain);
  const numbers = year ? [year[1] ?? '', ...numbersIn(plain.replace(year[0], ' '))] : numbersIn(plain);
  const written = numbers.join('-');
  const [shape, digits = ''] = SHAPES.find(([one]) => one.test(written)) ?? [];
  return {
    digits: shape ? written.replace(shape, digits) : written,
    era: marked ? (marked[2] ? '级' : '届') : undefined,
  };
};

/** 22级 and 22届 are years apart; a name that does not say which may mean either. */
export const isOneCohort = (a: Cohort, b: Cohort): boolean =>
  a.digits === b.digits && (a.era === undefined || b.era === undefined || a.era === b.era);
