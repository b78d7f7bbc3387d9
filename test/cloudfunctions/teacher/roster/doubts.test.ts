/** Cells that can be read and are probably wrong: of six people one has something in a cell that no other has. */
import type { Answers } from '../../../../cloudfunctions/teacher/roster/answers';
import type { GoodRow } from '../../../../cloudfunctions/teacher/roster/check-rows';
import { doubtsOf } from '../../../../cloudfunctions/teacher/roster/doubts';

const NUMBERS = ['3310210101', '3310210102', '3310210103', '3310210104', '3310210105'];
const answers: Answers = { columns: [], branches: [], cells: [], kept: [], people: [] };

const FIELDS = ['studentNumber', 'name', 'branchName'] as const;

const person = (place: number, change: Partial<GoodRow['row']>): GoodRow => ({
  place,
  typedNumber: '',
  row: {
    studentNumber: '',
    name: '安然',
    branchName: '光电2101团支部',
    graduationMonth: '2027-06',
    ...change,
  },
});
const others = NUMBERS.map((studentNumber, index) => person(index + 3, { studentNumber }));
const sixth = { studentNumber: '3310210106' };

const doubtsAbout = (
  change: Partial<GoodRow['row']>,
  said = answers,
  known: ReadonlySet<string> = new Set(),
) =>
  doubtsOf([person(2, { ...sixth, ...change }), ...others], known, said).map(
    ({ row, field, problem }) => `${row} ${field} ${problem}`,
  );

const asked: [Partial<GoodRow['row']>, string][] = [
  [{ studentNumber: '310210106' }, '学号 number-short'],
  [{ studentNumber: '33102101066' }, '学号 number-odd'],
  [{ studentNumber: '13812345678' }, '学号 number-odd'],
  [{ studentNumber: '33102101O6' }, '学号 number-odd'],
  [{ studentNumber: '33102L0106' }, '学号 number-odd'],
  [{ studentNumber: '3310-21-0106' }, '学号 number-odd'],
  [{ studentNumber: '3310210106*' }, '学号 number-odd'],
  [{ studentNumber: '3310.210106' }, '学号 number-odd'],
  [{ studentNumber: '3310210106/07' }, '学号 number-odd'],
  [{ name: '安然1' }, '姓名 odd-name'],
  [{ name: '1.安然' }, '姓名 odd-name'],
  [{ name: '安然▲' }, '姓名 odd-name'],
  [{ name: '●安然' }, '姓名 odd-name'],
  [{ name: '安然●' }, '姓名 odd-name'],
  [{ name: '安然A' }, '姓名 odd-name'],
  [{ name: '安然-女' }, '姓名 odd-name'],
  [{ name: '安然、柏舟' }, '姓名 odd-name'],
  [{ name: '安然 班长' }, '姓名 odd-name'],
  [{ name: 'anran' }, '姓名 odd-name'],
  [{ name: 'ANRAN' }, '姓名 odd-name'],
  [{ branchName: '同上' }, '团支部 odd-branch'],
  [{ branchName: '待定' }, '团支部 odd-branch'],
  [{ branchName: '2027-06' }, '团支部 odd-branch'],
];
test.each(asked)('%j waits until somebody says that it is right', (change, doubt) => {
  expect(doubtsAbout(change)).toEqual([`2 ${doubt}`]);
  const kept = FIELDS.map((field) => ({ sheet: '', row: 2, field }));
  expect(doubtsAbout(change, { ...answers, kept })).toEqual([]);
});

test.each([
  [{}],
  [{ studentNumber: 'M202210106' }],
  [{ studentNumber: '331021010X' }],
  [{ studentNumber: '22-103-0103' }],
  [{ name: '阿依古丽·买买提' }],
  [{ name: '阿依古丽●买买提' }],
  [{ name: 'Anna-Maria Schmidt' }],
  [{ name: '欧阳云·李' }],
  [{ branchName: '无机2101团支部' }],
])('%j is nothing to ask about', (change) => {
  expect(doubtsAbout(change)).toEqual([]);
});

test('graduate students have longer numbers, and who stands on the roster is right', () => {
  const longer = ['331021010101', '331021010102', '331021010103'].map((studentNumber, index) =>
    person(index + 20, { studentNumber }),
  );
  const many = Array.from({ length: 20 }, (_, index) =>
    person(index + 30, { studentNumber: `33102102${10 + index}` }),
  );
  expect(doubtsOf([...others, ...many, ...longer], new Set(), answers)).toEqual([]);
  expect(doubtsAbout({ studentNumber: '33102101066' }, answers, new Set(['33102101066']))).toEqual([]);
});

test('where most numbers hold a dot, a dot is no sign of anything', () => {
  const dotted = NUMBERS.map((number, index) =>
    person(index + 2, { studentNumber: `2021.${number.slice(-3)}` }),
  );
  expect(doubtsOf(dotted, new Set(), answers)).toEqual([]);
});
