/** Kinds of files as colleges have them: who is read, what is told, what is refused. */
import type { Reading } from '../../../../cloudfunctions/teacher/roster/answers';
import { readTable } from '../../../../cloudfunctions/teacher/roster/read-table';
import { readWorkbook } from '../../../../cloudfunctions/teacher/roster/workbook/read-workbook';
import { noteLines } from '../../../../miniprogram/packages/teacher/roster/import/notes';
import { dataOf } from '../../support/world';
import { cell, sheetData, xlsx, type XlsxParts } from '../../support/xlsx-parts';

const HEAD = ['学号', '姓名', '团支部', '毕业年月'];
const ANA = ['3310210101', '安然', '光电2101团支部', '2027-06'];
const BO = ['3310210102', '柏舟', '光电2101团支部', '2027-06'];
const CHI = ['3310210201', '池晓', '光电2102团支部', '2027-06'];
const ID = '330106200401012345';

const rowXml = (cells: readonly string[], index: number, attributes = ''): string =>
  `<row r="${index + 1}"${attributes}>${cells
    .map((text, column) => (text ? cell(`${String.fromCharCode(65 + column)}${index + 1}`, text) : ''))
    .join('')}</row>`;
const rowsXml = (...rows: (readonly string[])[]): string =>
  sheetData(rows.map((cells, index) => rowXml(cells, index)).join(''));

const read = async (parts: XlsxParts) => {
  const reading: Reading = {
    answers: { columns: [], branches: [], cells: [], kept: [], people: [] },
    remembered: new Map(),
    graduationMonth: { month: '2027-06', isAnswered: false },
  };
  const table = readTable(dataOf(await readWorkbook(xlsx(parts))), reading);
  expect(JSON.stringify(table)).not.toContain(ID);
  return {
    people: table.good.map(({ row }) => row),
    told: noteLines(table.notes),
    uses: table.columns.map(({ heading, use, from }) => `${heading} ${use} ${from}`),
    bad: table.bad.map(({ row, field, problem }) => `${row} ${field} ${problem}`),
  };
};

interface Kind {
  readonly parts: XlsxParts;
  /** Student numbers. */
  readonly people: readonly string[];
  readonly told?: readonly RegExp[];
  readonly bad?: readonly string[];
  /** What each column was taken for, and why. */
  readonly uses?: readonly string[];
}
const one = (...rows: (readonly string[])[]): XlsxParts => ({ sheets: [rowsXml(...rows)] });
const both = [ANA[0] ?? '', BO[0] ?? ''];
const withFourth = (person: readonly string[], value: string) => [...person.slice(0, 3), value];

