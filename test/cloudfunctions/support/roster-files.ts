/** Roster files made of lines, and what the reader makes of them. */
import type { Reading } from '../../../cloudfunctions/teacher/roster/answers';
import { doubtsOf } from '../../../cloudfunctions/teacher/roster/doubts';
import { readTable } from '../../../cloudfunctions/teacher/roster/read-table';
import { readWorkbook } from '../../../cloudfunctions/teacher/roster/workbook/read-workbook';
import type { Workbook } from '../../../cloudfunctions/teacher/roster/workbook/sheet';
import { noteLines } from '../../../miniprogram/packages/teacher/roster/import/notes';
import { dataOf } from './world';
import { cell, sheetData, xlsx } from './xlsx-parts';

const READING: Reading = {
  answers: { columns: [], branches: [], cells: [], kept: [], people: [] },
  remembered: new Map(),
  graduationMonth: { month: '2027-06', isAnswered: false },
};

/** `/` parts cells. */
const sheetOf = (...lines: string[]): string =>
  sheetData(
    lines
      .map((line, row) => {
        const cells = line
          .split('/')
          .map((text, column) => (text ? cell(`${String.fromCharCode(65 + column)}${row + 1}`, text) : ''));
        return `<row r="${row + 1}">${cells.join('')}</row>`;
      })
      .join(''),
  );
export const book = (...lines: string[]): Buffer => xlsx({ sheets: [sheetOf(...lines)] });
const foundIn = (workbook: Workbook) => {
  const table = readTable(workbook, READING);
  const waiting = [...table.bad, ...doubtsOf(table.good, new Set(), READING.answers)];
  const isWaiting = (place: number, of = ''): boolean =>
    waiting.some(({ row, sheet = '' }) => row === place && sheet === of);
  const taken = table.good.filter(({ place, sheet }) => !isWaiting(place, sheet));
  return {
    people: taken.map(
      ({ row: { studentNumber, name, branchName, birthMonth, graduationMonth, hasLeaguePost } }) =>
        [
          studentNumber,
          name,
          branchName,
          birthMonth,
          graduationMonth === '2027-06' ? '' : graduationMonth,
          hasLeaguePost ? '任职' : '',
        ]
          .filter(Boolean)
          .join(' '),
    ),
    secretaries: taken.flatMap(({ row }) => (row.isSecretary ? [row.studentNumber] : [])),
    waiting: [...new Set(waiting.map(({ row, problem }) => `${row} ${problem}`))],
    told: noteLines(table.notes),
    notes: table.notes.map(({ kind, rows }) => `${kind} ${rows.join()}`),
    uses: table.columns.map(({ heading, use }) => `${heading} ${use}`),
  };
};

/** Who is taken over, what waits and what is told. */
export const readRoster = async (bytes: Buffer) => foundIn(dataOf(await readWorkbook(bytes)));

/** As `readRoster`; the code where the file is refused. */
export const readOrRefuse = async (bytes: Buffer) => {
  const workbook = await readWorkbook(bytes);
  return workbook.ok ? foundIn(workbook.data) : workbook.error.code;
};
