/** Cells that can be read and are probably wrong. Their rows wait until somebody says that they are right. */
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { FIELD_WORDS, type RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { isKept, type Answers } from './answers';
import type { BadValue, GoodRow } from './check-rows';

/** With fewer numbers than this, every one that is shorter than the longest is asked about. */
const FEWEST = 5;
const MOSTLY = 0.8;

/** So many numbers of one length are a kind of their own, e.g. those of graduate students. */
const KIND = 3;

const isDigits = (number: string): boolean => /^\d+$/.test(number);

/** The length nearly all numbers have; 0 where there is none. */
const usualLength = (numbers: readonly string[]): number => {
  const lengths = new Map<number, number>();
  numbers.forEach(({ length }) => lengths.set(length, (lengths.get(length) ?? 0) + 1));
  if (numbers.length < FEWEST) return Math.max(0, ...lengths.keys());
  const [usual, count] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return count < numbers.length * MOSTLY ? 0 : usual;
};

const doubt = (good: GoodRow, of: RosterField, problem: BadValue['problem']): BadValue => ({
  row: good.place,
  sheet: good.sheet,
  field: FIELD_WORDS[of],
  of,
  value: String(good.row[of]),
  who: good.row.name,
  problem,
});

/** Numbers with fewer digits than nearly all others may have lost their zeros in front. */
const shortNumbers = (rows: readonly GoodRow[], known: ReadonlySet<string>): BadValue[] => {
  const numbers = new Set([...rows.map(({ row }) => row.studentNumber), ...known]);
  const usual = usualLength([...numbers].filter(isDigits));
  return rows
    .filter(({ row: { studentNumber: number } }) => isDigits(number) && number.length < usual)
    .filter(({ row: { studentNumber } }) => !known.has(studentNumber))
    .map((good) => doubt(good, 'studentNumber', 'number-short'));
};

/** Letters that are taken for digits. */
const LOOK_ALIKE = /^(?=.*\d{4})[\dOIL]+$/;
/** Capitals, digits and nothing else: what student numbers are made of. */
const PLAIN = /^[\dA-Z]+$/;
/** Parts with hyphens between them are a way of numbering, too. */
const IN_PARTS = /^[\dA-Z]+(-[\dA-Z]+)+$/;

/** A mobile telephone, where most numbers do not look like one. */
const PHONE = /^1[3-9]\d{9}$/;

/** Numbers with a sign most others do without, a letter in place of a digit, a digit too many, or of a telephone. */
const oddNumbers = (rows: readonly GoodRow[], known: ReadonlySet<string>): BadValue[] => {
  const numbers = [...new Set([...rows.map(({ row }) => row.studentNumber), ...known])];
  const plain = numbers.filter((number) => PLAIN.test(number)).length;
  const phones = numbers.filter((number) => PHONE.test(number)).length;
  const usual = usualLength(numbers.filter(isDigits));
  const alike = (length: number): number => numbers.filter((number) => number.length === length).length;
  const isOdd = (number: string): boolean => {
    // Without its hyphens it would be one of the usual numbers: somebody has typed them in.
    if (IN_PARTS.test(number)) return number.replace(/-/g, '').length === usual;
    if (!PLAIN.test(number)) return plain * 2 >= numbers.length || numbers.length < KIND;
    if (PHONE.test(number) && phones * 2 < numbers.length) return true;
    if (usual === 0) return false;
    return isDigits(number)
      ? number.length > usual && alike(number.length) < KIND
      : LOOK_ALIKE.test(number) && number.length === usual;
  };
  return rows
    .filter(({ row: { studentNumber } }) => !known.has(studentNumber) && isOdd(studentNumber))
    .map((good) => doubt(good, 'studentNumber', 'number-odd'));
};

/**
 * A place in a list, a mark for a post, another person: what stands in a cell of names beside the name. A ● within a long
 * name is its dot.
 */
const BESIDE_NAME =
  /^\d+\s*[.、,)-]|[*#^_+=~:▲△○★☆◆■√✓、，,;；/|]|^●|●$|\p{Script=Han}\s*[A-Za-z-]|(班长|支书|书记|委员|组委|宣委|学委)$/u;
/** Tells people of one name apart; where most names have one, it is part of them. */
const COUNT = /\d/;

/** One word of Latin letters: somebody typed how the name sounds. Names of foreigners have two. */
const SPELLED = /^[A-Za-z]+$/;

const oddNames = (rows: readonly GoodRow[]): BadValue[] => {
  const isRare = (sign: RegExp): boolean =>
    rows.filter(({ row }) => sign.test(plainLine(row.name))).length * 2 < rows.length;
  const rare = [COUNT, SPELLED].filter(isRare);
  return rows
    .filter(({ row }) => [BESIDE_NAME, ...rare].some((sign) => sign.test(plainLine(row.name))))
    .map((good) => doubt(good, 'name', 'odd-name'));
};

/** Said where no branch is named. */
const NO_BRANCH = /^(无|没有|暂无|未知|待定|待分|同上|见上|空|其他|不详|n\/?a|null)$/i;

/** A month or a number in the column of branches is another column's. */
const oddBranches = (rows: readonly GoodRow[]): BadValue[] =>
  rows
    .filter(({ row: { branchName } }) => {
      const name = plainLine(branchName);
      return !/\p{L}/u.test(name) || NO_BRANCH.test(name);
    })
    .map((good) => doubt(good, 'branchName', 'odd-branch'));

/** @param known numbers of people of these branches who stand on the roster: they are right */
export const doubtsOf = (
  rows: readonly GoodRow[],
  known: ReadonlySet<string>,
  answers: Answers,
): BadValue[] =>
  [...shortNumbers(rows, known), ...oddNumbers(rows, known), ...oddNames(rows), ...oddBranches(rows)].filter(
    ({ of, row, sheet }) => !of || !isKept(answers, { field: of, row, sheet }),
  );
