/** Branches that are probably one. They are proposed as one, and nobody makes them one but the college. */
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { cohortOf, inArabic, isOneCohort, type Cohort } from './cohort';

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

/** Words and signs that people add and leave out. */
const USELESS = /团总支|团支部|支部|委员会|班级|班|年?级|届|专业|[\s()\-‐–—−_·.,、/~号第]/g;

interface Core extends Cohort {
  readonly letters: string;
}

const coreOf = (name: string): Core => {
  const plain = inArabic(placeKey(plainLine(name)));
  return { letters: plain.replace(/\d+/g, '').replace(USELESS, ''), ...cohortOf(plain) };
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
  if (!isOneCohort(a, b)) return false;
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
      const own = groups.find(
        (group) => group[0] && areAlike(group[0], branch) && group.every((one) => isOneCohort(one, branch)),
      );
      if (own) own.push(branch);
      else groups.push([branch]);
    });
  return groups.filter((group) => group.length > 1 && group.some(({ rows }) => rows > 0));
};
