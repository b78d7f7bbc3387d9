/** Her own file comes back with the cells marked, as it was otherwise, and without any ID number. */
import { unzipSync } from 'fflate';
import { markFile, readWorkbook } from '../../../../cloudfunctions/teacher/lazy/spreadsheets';
import { foundUniversity, TEACHER } from '../../support/people';
import { openSheet, putFile } from '../../support/sheets';
import { createWorld, dataOf, errorOf } from '../../support/world';
import { sheetData, xlsx } from '../../support/xlsx-parts';

const ID = '330106200401012345';
const FIFTEEN = '330106040101234';

const text = (place: string, value: string, style = 0) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: string, more = '') =>
  `<row r="${number}" spans="1:6"${more}>${cells}</row>`;
const HEAD = (number: number) =>
  row(
    number,
    ['学号', '姓名', '团支部', '毕业年月', '身份证号']
      .map((one, at) => text(`${'ABCDE'[at] ?? ''}${number}`, one, 1))
      .join(''),
  );

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="0000000000"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><cellXfs count="3"><xf numFmtId="0" fillId="0"/><xf numFmtId="0" fillId="0" applyFont="1"/><xf numFmtId="170" fillId="0"/></cellXfs>';

/** A title, headings, a good row, a row with two cells to look at, a hidden row; ID numbers as shared and as own text. */
const file = xlsx({
  sheets: [
    `<dimension ref="A1:E6"/><cols><col min="1" max="5" width="18" customWidth="1"/></cols>${sheetData(
      [
        row(1, text('A1', `填表人 ${ID}`)),
        row(2, text('A2', '名单')),
        HEAD(3),
        row(
          4,
          `<c r="A4" s="2"><v>310101</v></c><c r="B4" t="s"><v>0</v></c>${text('C4', '机制2201团支部')}${text('D4', '2027-06')}<c r="E4" t="s"><v>1</v></c>`,
        ),
        row(
          5,
          `${text('A5', '1.9E+09', 2)}${text('B5', '')}${text('C5', '机制2201团支部')}${text('D5', '2027-06')}${text('E5', FIFTEEN)}`,
        ),
        row(
          6,
          `${text('A6', '0000310103')}${text('B6', '顾衍')}${text('C6', '机制2201团支部')}${text('D6', '2027-06')}<c r="E6"><v>${ID}</v></c>`,
          ' hidden="1"',
        ),
      ].join(''),
    )}<mergeCells count="1"><mergeCell ref="A2:D2"/></mergeCells><legacyDrawing r:id="rId9" xmlns:r="urn:r"/>`,
    sheetData(row(1, `${text('A1', '字典')}${text('B1', ID)}`)),
  ],
  hidden: [1],
  sharedStrings: `<si><t>许听澜</t></si><si><t>${ID}</t></si>`,
  styles: STYLES,
  more: [{ name: 'xl/comments1.xml', bytes: Buffer.from(`<comments>${ID}</comments>`) }],
});

const mark = async (bytes: Buffer) => {
  const world = createWorld();
  const { collegeId } = await foundUniversity(world);
  const fileId = await putFile(world, TEACHER, bytes, 'roster.xlsx');
  const { url } = dataOf(await world.call(TEACHER, 'teacher', 'rosterMark', { fileId, collegeId }));
  const [[id, copy] = ['', Buffer.alloc(0)]] = [...world.stored];
  expect(url).toContain(id);
  return { world, copy };
};

it('brings the sheet back where it stood, with amber cells and words behind the last column', async () => {
  const { copy } = await mark(file);
  const workbook = dataOf(await readWorkbook(copy));
  const [sheet] = workbook.sheets;
  expect(sheet?.rows.map(({ row: at, cells }) => [at, ...cells])).toEqual([
    [2, '名单'],
    [3, '学号', '姓名', '团支部', '毕业年月', '', '要看的地方（改好不用删）'],
    [4, '0000310101', '许听澜', '机制2201团支部', '2027-06'],
    [
      5,
      '1.9E+09',
      '',
      '机制2201团支部',
      '2027-06',
      '',
      '学号：学号被表格缩短了，后面的数字没有了；姓名：这一格是空的',
    ],
  ]);
  expect(sheet?.hiddenRows).toEqual([6]);
  expect(workbook.hiddenSheets).toEqual(['表2']);
  const parts = unzipSync(copy);
  const xml = (name: string) => Buffer.from(parts[name] ?? []).toString();
  expect(xml('xl/worksheets/sheet1.xml')).toMatch(/<c r="A5" s="4" t="inlineStr">.*<c r="B5" s="3"/);
  // They name parts that are not copied: with them no spreadsheet program opens the file.
  expect(xml('xl/worksheets/sheet1.xml')).not.toMatch(/<(dimension|legacyDrawing)\b/);
  expect(xml('xl/worksheets/sheet1.xml')).toContain('<col min="1" max="5" width="18" customWidth="1">');
  expect(xml('xl/styles.xml').match(/<xf [^>]*fillId="2"[^>]*>/g)).toEqual([
    expect.stringMatching(/numFmtId="0"/),
    expect.stringMatching(/numFmtId="170"/),
  ]);
});

