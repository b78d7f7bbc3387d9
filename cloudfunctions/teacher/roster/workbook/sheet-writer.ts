import { ROSTER_FILE, ROSTER_FILE_MOST } from '../../../_shared/roster/limits';
import { cellName, FileRefused, type Sheet } from './sheet';

/** What a whole file may put into memory. Counted over all of its sheets. */
export class CellBudget {
  private rows = 0;
  private cells = 0;
  private characters = 0;

  addRow(): void {
    this.rows += 1;
    if (this.rows > ROSTER_FILE.maxFilledRows) throw tooLarge();
  }

  addCell(text: string): void {
    this.cells += 1;
    this.characters += text.length;
    if (this.cells > ROSTER_FILE.maxCells || this.characters > ROSTER_FILE.maxCharacters) throw tooLarge();
  }
}

export const tooLarge = (): FileRefused => new FileRefused('FILE_TOO_LARGE', ROSTER_FILE_MOST);

/**
 * Takes the cells of one sheet one by one. Nothing is kept of empty cells, and a place is looked at before anything is
 * made for it: one cell in the last row of a spreadsheet costs as much as one in the first.
 */
export class SheetWriter {
  private readonly rows = new Map<number, string[]>();

  /** `number` of the sheet is told in refusals when the file has several. */
  constructor(
    private readonly name: string,
    private readonly budget: CellBudget,
    private readonly number?: number,
  ) {}

  /** `row` and `column` are counted from 1. */
  put(row: number, column: number, text: string): void {
    if (text.trim() === '') return;
    if (row > ROSTER_FILE.lastRow || column > ROSTER_FILE.lastColumn) throw this.farAway(row, column);
    if (text.length > ROSTER_FILE.maxCellCharacters) throw this.tooLong(row, column);
    this.budget.addCell(text);
    const cells = this.rows.get(row) ?? this.addRow(row);
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
  }

  farAway(row: number, column: number): FileRefused {
    const { lastRow: rows, lastColumn: columns } = ROSTER_FILE;
    return new FileRefused('FILE_CELL_FAR', { ...this.place(row, column), rows, columns });
  }

  tooLong(row: number, column: number): FileRefused {
    const { maxCellCharacters: characters } = ROSTER_FILE;
    return new FileRefused('FILE_CELL_LONG', { ...this.place(row, column), characters });
  }

  toSheet(): Sheet {
    const rows = [...this.rows].map(([row, cells]) => ({ row, cells }));
    return { name: this.name, rows: rows.sort((a, b) => a.row - b.row) };
  }

  private addRow(row: number): string[] {
    this.budget.addRow();
    const cells: string[] = [];
    this.rows.set(row, cells);
    return cells;
  }

  private place(row: number, column: number): Record<string, string | number> {
    const cell = cellName(row, column);
    return this.number === undefined ? { cell } : { cell, sheet: this.number };
  }
}
