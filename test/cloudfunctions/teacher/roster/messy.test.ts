/**
 * No silent wrong import: workbooks made of known people, with the slips and habits of real ones thrown in. Whoever is taken
 * over is one of these people exactly as they are; everybody else is named.
 */
import fc from 'fast-check';
import { doubtsOf } from '../../../../cloudfunctions/teacher/roster/doubts';
import { readTable } from '../../../../cloudfunctions/teacher/roster/read-table';
import { readWorkbook } from '../../../../cloudfunctions/teacher/roster/workbook/read-workbook';
import type { Answers, Reading } from '../../../../cloudfunctions/teacher/roster/answers';
import { nameKey, placeKey } from '../../../../miniprogram/domain/text/keys';
import { dataOf } from '../../support/world';
import { sheetData, xlsx } from '../../support/xlsx-parts';

const RUNS = 120;
const ID = '330106200401012345';

interface Person {
  readonly number: string;
  readonly name: string;
  readonly branch: string;
  readonly birth: string;
  readonly graduation: string;
}
/** A cell: a text, or a number with the number of its style. */
type Cell = string | { readonly value: string; readonly style?: number };
type Field = keyof Person;
type Cells = Record<Field, Cell>;

const SURNAMES = ['许', '顾', '孟', '江', '韩', '𠮷', '阿依·'];
const person = (index: number): Person => ({
  number: `00${22031 + (index % 3)}${String(100 + index)}`,
  name: `${SURNAMES[index % SURNAMES.length] ?? ''}${'一诺听澜知远青禾'[index % 8] ?? ''}${'明川舟'[index % 3] ?? ''}`,
  branch: `机制220${1 + (index % 2)}团支部`,
  birth: `2004-0${1 + (index % 9)}`,
  graduation: '2027-06',
});

const asText = ({ number, name, branch, birth, graduation }: Person): Cells => ({
  number,
  name,
  branch,
  birth,
  graduation,
});
const full = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** Ways to write a person that are no mistake. */
const HABITS: readonly ((person: Person) => Partial<Cells>)[] = [
  () => ({}),
  ({ number }) => ({ number: `'${number}` }),
  ({ number }) => ({ number: full(number) }),
  ({ number }) => ({ number: ` ${number}\u200b` }),
  ({ number }) => ({ number: { value: String(Number(number)), style: 1 } }),
  ({ number }) => ({ number: `${number}.0` }),
  () => ({ graduation: '2027/6/30 0:00:00' }),
  ({ name }) => ({ name: [...name].join('　') }),
  ({ branch }) => ({ branch: full(branch) }),
  ({ birth }) => ({ birth: birth.replace('-0', '/') }),
  ({ birth }) => ({ birth: `${birth.replace('-', '')}15` }),
  () => ({ graduation: '2027年6月' }),
  () => ({ graduation: { value: '46553', style: 2 } }),
  () => ({ birth: '' }),
];

/** Slips, by which a person is another one, or nobody. */
const SLIPS: readonly ((person: Person) => Partial<Cells>)[] = [
  () => ({ number: '2.20E+09' }),
  ({ number }) => ({ number: { value: String(Number(number)) } }),
  ({ number }) => ({ number: `="${number}"` }),
  () => ({ number: '' }),
  () => ({ number: ID }),
  ({ number, name }) => ({ number: name, name: number }),
  ({ name, branch }) => ({ name: branch, branch: name }),
  ({ name }) => ({ name: `${name}（转专业）` }),
  ({ name }) => ({ name: `${name}?` }),
  () => ({ name: '' }),
  ({ branch, graduation }) => ({ branch: graduation, graduation: branch }),
  () => ({ branch: '' }),
  () => ({ graduation: '2027届' }),
  () => ({ birth: '2003.1' }),
  () => ({ birth: '2004113' }),
  ({ birth, graduation }) => ({ birth: graduation, graduation: birth }),
  ({ number }) => ({ number: number.replace(/0(?=\d*$)/, 'O') }),
  ({ number }) => ({ number: `${number}1` }),
  ({ number }) => ({ number: `${number}*` }),
  ({ number }) => ({ number: `${number.slice(0, 4)}.${number.slice(4)}` }),
  () => ({ number: '13812345678' }),
  ({ name }) => ({ name: `3.${name}` }),
  ({ name }) => ({ name: `${name}2` }),
  ({ name }) => ({ name: `${name}▲` }),
  ({ name }) => ({ name: `${name} 班长` }),
  ({ name }) => ({ name: `${name}-女` }),
  ({ name }) => ({ name: `${name}、顾一诺` }),
  () => ({ name: '#REF!' }),
  () => ({ branch: '#N/A' }),
  () => ({ branch: '同上' }),
  () => ({ branch: '待定' }),
];

