/** Tables side by side in one sheet: nobody of the right ones is lost, and each row is two places. */
import fc from 'fast-check';
import { readList } from '../../../../cloudfunctions/teacher/reconcile/read-list';
import { allMarks } from '../../../../cloudfunctions/teacher/roster/marked/marks';
import { readWorkbook } from '../../../../cloudfunctions/teacher/roster/workbook/read-workbook';
import { foundUniversity, TEACHER } from '../../support/people';
import { book, readRoster } from '../../support/roster-files';
import { putFile } from '../../support/sheets';
import { createWorld, dataOf } from '../../support/world';

const [EAST, WEST] = ['给排水2301团支部', '给排水2302团支部'];
const ANN = `5510310101 温如玉 ${EAST}`;
const BEN = `5510310102 计春华 ${EAST}`;
const EVE = `5510310201 易宁 ${WEST}`;

const files: readonly (readonly [string, Buffer, readonly string[]])[] = [
  [
    'under a title each',
    book(`${EAST}团员名单///${WEST}团员名单`, '学号/姓名//学号/姓名', '5510310101/温如玉//5510310201/易宁'),
    [ANN, EVE],
  ],
  [
    'under one title, numbered and without a gap',
    book(`${EAST}团员名单`, '序号/学号/姓名/序号/学号/姓名', '1/5510310101/温如玉/2/5510310102/计春华'),
    [ANN, BEN],
  ],
  [
    'with the branch in front, without a gap',
    book('团支部/学号/姓名/团支部/学号/姓名', `${EAST}/5510310101/温如玉/${WEST}/5510310201/易宁`),
    [ANN, EVE],
  ],
  [
    'of unequal length, with sums of their own',
    book(
      '学号/姓名/团支部//学号/姓名/团支部',
      `5510310101/温如玉/${EAST}//5510310201/易宁/${WEST}`,
      `5510310102/计春华/${EAST}//合计/1`,
      '合计/2',
    ),
    [ANN, BEN, EVE],
  ],
  [
    'of which the right one begins lower',
    book(
      '学号/姓名/团支部',
      `5510310101/温如玉/${EAST}//学号/姓名/团支部`,
      `5510310102/计春华/${EAST}//5510310201/易宁/${WEST}`,
    ),
    [ANN, BEN, EVE],
  ],
  [
    'where a heading in a later row has other columns',
    book(
      '学号/姓名/团支部//学号/姓名/团支部',
      `5510310101/温如玉/${EAST}//5510310201/易宁/${WEST}`,
      '姓名/学号/团支部',
      `计春华/5510310102/${EAST}`,
    ),
    [ANN, BEN, EVE],
  ],
];
it.each(files)('reads tables side by side %s', async (_how, file, expected) => {
  const { people, waiting, notes } = await readRoster(file);
  expect([people, waiting, notes]).toEqual([expected, [], expect.arrayContaining(['tables-beside '])]);
});

it('says where the others begin', async () => {
  const file = book(
    '学号/姓名/团支部//学号/姓名/团支部',
    `5510310101/温如玉/${EAST}//5510310201/易宁/${WEST}`,
  );
  expect((await readRoster(file)).told).toEqual(['左右并排了几张表，都读了。另外的从 E 列开始。']);
});

it('keeps whom a bad cell of the neighbour is not about', async () => {
  const file = book(
    '学号/姓名/团支部//学号/姓名/团支部',
    `5510310101/温如玉（退学）/${EAST}//5510310201/易宁/${WEST}`,
  );
  const { people, waiting } = await readRoster(file);
  expect([people, waiting]).toEqual([[EVE], ['2 malformed']]);
});

it('reads no table of which one half has names alone: they would be lost', async () => {
  const file = book('学号/姓名/团支部//姓名/团支部', `5510310101/温如玉/${EAST}//易宁/${WEST}`);
  expect((await readRoster(file)).waiting).toContain('1 tables-beside');
});

