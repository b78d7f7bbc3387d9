/** A column that names the secretary in every row, read as whether each person is. */
import { COLUMNS } from '../../../../cloudfunctions/teacher/roster/columns';
import { secretaryByName } from '../../../../cloudfunctions/teacher/roster/secretary-by-name';

const columnOf = (field: string) => COLUMNS.find((column) => column.field === field);
const columns = [columnOf('name'), columnOf('isSecretary')];
const rowsOf = (...rows: (readonly string[])[]) =>
  rows.map((cells, index) => ({ row: index + 2, cells: [...cells] }));

test('who is named is one, and nobody else', () => {
  const people = secretaryByName(rowsOf(['安然', '安然'], ['柏舟', '安 然'], ['池晓', '']), columns);
  expect(people.map(({ cells }) => cells[1])).toEqual(['是', '否', '']);
});

test.each(['是', '√', '班长', '别人'])('“%s” names nobody of the table and stays', (cell) => {
  const rows = rowsOf(['安然', cell]);
  expect(secretaryByName(rows, columns)).toEqual(rows);
});

test('a table without such a column stays as it is', () => {
  const rows = rowsOf(['安然', '安然']);
  expect(secretaryByName(rows, [columnOf('name'), undefined])).toBe(rows);
});
