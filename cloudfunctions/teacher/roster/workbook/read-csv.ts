import { CsvError, parse } from 'csv-parse/sync';
import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { decodeText } from './decode-text';
import { FileRefused, type Sheet } from './sheet';
import { CellBudget, SheetWriter, tooLarge } from './sheet-writer';

const DELIMITERS = [',', '\t', ';', '，', '|'];
const HEAD_CHARACTERS = 64 * 1024;

/** Begins the heading every table of people has. */
const NAMES = /^["'\s*【]*(团员|学生|毕业生)?姓\s*名/;

/**
 * The separator that occurs most in the line of headings: a title above it has commas of its own. Without headings, in
 * the first line with any.
 */
const delimiterOf = (text: string): string => {
  const lines = text.slice(0, HEAD_CHARACTERS).split(/\r?\n/);
  const isHeading = (line: string): boolean =>
    DELIMITERS.some((mark) => line.includes(mark) && line.split(mark).some((cell) => NAMES.test(cell)));
  const line =
    lines.find(isHeading) ?? lines.find((one) => DELIMITERS.some((mark) => one.includes(mark))) ?? '';
  const counts = DELIMITERS.map((mark) => line.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** Without what stands empty at its end: spreadsheets save every row that was ever given a border. */
const withoutTail = (text: string): string => {
  let end = text.length;
  while (end > 0 && (DELIMITERS.includes(text[end - 1] ?? '') || text[end - 1]?.trim() === '')) end -= 1;
  return text.slice(0, end);
};

/** Systems save web pages and Excel's own XML under the names of tables. */
const isMarkup = (text: string): boolean => /^\s*<[!?a-z]/i.test(text.slice(0, HEAD_CHARACTERS));
const isDocument = (text: string): boolean => /^(%PDF|\{\\rtf)/.test(text);

const UNCLOSED = ['CSV_QUOTE_NOT_CLOSED', 'CSV_INVALID_CLOSING_QUOTE'];

/** What the parser stumbled over, by the row in which it did. */
const refusalFor = (error: CsvError, text: string, row: number, writer: SheetWriter): Error => {
  if (UNCLOSED.includes(error.code)) return new FileRefused('FILE_QUOTE_OPEN', { row });
  if (error.code !== 'CSV_MAX_RECORD_SIZE') return error;
  const column = Number(error.column) + 1;
  if (column > ROSTER_FILE.lastColumn) return writer.farAway(row, ROSTER_FILE.lastColumn + 1);
  return text.includes('"') ? new FileRefused('FILE_QUOTE_OPEN', { row }) : writer.tooLong(row, column);
};

/** The one sheet of a .csv. Rows go to the writer one by one; the parser never holds more than one. */
export const readCsv = (bytes: Buffer): Sheet[] => {
  const text = withoutTail(decodeText(bytes));
  if (isMarkup(text)) throw new FileRefused('FILE_OTHER_FORMAT');
  if (isDocument(text)) throw new FileRefused('FILE_NO_TABLE');
  const writer = new SheetWriter('', new CellBudget());
  let records = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      // Blank lines are counted and not kept.
      skip_empty_lines: true,
      max_record_size: ROSTER_FILE.maxLineCharacters,
      on_record: (cells: string[], { empty_lines: blank }) => {
        records += 1;
        if (records + blank > ROSTER_FILE.maxLines) throw tooLarge();
        cells.forEach((cell, index) => writer.put(records + blank, index + 1, cell));
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusalFor(error, text, records + Number(error.empty_lines) + 1, writer);
  }
  return [writer.toSheet()];
};