const kinds: [string, Kind][] = [
  [
    'headings in English',
    {
      parts: one(
        ['No.', 'Student ID', 'Full Name', 'Class', 'Graduation Date'],
        ['1', ANA[0] ?? '', 'Li Lei', '光电2101', 'June 2027'],
        ['2', ...BO],
      ),
      people: both,
      uses: [
        'No. skip heading',
        'Student ID studentNumber heading',
        'Full Name name heading',
        'Class branchName class',
        'Graduation Date graduationMonth heading',
      ],
    },
  ],
  [
    'a title that counts its people in the middle',
    {
      parts: one(
        ['2023级光电2101班（2人）毕业生团员花名册'],
        ['姓名', '学号', '去向'],
        ['安然', '3310210101', '升学'],
        ['柏舟', '3310210102', '就业'],
      ),
      people: both,
      told: [/用了标题里的团支部：光电2101班/],
    },
  ],
  [
    'who graduates later, in words and by a column of its own',
    {
      parts: one(
        ['学号', '姓名', '团支部', '是否应届毕业生', '备注'],
        [...ANA.slice(0, 3), '否'],
        [...BO.slice(0, 3), '是', '延迟毕业'],
      ),
      people: both,
      told: [/第 2、3 行写着群众、退学、延毕一类的话/],
    },
  ],
  [
    'the secretary by name in every row',
    {
      parts: one(
        ['学号', '姓名', '团支部', '团支部书记'],
        [...ANA.slice(0, 3), '安然'],
        [...BO.slice(0, 3), '安 然'],
      ),
      people: both,
    },
  ],
  [
    'classes that are a number, beside their major',
    {
      parts: one(
        ['学号', '姓名', '专业', '班号'],
        ['3310210101', '安然', '光电信息', '1'],
        ['3310210102', '柏舟', '光电信息', '2班'],
      ),
      people: both,
      told: [/光电信息1班.*光电信息2班/],
    },
  ],
  [
    'a number that slipped in behind a name',
    {
      parts: one(HEAD, [ANA[0] ?? '', '安然3310210101', ...ANA.slice(2)], BO),
      people: [BO[0] ?? ''],
      bad: ['2 姓名 malformed'],
    },
  ],
  [
    'headings in the ninth row, under a title and instructions',
    {
      parts: one(['名单'], ['一'], ['二'], ['三'], ['四'], ['五'], ['六'], ['七'], HEAD, ANA, BO),
      people: both,
    },
  ],
  [
    'two sheets with people and one of remarks',
    {
      parts: { sheets: [rowsXml(HEAD, ANA), rowsXml(HEAD, CHI), rowsXml(['请填完整'])] },
      people: [ANA[0] ?? '', CHI[0] ?? ''],
      told: [/工作表“表3”里没有学号和姓名的表头/],
    },
  ],
  [
    'a hidden sheet in front',
    {
      parts: { sheets: [rowsXml(['男']), rowsXml(HEAD, ANA, BO)], hidden: [0] },
      people: both,
      told: [/表1”是隐藏的/],
    },
  ],
  [
    'a hidden row',
    {
      parts: { sheets: [sheetData(rowXml(HEAD, 0) + rowXml(ANA, 1, ' hidden="1"') + rowXml(BO, 2))] },
      people: [BO[0] ?? ''],
      told: [/第 2 行是隐藏或筛选掉的，没有读/],
    },
  ],
  [
    'branches and months merged over their people',
    {
      parts: {
        sheets: [
          `${rowsXml(HEAD, ANA, ['3310210102', '柏舟'])}<mergeCells><mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/></mergeCells>`,
        ],
      },
      people: both,
    },
  ],
  [
    'a sum, headings again, a signature and rows that are only numbered',
    {
      parts: one(
        ['序号', ...HEAD],
        ['1', ...ANA],
        ['合计', '1人'],
        ['序号', ...HEAD],
        ['2', ...BO],
        ['3'],
        ['制表人：周老师'],
      ),
      people: both,
      told: [/第 3、4、7 行不是人/],
    },
  ],
  [
    'headings that come again in another order',
    {
      parts: one(HEAD, ANA, ['姓名', '学号', ...HEAD.slice(2)], ['柏舟', '3310210102', ...BO.slice(2)]),
      people: both,
      told: [/第 3 行不是人/],
    },
  ],
  [
    'headings in two rows, the upper one over groups',
    {
      parts: {
        sheets: [
          `${rowsXml(['学号', '姓名', '团组织信息'], ['', '', '团支部', '毕业年月'], ANA, BO)}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells>`,
        ],
      },
      people: both,
    },
  ],
  [
    'a sum of each page',
    { parts: one(HEAD, ANA, ['本页小计', '1'], BO), people: both, told: [/第 3 行不是人/] },
  ],
  [
    'one person twice with two months of graduation',
    {
      parts: one(HEAD, ANA, BO, withFourth(ANA, '2028-06')),
      people: [BO[0] ?? ''],
      bad: ['2 学号 duplicate', '4 学号 duplicate'],
    },
  ],
  [
    'what a spreadsheet could not look up',
    {
      parts: one(HEAD, [ANA[0] ?? '', '#REF!', ...ANA.slice(2)], [...BO.slice(0, 2), '#N/A', '2027-06'], CHI),
      people: [CHI[0] ?? ''],
      bad: ['2 姓名 formula', '3 团支部 formula'],
    },
  ],
  [
    'numbers as programs that count with them write them',
    { parts: one(HEAD, [`${ANA[0] ?? ''}.0`, ...ANA.slice(1)], BO), people: both },
  ],
  [
    'numbers whose zeros are in the format of the cell',
    {
      parts: {
        sheets: [
          sheetData(
            `${rowXml(HEAD, 0)}<row r="2"><c r="A2" s="1"><v>6210101</v></c>${['安然', '光电2101团支部', '2027-06'].map((text, at) => cell(`${'BCD'[at] ?? ''}2`, text)).join('')}</row>`,
          ),
        ],
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="0000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
      },
      people: ['0006210101'],
    },
  ],
  [
    'numbers that a spreadsheet shortened, computed or marked as text',
    {
      parts: one(
        HEAD,
        ['3.31E+09', ...ANA.slice(1)],
        ['="3310210102"', '柏舟', '光电2101团支部', 'Jun-27'],
        [`'${CHI[0] ?? ''}`, ...CHI.slice(1)],
      ),
      people: [CHI[0] ?? ''],
      bad: ['2 学号 shortened-number', '3 学号 formula', '3 毕业年月 malformed'],
    },
  ],
  [
    'months that may be read in two ways, or belong to no student',
    {
      parts: one(HEAD, withFourth(ANA, '2027113'), withFourth(BO, '1927-06'), withFourth(CHI, '2027届')),
      people: [],
      bad: ['2 毕业年月 malformed', '3 毕业年月 malformed', '4 毕业年月 malformed'],
    },
  ],
  [
    'classes in place of branches',
    {
      parts: one(['学号', '姓名', '班级', '毕业年月'], ANA, BO),
      people: both,
      uses: [
        '学号 studentNumber heading',
        '姓名 name heading',
        '班级 branchName class',
        '毕业年月 graduationMonth heading',
      ],
    },
  ],
  [
    'no month of graduation',
    {
      parts: one(HEAD.slice(0, 3), ANA.slice(0, 3), BO.slice(0, 3)),
      people: both,
    },
  ],
  [
    'student numbers of 15 digits',
    { parts: one(HEAD, ['202101100101001', ...ANA.slice(1)]), people: ['202101100101001'] },
  ],
  [
    'a column of ID numbers, one of the old form, and one of telephone numbers',
    {
      parts: one(
        [...HEAD, '身份证号', '联系方式'],
        [...ANA, ID, '13800000000'],
        [...BO, '330106040101234', '13800000001'],
      ),
      people: both,
      told: [/^E 列有身份证号码，整列没有读/],
      uses: [
        '学号 studentNumber heading',
        '姓名 name heading',
        '团支部 branchName heading',
        '毕业年月 graduationMonth heading',
        ' id-number heading',
        '联系方式 skip heading',
      ],
    },
  ],
  [
    'an ID number among remarks, and one in the title',
    {
      parts: one([`联系人${ID}`], [...HEAD, '备注'], [...ANA, ID], BO),
      people: both,
      told: [/第 1 行.*身份证/, /^E 列/],
    },
  ],
  [
    'ID numbers in place of student numbers',
    { parts: one(HEAD, [ID, ...ANA.slice(1)], [ID, ...BO.slice(1)]), people: [], bad: ['1 学号 id-card'] },
  ],
  [
    'names and numbers under each other’s headings',
    { parts: one(['姓名', '学号', ...HEAD.slice(2)], ANA, BO), people: [], bad: ['1 学号 swapped-columns'] },
  ],
  [
    'a name with a remark, and a name that is a number',
    {
      parts: one(
        HEAD,
        [ANA[0] ?? '', '安然（曾用名安安）', ...ANA.slice(2)],
        [BO[0] ?? '', '102', ...BO.slice(2)],
      ),
      people: [],
      bad: ['2 姓名 malformed', '3 姓名 malformed'],
    },
  ],
  [
    'a row that is crossed out',
    {
      parts: {
        sheets: [
          sheetData(
            rowXml(HEAD, 0) +
              rowXml(ANA, 1).replaceAll('t="inlineStr"', 's="1" t="inlineStr"') +
              rowXml(BO, 2),
          ),
        ],
        styles:
          '<fonts><font><strike val="0"/></font><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>',
      },
      people: both,
      told: [/第 2 行画了删除线，照样读了/],
    },
  ],
  [
    'sheets that are called by their branches',
    {
      parts: {
        sheets: [rowsXml(HEAD.slice(0, 2), ANA.slice(0, 2)), rowsXml(HEAD.slice(0, 2), CHI.slice(0, 2))],
        names: ['光电2101班', '光电2102团支部'],
      },
      people: [ANA[0] ?? '', CHI[0] ?? ''],
      told: [/没有团支部一列，用了工作表的名字“光电2101班”/, /“光电2102团支部”/],
    },
  ],
  [
    'a sheet that is called by something else than a branch',
    {
      parts: { sheets: [rowsXml(HEAD.slice(0, 2), ANA.slice(0, 2))], names: ['毕业生2026'] },
      people: [],
      bad: ['1 团支部 missing-column', '2 团支部 missing'],
    },
  ],
];
it.each(kinds)('reads %s', async (_kind, { parts, people, told = [], bad = [], uses }) => {
  const found = await read(parts);
  expect(found.people.map(({ studentNumber }) => studentNumber)).toEqual(people);
  expect(found.bad).toEqual(bad);
  expect(found.told).toEqual(told.map((words) => expect.stringMatching(words)));
  if (uses) expect(found.uses).toEqual(uses);
  found.people.forEach((person) => expect(person.graduationMonth).toBe('2027-06'));
});

it('puts the major before classes that are a number alone, so that two of them are not one branch', async () => {
  const { people, told } = await read(
    one(
      ['学号', '姓名', '专业', '班级'],
      ['3310210101', '安然', '光电', '1班'],
      ['3310210201', '池晓', '测控', '1班'],
      ['3310210301', '戴月', '测控', '测控2103班'],
    ),
  );
  expect(people.map(({ branchName }) => branchName)).toEqual(['光电1班', '测控1班', '测控2103班']);
  expect(told).toEqual(['班级只写了几班，前面加上了专业：光电1班、测控1班。']);
});

it.each(['普通团员', '团员', '共青团员', '—', '无职务', '群众', '无', '原团支书', '组织委员（已卸任）'])(
  'takes %s for no post',
  async (post) => {
    const { people } = await read(one([...HEAD, '团内职务'], [...ANA, post], [...BO, '组织委员']));
    expect(people.map(({ hasLeaguePost }) => hasLeaguePost)).toEqual([false, true]);
  },
);