it('reads everybody, however many tables there are, wherever the gaps are', async () => {
  const shape = fc.record({
    tables: fc.integer({ min: 1, max: 4 }),
    people: fc.integer({ min: 1, max: 20 }),
    isNumbered: fc.boolean(),
    hasGap: fc.boolean(),
    order: fc.shuffledSubarray(['学号', '姓名', '团支部'], { minLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ tables, people, isNumbered, hasGap, order }) => {
      const headings = [...(isNumbered ? ['序号'] : []), ...order];
      const height = Math.ceil(people / tables);
      const cellsOf = (index: number): string[] => {
        const name = `温${'甲乙丙丁戊己庚辛壬癸'[index % 10] ?? ''}${'东南西北'[index % 4] ?? ''}`;
        const values: Record<string, string> = {
          序号: String(index + 1),
          学号: String(5510310100 + index),
          姓名: name,
          团支部: EAST,
        };
        return headings.map((heading) => (index < people ? (values[heading] ?? '') : ''));
      };
      const beside = (part: (table: number) => string[]): string =>
        Array.from({ length: tables }, (_, table) => part(table).join('/')).join(hasGap ? '//' : '/');
      const lines = Array.from({ length: height }, (_, row) =>
        beside((table) => cellsOf(table * height + row)),
      );
      const found = await readRoster(
        book(
          beside(() => headings),
          ...lines,
        ),
      );
      expect([found.people.length, found.waiting]).toEqual([people, []]);
    }),
    { numRuns: 60, seed: 7 },
  );
});

it('takes what she types for the person of that table', async () => {
  const world = createWorld();
  const { collegeId } = await foundUniversity(world);
  const bytes = book(
    '学号/姓名/团支部//学号/姓名/团支部',
    `5510310101/温如玉/${EAST}//5510310201/易宁（女）/${WEST}`,
  );
  const look = async (answers: object) =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'rosterUpload', {
        fileId: await putFile(world, TEACHER, bytes),
        collegeId,
        answers,
      }),
    ).run;
  const { id: runId, added } = await look({});
  const { rows } = dataOf(await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only: 'bad' }));
  expect([added, rows]).toMatchObject([1, [{ sheet: 'E 列起', row: 2, field: 'name' }]]);
  const typed = await look({ cells: [{ sheet: 'E 列起', row: 2, field: 'name', value: '易宁' }] });
  expect(typed).toMatchObject({ added: 2, badCells: 0 });
});

it('marks the cells of both tables, and says both at the end of their row', () => {
  const table = { headingRow: 1, struck: [], width: 3 };
  const layouts = [
    { sheet: '名单', label: '', tables: [{ ...table, fields: ['studentNumber', 'name'] as const }] },
    {
      sheet: '名单',
      label: 'C 列起',
      tables: [{ ...table, width: 4, fields: [undefined, undefined, 'studentNumber', 'name'] as const }],
    },
  ];
  const bad = [
    { row: 2, field: '姓名', value: '', problem: 'missing', of: 'name' } as const,
    { row: 2, sheet: 'C 列起', field: '学号', value: '', problem: 'missing', of: 'studentNumber' } as const,
    { row: 3, sheet: 'C 列起', field: '姓名', value: '', problem: 'missing', of: 'name' } as const,
  ];
  const marks = allMarks({ layouts }, bad).get('名单');
  expect([...(marks?.cells ?? [])].sort()).toEqual(['2:1', '2:2', '3:3']);
  expect([...(marks?.remarks ?? [])]).toEqual([
    [1, '要看的地方（改好不用删）'],
    [2, '姓名：这一格是空的；学号：这一格是空的'],
    [3, '姓名：这一格是空的'],
  ]);
  expect(marks?.remarkColumn).toBe(4);
});

describe('a list of the official system', () => {
  const listed = async (file: Buffer, kind: 'members' | 'outgoing' = 'members') =>
    dataOf(readList(dataOf(await readWorkbook(file)), kind));

  it('has everybody of tables side by side: whoever were missing would seem to be gone', async () => {
    const file = book(`${EAST}团员列表`, '序号/姓名/序号/姓名', '1/温如玉/2/计春华');
    expect((await listed(file)).people).toMatchObject([
      { name: '温如玉', branchName: EAST },
      { name: '计春华', branchName: EAST },
    ]);
  });

  it('has each table’s branch and state', async () => {
    const file = book(`${EAST}///${WEST}`, '姓名/状态//姓名/状态', '温如玉/已接收//易宁/待审核');
    expect((await listed(file, 'outgoing')).people).toMatchObject([
      { name: '温如玉', branchName: EAST, outcome: 'arrived' },
      { name: '易宁', branchName: WEST, outcome: 'waiting' },
    ]);
  });

  it('takes whoever applied, beside the name, for no other table', async () => {
    const file = book('姓名/所在团支部/申请人/状态', `温如玉/${EAST}/池北/已接收`);
    expect((await listed(file, 'outgoing')).people).toMatchObject([{ name: '温如玉', outcome: 'arrived' }]);
  });
});
