/** Files that would fill the memory of whoever believes them, each with what it has to be called. */
import type { ErrorCode } from '../../../miniprogram/domain/errors';
import { cell, sheetData, xlsx, xlsxEntries, zip } from './xlsx-parts';

const MB = 1024 * 1024;
const NOTHING = Buffer.alloc(0);
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const oneCell = sheetData(row(1, cell('A1', '学号')));

/** A kilobyte of nothing to keep. */
const longFormula = `<c r="A1"><f>${'x'.repeat(1000)}</f></c>`;

const farCell = (place: string): Buffer => {
  const number = Number(/\d+/.exec(place)?.[0]);
  return xlsx({ sheets: [sheetData(row(number, cell(place, 'x')))] });
};

/** Sheets that all lie at the same place of the .zip: 40 MB in each of them. */
const overlapping = (): Buffer => {
  const entries = xlsxEntries({ sheets: [oneCell, oneCell, oneCell] });
  const blank = Buffer.from(`<worksheet>${longFormula.repeat(40_000)}</worksheet>`);
  const isSheet = (name: string) => name.includes('/worksheets/');
  return zip(
    entries.map((one) => (isSheet(one.name) ? { name: one.name, bytes: blank, saysBytes: 1 } : one)),
  );
};

const lying = (): Buffer => {
  const entries = xlsxEntries({ sheets: [sheetData(row(1, longFormula.repeat(70_000)))] });
  return zip(entries.map((one) => ({ ...one, saysBytes: 10 })));
};

/** Rows in which every cell is filled, as many as are asked for. */
const filled = (rows: number, columns: number): string =>
  Array.from({ length: rows }, (_, at) => row(at + 1, '<c><v>1234567890</v></c>'.repeat(columns))).join('');

const DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

