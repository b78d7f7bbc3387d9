/** A table that was copied out of another window: lines of cells between tabs, as every spreadsheet copies them. */
export const pastedRows = (text: string): string[][] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