it('holds no ID number in any of its parts, and nothing that was not looked into', async () => {
  const { copy } = await mark(file);
  const parts = unzipSync(copy);
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  const whole = Object.values(parts)
    .map((part) => Buffer.from(part).toString())
    .join('');
  expect(whole).not.toContain(ID);
  expect(whole).not.toContain(FIFTEEN);
  expect(whole).toContain('许听澜');
});

it('holds none in the words around the cells either, and counts rows and cells that have no place of their own', async () => {
  const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const line = (...values: string[]) => `<row>${values.map(cell).join('')}</row>`;
  const bare = xlsx({
    sheets: [
      `${sheetData(
        [
          line('学号', '姓名', '团支部', '毕业年月'),
          line('3310210101', '许听澜', '机制2201团支部', '夏天'),
        ].join(''),
      )}<dataValidations count="1"><dataValidation sqref="A1" prompt="${ID}"/></dataValidations><headerFooter><oddHeader>${ID}</oddHeader><oddFooter>第 1 页</oddFooter></headerFooter>`,
    ],
    styles: STYLES,
  });
  const { copy } = await mark(bare);
  const xml = Buffer.from(unzipSync(copy)['xl/worksheets/sheet1.xml'] ?? []).toString();
  expect(xml).not.toContain(ID);
  expect(xml).toContain('<oddHeader></oddHeader><oddFooter>第 1 页</oddFooter>');
  expect(xml).toContain('prompt=""');
  const [, second = ''] = xml.split('</row>');
  expect(second.match(/<c [^>]*>/g)?.map((one) => / s="[1-9]/.test(one))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(dataOf(await readWorkbook(copy)).sheets[0]?.rows[1]?.cells).toEqual([
    '3310210101',
    '许听澜',
    '机制2201团支部',
    '夏天',
    '毕业年月：看不懂这一格',
  ]);
});

it('is opened by a reader that is not ours, and read by us as the file was', async () => {
  const { copy, world } = await mark(file);
  expect((await openSheet(copy))[2]?.[5]).toBe('要看的地方（改好不用删）');
  const collegeId = world.store.all('colleges').find(({ name }) => name === '光电学院')?._id ?? '';
  const fileId = await putFile(world, TEACHER, copy);
  const again = dataOf(await world.call(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId })).run;
  expect(again).toMatchObject({ badCells: 2, added: 1 });
});

it('brings a .csv back as an .xlsx with its rows where they stood', async () => {
  const csv = [
    '名单',
    '',
    '学号,姓名,团支部,毕业年月,身份证号',
    `3310210101,许听澜,机制2201团支部,夏天,${ID}`,
  ].join('\n');
  const { copy } = await mark(Buffer.from(csv));
  const rows = await openSheet(copy);
  expect(rows[3]).toEqual(['3310210101', '许听澜', '机制2201团支部', '夏天', '', '毕业年月：看不懂这一格']);
});

it('goes within the hour', async () => {
  const { world } = await mark(file);
  expect(world.stored.size).toBe(1);
  await world.tick();
  world.world.now += 2 * 60 * 60 * 1000;
  await world.tick();
  expect(world.stored.size).toBe(0);
});

it('refuses what is no table, in the words of any other file', async () => {
  const world = createWorld();
  const { collegeId } = await foundUniversity(world);
  const fileId = await putFile(world, TEACHER, Buffer.from('PK nothing'), 'roster.xlsx');
  expect(errorOf(await world.call(TEACHER, 'teacher', 'rosterMark', { fileId, collegeId }))).toBe(
    'FILE_UNREADABLE',
  );
  await expect(markFile(Buffer.from('PK nothing'), new Map())).rejects.toThrow('FILE_UNREADABLE');
});