export interface Hostile {
  readonly bytes: () => Buffer;
  readonly code: ErrorCode;
  readonly cell?: string;
}

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  'a cell in the last row of a spreadsheet': {
    bytes: () => farCell('A1048576'),
    code: 'FILE_CELL_FAR',
    cell: 'A1048576',
  },
  'a cell in the last column of a spreadsheet': {
    bytes: () => farCell('XFD1'),
    code: 'FILE_CELL_FAR',
    cell: 'XFD1',
  },
  'a cell below the last row there can be': {
    bytes: () => farCell('A9999999'),
    code: 'FILE_CELL_FAR',
    cell: 'A9999999',
  },
  'four megabytes of blank lines': { bytes: () => Buffer.alloc(4 * MB, '\n'), code: 'FILE_EMPTY' },
  'four megabytes of lines of a comma': { bytes: () => Buffer.alloc(4 * MB, ',\n'), code: 'FILE_EMPTY' },
  'four megabytes of empty lines before the last one': {
    bytes: () => Buffer.from(`${',\n'.repeat(2_000_000)}学号`),
    code: 'FILE_TOO_LARGE',
  },
  'a row of two million columns': {
    bytes: () => Buffer.from('a,'.repeat(2_000_000)),
    code: 'FILE_CELL_FAR',
    cell: 'IW1',
  },
  'a row of five million empty columns': { bytes: () => Buffer.alloc(5 * MB, ','), code: 'FILE_EMPTY' },
  'a line without an end': { bytes: () => Buffer.alloc(5 * MB, 'a'), code: 'FILE_CELL_LONG', cell: 'A1' },
  'a quote that is never closed': {
    bytes: () => Buffer.from(`学号,姓名\n"${'1,张三\n'.repeat(300_000)}`),
    code: 'FILE_QUOTE_OPEN',
  },
  'a part that unpacks to more than it says': { bytes: lying, code: 'FILE_TOO_LARGE' },
  'sheets that lie at one place': { bytes: overlapping, code: 'FILE_TOO_LARGE' },
  'sixty thousand parts': {
    bytes: () => zip(Array.from({ length: 60_000 }, (_, at) => ({ name: `p${at}`, bytes: NOTHING }))),
    code: 'FILE_TOO_LARGE',
  },
  'thousands of sheets': {
    bytes: () => xlsx({ sheets: Array.from({ length: 3000 }, () => oneCell) }),
    code: 'FILE_TOO_LARGE',
  },
  'five million shared texts': {
    bytes: () => xlsx({ sheets: [oneCell], sharedStrings: '<si/>'.repeat(5_000_000) }),
    code: 'FILE_TOO_LARGE',
  },
  'shared texts of fifty megabytes': {
    bytes: () =>
      xlsx({ sheets: [oneCell], sharedStrings: `<si><t>${'字'.repeat(4000)}</t></si>`.repeat(4000) }),
    code: 'FILE_TOO_LARGE',
  },
  'a text of fifty megabytes': {
    bytes: () => xlsx({ sheets: [sheetData(row(1, cell('A1', 'a'.repeat(50 * MB))))] }),
    code: 'FILE_UNREADABLE',
  },
  'a long text in a cell': {
    bytes: () => xlsx({ sheets: [sheetData(row(1, cell('A1', '字'.repeat(30_000))))] }),
    code: 'FILE_CELL_LONG',
    cell: 'A1',
  },
  'two million filled cells': {
    bytes: () => xlsx({ sheets: [sheetData(filled(9000, 200))] }),
    code: 'FILE_TOO_LARGE',
  },
  'a million filled rows': {
    bytes: () => xlsx({ sheets: [sheetData(filled(1_000_000, 1))] }),
    code: 'FILE_TOO_LARGE',
  },
  'a million styles': {
    bytes: () => xlsx({ sheets: [oneCell], styles: `<cellXfs>${'<xf/>'.repeat(1_000_000)}</cellXfs>` }),
    code: 'FILE_TOO_LARGE',
  },
  'elements nested without end': {
    bytes: () => xlsx({ sheets: ['<a>'.repeat(10_000_000)] }),
    code: 'FILE_UNREADABLE',
  },
  'an element with attributes without end': {
    bytes: () =>
      xlsx({ sheets: [`<a ${Array.from({ length: 2_000_000 }, (_, at) => `a${at}=""`).join(' ')}/>`] }),
    code: 'FILE_UNREADABLE',
  },
  'an attribute without end': {
    bytes: () => xlsx({ sheets: [`<a b="${'x'.repeat(50 * MB)}"/>`] }),
    code: 'FILE_UNREADABLE',
  },
  'a comment without end': {
    bytes: () => xlsx({ sheets: [`<!--${'x'.repeat(50 * MB)}-->`] }),
    code: 'FILE_UNREADABLE',
  },
  'entities that multiply': {
    bytes: () =>
      zip(
        xlsxEntries({ sheets: [oneCell] }).map((one) =>
          one.name.includes('/worksheets/')
            ? { name: one.name, bytes: Buffer.from(`${DOCTYPE}<worksheet>&b;</worksheet>`) }
            : one,
        ),
      ),
    code: 'FILE_UNREADABLE',
  },
};

/** Files that only look dangerous: what is large about them is nothing that has to be kept. */
export const HARMLESS: Readonly<Record<string, () => Buffer>> = {
  'a sheet that says it is as large as can be': () =>
    xlsx({ sheets: [`<dimension ref="A1:XFD1048576"/>${oneCell}`] }),
  'empty cells with a border down to the last row': () =>
    xlsx({
      sheets: [sheetData(`${row(1, cell('A1', '学号'))}${row(1_048_576, '<c r="XFD1048576" s="1"/>')}`)],
    }),
  'a range merged over everything': () =>
    xlsx({ sheets: [`${oneCell}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`] }),
  'a hundred thousand merged ranges': () =>
    xlsx({ sheets: [`${oneCell}<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100_000)}</mergeCells>`] }),
  'a picture of four megabytes': () =>
    xlsx({ sheets: [oneCell], more: [{ name: 'xl/media/image1.png', bytes: Buffer.alloc(4 * MB, 'x') }] }),
};