const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  number: ['学号', '学 号', '学生学号', '学号*'],
  name: ['姓名', '姓 名', '学生姓名'],
  branch: ['团支部', '所在团支部', '班级'],
  birth: ['出生年月', '出生日期'],
  graduation: ['毕业年月', '毕业时间（预计）'],
};
const FIELDS: readonly Field[] = ['number', 'name', 'branch', 'birth', 'graduation'];

const table = fc.record({
  size: fc.integer({ min: 12, max: 24 }),
  order: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
  heading: fc.nat(3),
  above: fc.nat(6),
  habits: fc.array(fc.nat(HABITS.length - 1), { minLength: 24, maxLength: 24 }),
  slips: fc.array(fc.record({ at: fc.nat(23), kind: fc.nat(SLIPS.length - 1) }), { maxLength: 2 }),
  hasId: fc.boolean(),
  hidden: fc.option(fc.nat(11)),
  repeats: fc.option(fc.nat(11)),
  doubled: fc.option(fc.record({ from: fc.nat(11), to: fc.nat(11) })),
});
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

const cellXml = (cell: Cell, row: number, column: number): string => {
  const place = `${String.fromCharCode(65 + column)}${row}`;
  if (cell === '') return '';
  return typeof cell === 'string'
    ? `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    : `<c r="${place}" s="${cell.style ?? 0}"><v>${cell.value}</v></c>`;
};

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="0000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>';

const workbookOf = (one: Table, people: readonly Person[]): Buffer => {
  const headings = one.order.map((field) => HEADINGS[field][one.heading % HEADINGS[field].length] ?? '');
  const head: Cell[] = [...headings, ...(one.hasId ? ['身份证号'] : [])];
  const rows: { readonly cells: readonly Cell[]; readonly isHidden?: boolean }[] = Array.from(
    { length: one.above },
    (_, index) => ({ cells: [`填表说明 ${index}`] }),
  );
  rows.push({ cells: head });
  people.forEach((each, index) => {
    if (one.repeats === index) rows.push({ cells: head }, { cells: [`合计 ${index} 人`] });
    const slips = one.slips.filter(({ at }) => at === index).map(({ kind }) => SLIPS[kind]?.(each) ?? {});
    const cells: Cells = {
      ...asText(each),
      ...HABITS[one.habits[index] ?? 0]?.(each),
      ...Object.assign({}, ...slips),
    };
    const twin = people[one.doubled?.from ?? -1];
    // Where the other row cannot be read, nothing in the file says that the number is not theirs.
    const isSeen = one.doubled?.from !== one.hidden && !one.slips.some(({ at }) => at === one.doubled?.from);
    if (one.doubled?.to === index && twin && isSeen) cells.number = twin.number;
    const filled = [...one.order.map((field) => cells[field]), ...(one.hasId ? [ID] : [])];
    rows.push({ cells: filled, isHidden: one.hidden === index });
  });
  const xml = rows.map(({ cells, isHidden }, index) => {
    const inside = cells.map((cell, column) => cellXml(cell, index + 1, column)).join('');
    return `<row r="${index + 1}"${isHidden ? ' hidden="1"' : ''}>${inside}</row>`;
  });
  return xlsx({ sheets: [sheetData(xml.join(''))], styles: STYLES });
};

const answers: Answers = { columns: [], branches: [], cells: [], kept: [], people: [] };
const reading: Reading = {
  answers,
  remembered: new Map(),
  graduationMonth: { month: '2027-06', isAnswered: true },
};

const truthOf = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(
    people.flatMap(({ number, name, branch, birth, graduation }) =>
      [birth, ''].map((one) => [number, nameKey(name), placeKey(branch), one, graduation].join('|')),
    ),
  );

it('takes over nobody who is not exactly one of the people, and names every row it leaves out', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (one) => {
      const people = Array.from({ length: one.size }, (_, index) => person(index));
      const found = readTable(dataOf(await readWorkbook(workbookOf(one, people))), reading);
      const doubts = doubtsOf(found.good, new Set(), answers);
      const waiting = new Set([...found.bad, ...doubts].map(({ row }) => row));
      const taken = found.good.filter(({ place }) => !waiting.has(place));
      const truth = truthOf(people);
      taken.forEach(({ row }) => {
        const { studentNumber, name, branchName, birthMonth = '', graduationMonth } = row;
        expect(truth).toContain(
          [studentNumber, nameKey(name), placeKey(branchName), birthMonth, graduationMonth].join('|'),
        );
      });
      const hidden = found.notes.filter(({ kind }) => kind === 'rows-hidden').flatMap(({ rows }) => rows);
      const blocked = found.bad.some(({ problem }) => problem === 'id-card' && found.good.length === 0);
      if (!blocked) expect(taken.length + waiting.size + hidden.length).toBe(people.length);
      expect(JSON.stringify(found)).not.toContain(ID);
    }),
    { numRuns: RUNS, seed: 19 },
  );
});
