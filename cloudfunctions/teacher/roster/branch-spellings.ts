/** Branches that are probably one. They are proposed as one, and nobody makes them one but the college. */
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { plainLine } from '../../../miniprogram/domain/text/clean-text';

/** A branch of the college, or a name of the file that is none of them yet. */
export interface SpelledBranch {
  readonly name: string;
  /** Null for a name that is new. */
  readonly branchId: string | null;
  /** Rows of the file that name it. */
  readonly rows: number;
  /** People who stand in it. */
  readonly people: number;
}

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

const CHINESE_NUMBER = /[零〇一二三四五六七八九十]+/g;
/** Words and signs that people add and leave out. */
const USELESS = /团总支|团支部|支部|委员会|班级|班|级|届|专业|[\s()\-_·.,、号第]/g;

/** 22级1班, 22-1班, 2022级1班 and 2201班 are one class. */
const classOf = (numbers: readonly string[]): string => {
  const [year = '', number = '', ...more] = numbers;
  const isYear = /^(20)?\d\d$/.test(year) && /^\d{1,2}$/.test(number) && more.length === 0;
  return isYear
    ? `${year.slice(-2)}${number.padStart(2, '0')}`
    : numbers.join('-').replace(/^20(\d{4})$/, '$1');
};

interface Core {
  readonly letters: string;
  readonly digits: string;
}

const coreOf = (name: string): Core => {
  const plain = placeKey(plainLine(name)).replace(CHINESE_NUMBER, arabic);
  return {
    letters: plain.replace(/\d+/g, '').replace(USELESS, ''),
    digits: classOf(plain.match(/\d+/g) ?? []),
  };
};

const isWithin = (short: string, long: string): boolean => {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
};

/** A spelling is rare when another has many times its rows. */
const RARE = 3;
const TIMES = 5;

const sizeOf = ({ rows, people }: SpelledBranch): number => rows + people;
const isSlipOf = (rare: SpelledBranch, usual: SpelledBranch): boolean =>
  rare.branchId === null && rare.rows <= RARE && sizeOf(usual) >= TIMES * rare.rows;

const differByOne = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, at) => letter !== b[at]).length === 1;

/** 软工1班 is short for 软件工程1班; one 软工1班 among thirty 软件1班 is a slip. 机制1班 and 机电1班 are two. */
const areAlike = (a: SpelledBranch & Core, b: SpelledBranch & Core): boolean => {
  if (a.digits !== b.digits) return false;
  if (a.letters === b.letters) return true;
  if (a.digits === '' || a.letters[0] !== b.letters[0] || a.letters === '' || b.letters === '') return false;
  return (
    isWithin(a.letters, b.letters) ||
    isWithin(b.letters, a.letters) ||
    (differByOne(a.letters, b.letters) && (isSlipOf(a, b) || isSlipOf(b, a)))
  );
};

/** The branch there is before a new one, then the one with most people, then the fullest name. */
const byRight = (a: SpelledBranch, b: SpelledBranch): number =>
  Number(b.branchId !== null) - Number(a.branchId !== null) ||
  Number(/支部$/.test(b.name)) - Number(/支部$/.test(a.name)) ||
  sizeOf(b) - sizeOf(a) ||
  b.name.length - a.name.length;

/** Groups of names that come to the same, the one to keep first. In each, at least one is named in the file. */
export const alikeBranches = (all: readonly SpelledBranch[]): SpelledBranch[][] => {
  const groups: (SpelledBranch & Core)[][] = [];
  all
    .map((branch) => ({ ...branch, ...coreOf(branch.name) }))
    .sort(byRight)
    .forEach((branch) => {
      const group = groups.find(([first]) => first && areAlike(first, branch));
      if (group) group.push(branch);
      else groups.push([branch]);
    });
  return groups.filter((group) => group.length > 1 && group.some(({ rows }) => rows > 0));
};
