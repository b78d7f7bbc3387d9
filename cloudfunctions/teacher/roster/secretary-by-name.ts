import { nameKey } from '../../../miniprogram/domain/text/keys';
import type { Column } from './columns';
import type { SheetRow } from './workbook/sheet';

/**
 * Says of each person whether they are the secretary where the column names who is: 团支部书记 黎雷 in the rows of the
 * whole class. Only names of the table itself count; any other cell stays as it is.
 */
export const secretaryByName = (
  people: readonly SheetRow[],
  columns: readonly (Column | undefined)[],
): readonly SheetRow[] => {
  const columnOf = (field: Column['field']): number => columns.findIndex((column) => column?.field === field);
  const [secretary, name] = [columnOf('isSecretary'), columnOf('name')];
  if (secretary < 0 || name < 0) return people;
  const keyIn = ({ cells }: SheetRow, index: number): string => nameKey(cells[index] ?? '');
  const names = new Set(people.map((row) => keyIn(row, name)));
  return people.map((row) => {
    const said = keyIn(row, secretary);
    if (said === '' || !names.has(said)) return row;
    const answer = said === keyIn(row, name) ? '是' : '否';
    return { ...row, cells: row.cells.map((cell, index) => (index === secretary ? answer : cell)) };
  });
};
