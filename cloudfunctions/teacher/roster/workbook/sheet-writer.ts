import { ROSTER_FILE, ROSTER_FILE_MOST } from '../../../_shared/roster/limits';
import { cellName, FileRefused, type Sheet } from './sheet';

/** The first column of a merged area; all are counted from 1. */
export interface MergedColumn {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** What a whole file may put into memory. Counted over all of its sheets. */
export class CellBudget {
  private rows = 0;
  private cells = 0;
  private characters = 0;
  private steps = 0;

  addRow(): void {
    this.rows += 1;
    if (this.rows > ROSTER_FILE.maxFilledRows) throw tooLarge();
  }

  /** One row of a merged area looked at. Areas that lie over each other would make many of few. */
  addStep(): void {
    this.steps += 1;
    if (this.steps > ROSTER_FILE.maxCells) throw tooLarge();
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
  private readonly hidden = new Set<number>();
  private readonly crossedOut = new Set<number>();

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

  /** The row cannot be seen, by hand or by a filter. */
  hide(row: number): void {
    if (row <= ROSTER_FILE.lastRow) this.hidden.add(row);
  }

  /** Something in the row is crossed out. */
  crossOut(row: number): void {
    if (this.rows.has(row)) this.crossedOut.add(row);
  }

  /** What stands in the first cell of a merged area holds for its first column, in every row that has anything else. */
  fillDown({ column, fromRow, toRow }: MergedColumn): void {
    const text = this.rows.get(fromRow)?.[column - 1] ?? '';
    if (text === '') return;
    for (let row = fromRow + 1; row <= Math.min(toRow, ROSTER_FILE.lastRow); row += 1) {
      this.budget.addStep();
      if (this.rows.has(row) && !this.rows.get(row)?.[column - 1]) this.put(row, column, text);
    }
  }

  toSheet(): Sheet {
    const rows = [...this.rows].map(([row, cells]) => ({ row, cells })).sort((a, b) => a.row - b.row);
    return {
      name: this.name,
      rows: rows.filter(({ row }) => !this.hidden.has(row)),
      hiddenRows: rows.map(({ row }) => row).filter((row) => this.hidden.has(row)),
      crossedOut: [...this.crossedOut].filter((row) => !this.hidden.has(row)),
    };
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
