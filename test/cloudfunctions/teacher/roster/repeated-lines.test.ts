/** A sheet of everybody beside the sheets of the classes. */
import { readRoster } from '../../support/roster-files';
import { cell, sheetData, xlsx } from '../../support/xlsx-parts';

const EAST = '给排水2301团支部';
const ALL = ['学号/姓名/团支部', `5510310101/温如玉/${EAST}`, `5510310102/计春华/${EAST}`];

/** `/` parts cells. */
const sheetOf = (lines: readonly string[]): string =>
  sheetData(
    lines
      .map((line, row) => {
        const cells = line.split('/').map((text, at) => cell(`${'ABCDE'[at] ?? ''}${row + 1}`, text));
        return `<row r="${row + 1}">${cells.join('')}</row>`;
      })
      .join(''),
  );
const read = (sheets: Readonly<Record<string, readonly string[]>>) =>
  readRoster(xlsx({ sheets: Object.values(sheets).map(sheetOf), names: Object.keys(sheets) }));

const PEOPLE = [`5510310101 温如玉 ${EAST}`, `5510310102 计春华 ${EAST}`];

it.each([
  ['with the branch in a column', { 汇总: ALL, 给排水2301: ALL }],
  [
    'with the branch as its name',
    { 汇总: ALL, 给排水2301: ['学号/姓名', '5510310101/温如玉', '5510310102/计春华'] },
  ],
])('counts everybody once, and says where they come again: %s', async (_how, sheets) => {
  const { people, waiting, told } = await read(sheets);
  expect([people, waiting]).toEqual([PEOPLE, []]);
  expect(told).toContain('给排水2301：第 2、3 行的人在另一张表里也有，写的一样，只算一次。');
});

it('takes the written branch, though the sheet of the class comes first', async () => {
  const { people, waiting } = await read({ 给排水2301: ['学号/姓名', '5510310101/温如玉'], 汇总: ALL });
  expect([people, waiting]).toEqual([PEOPLE, []]);
});

it.each([
  ['another name', '5510310101/温如意/给排水2301团支部'],
  ['another branch', '5510310101/温如玉/给排水2302团支部'],
])('asks about one number with %s', async (_what, line) => {
  const { people, waiting } = await read({ 汇总: ALL, 第二张: ['学号/姓名/团支部', line] });
  expect([people, waiting]).toEqual([PEOPLE.slice(1), ['2 duplicate']]);
});

it('asks about somebody who stands in the sheets of two classes', async () => {
  const line = ['学号/姓名', '5510310101/温如玉'];
  expect((await read({ 给排水2301: line, 给排水2302: line })).waiting).toEqual(['2 duplicate']);
});

it('asks where the other line says more', async () => {
  const more = ['学号/姓名/团支部/出生年月', `5510310101/温如玉/${EAST}/2004-05`];
  expect((await read({ 汇总: ALL, 第二张: more })).waiting).toEqual(['2 duplicate']);
});
