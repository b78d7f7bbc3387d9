/** A cell and what ends it. Spreadsheets put quotes around cells with breaks in them, and double the quotes inside. */
const CELL = /(?:"((?:[^"]|""){0,200})"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

/** A table that was copied out of another window: lines of cells between tabs, as every spreadsheet copies them. */
export const pastedRows = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cells = new RegExp(CELL.source, CELL.flags);
  while (cells.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cells.exec(text) ?? [];
    const cell = quoted === undefined ? plain : quoted.replace(/""/g, '"');
    rows[rows.length - 1]?.push(cell.trim());
    if (end !== '\t') rows.push([]);
    else if (cells.lastIndex === text.length) rows[rows.length - 1]?.push('');
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
};
