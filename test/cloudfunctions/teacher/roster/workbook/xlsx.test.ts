import { readWorkbook } from '../../../../../cloudfunctions/teacher/roster/workbook/read-workbook';
import { isDateFormat } from '../../../../../cloudfunctions/teacher/roster/workbook/cell-formats';
import { dateText, numberText } from '../../../../../cloudfunctions/teacher/roster/workbook/number-text';
import { cellName } from '../../../../../cloudfunctions/teacher/roster/workbook/sheet';
import { dataOf } from '../../../support/world';
import { cell, sheetData, xlsx, xlsxEntries, zip, type XlsxParts } from '../../../support/xlsx-parts';

const read = async (parts: XlsxParts) => dataOf(await readWorkbook(xlsx(parts))).sheets;
const cellsOf = async (cells: string, more: Partial<XlsxParts> = {}) =>
  (await read({ sheets: [sheetData(`<row r="1">${cells}</row>`)], ...more }))[0]?.rows[0]?.cells;

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs>';

const cells: [string, string, string[], Partial<XlsxParts>?][] = [
  ['a text of its own', cell('A1', '李慧敏'), ['李慧敏']],
  [
    'a shared text',
    '<c r="A1" t="s"><v>1</v></c>',
    ['乙'],
    { sharedStrings: '<si><t>甲</t></si><si><t>乙</t></si>' },
  ],
  [
    'a text in several fonts, without the readings above it',
    '<c r="A1" t="s"><v>0</v></c>',
    ['李慧敏'],
    { sharedStrings: '<si><r><t>李</t></r><r><t>慧敏</t></r><rPh sb="0" eb="1"><t>lǐ</t></rPh></si>' },
  ],
  ['a shared text that is not there', '<c r="A1" t="s"><v>7</v></c><c r="B1"><v>1</v></c>', ['', '1']],
  ['a number', '<c r="A1"><v>2210310101</v></c>', ['2210310101']],
  ['a number another program wrote with a power', '<c r="A1"><v>2.210310101E9</v></c>', ['2210310101']],
  ['a date', '<c r="A1" s="1"><v>46203</v></c>', ['2026-06-30'], { styles: STYLES }],
  ['a date in Chinese', '<c r="A1" s="2"><v>46174</v></c>', ['2026-06-01'], { styles: STYLES }],
  ['a number in the format of a text', '<c r="A1" s="3"><v>46203</v></c>', ['46203'], { styles: STYLES }],
  ['a yes', '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>', ['TRUE', 'FALSE']],
  ['a formula by its result', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>结果</v></c>', ['结果']],
  ['cells without a place', '<c><v>1</v></c><c/><c><v>3</v></c>', ['1', '', '3']],
  ['cells out of order', `${cell('C1', '丙')}${cell('A1', '甲')}`, ['甲', '', '丙']],
  ['elements with a prefix', '<x:c xmlns:x="y" r="A1"><x:v>1</x:v></x:c>', ['1']],
  ['a character that XML cannot hold', cell('A1', 'a_x000D_b'), ['a\rb']],
  ['signs written as entities', cell('A1', '&lt;&amp;&#26446;'), ['<&李']],
];
it.each(cells)('reads %s', async (_case, content, expected, more = {}) => {
  expect(await cellsOf(content, more)).toEqual(expected);
});

it('reads every sheet that can be seen, and keeps filled rows with their numbers', async () => {
  const one = sheetData(
    `<row r="3">${cell('B3', '甲')}</row><row r="4"/><row><c t="str"><v>乙</v></c></row>`,
  );
  const other = sheetData(`<row r="1">${cell('A1', '丙')}</row>`);
  expect(await read({ sheets: [other, one, other], hidden: [0] })).toEqual([
    {
      name: '表2',
      rows: [
        { row: 3, cells: ['', '甲'] },
        { row: 5, cells: ['乙'] },
      ],
      hiddenRows: [],
      crossedOut: [],
    },
    { name: '表3', rows: [{ row: 1, cells: ['丙'] }], hiddenRows: [], crossedOut: [] },
  ]);
});

it('takes a row for crossed out by a cell that says something', async () => {
  const rows = `<row r="1">${cell('A1', '甲')}<c r="B1" s="1"/></row><row r="2">${cell('A2', '乙').replace('<c ', '<c s="1" ')}</row>`;
  const styles = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>';
  expect(await read({ sheets: [sheetData(rows)], styles })).toMatchObject([{ crossedOut: [2] }]);
});

it('names the sheet of a far cell when there are several', async () => {
  const fine = sheetData(`<row r="1">${cell('A1', '甲')}</row>`);
  const far = sheetData(`<row r="99999">${cell('AB99999', '甲')}</row>`);
  expect(await readWorkbook(xlsx({ sheets: [fine, far] }))).toMatchObject({
    error: { code: 'FILE_CELL_FAR', detail: { cell: 'AB99999', sheet: 2 } },
  });
});

const broken: [string, Buffer][] = [
  [
    'without its sheet',
    zip(xlsxEntries({ sheets: [''] }).filter(({ name }) => !name.includes('worksheets'))),
  ],
  ['cut in the middle', xlsx({ sheets: [''] }).subarray(0, 300)],
  ['whose XML does not end', xlsx({ sheets: ['<sheetData>'] })],
  ['with a place that is none', xlsx({ sheets: [sheetData('<row r="1"><c r="1A"><v>1</v></c></row>')] })],
  ['with a row that is none', xlsx({ sheets: [sheetData('<row r="x"/>')] })],
];
it.each(broken)('calls an .xlsx %s damaged', async (_case, bytes) => {
  expect(await readWorkbook(bytes)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } });
});

it.each([
  ['yyyy-mm-dd', true],
  ['[$-804]yyyy"年"m"月"d"日";@', true],
  ['m"月"', true],
  ['General', false],
  ['0000000000', false],
  ['[Red]0.00', false],
  ['"day" 0', false],
  ['mm:ss', false],
])('takes the format %s as a date: %s', (code, isDate) => expect(isDateFormat(code)).toBe(isDate));

it.each([
  ['1', false, '1900-01-01'],
  ['59', false, '1900-02-28'],
  ['60', false, undefined],
  ['61', false, '1900-03-01'],
  ['46203.75', false, '2026-06-30'],
  ['44741', true, '2026-06-30'],
  ['-1', false, undefined],
  ['9999999', false, undefined],
])('reads day %s (from 1904: %s) as %s', (digits, isFrom1904, date) =>
  expect(dateText(digits, isFrom1904)).toBe(date),
);

it('keeps digits that a number cannot hold as they stand', () => {
  expect(numberText('110101199003074233')).toBe('110101199003074233');
  expect(numberText('0006210101')).toBe('0006210101');
  expect(numberText('1.101E+17')).toBe('1.101E+17');
  expect(numberText('3.5')).toBe('3.5');
});

it('names places as a spreadsheet does', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16384].map((column) => cellName(1, column))).toEqual(
    ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'].map((letters) => `${letters}1`),
  );
});
