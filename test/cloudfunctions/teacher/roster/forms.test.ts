/** What people add to a list: sums, signatures, examples, states of studies, and headings that explain themselves. */
import { book, readOrRefuse, readRoster } from '../../support/roster-files';

const ANN = '5510310101 温如玉 给排水2301团支部';
const BEN = '5510310102 计春华 给排水2301团支部';
const branch = '给排水2301团支部';

describe('what is nobody', () => {
  it.each(['合　计', '总 计：2人', '本班合计', '日期：', '辅导员：李老师'])(
    'tells of a line with %s, and asks about nothing in it',
    async (words) => {
      const { people, waiting, notes } = await readRoster(
        book(
          '序号/学号/姓名/团支部',
          `1/5510310101/温如玉/${branch}`,
          `${words}///2`,
          `2/5510310102/计春华/${branch}`,
        ),
      );
      expect([people, waiting, notes]).toEqual([[ANN, BEN], [], ['lines-skipped 3']]);
    },
  );

  it('tells of a line that is drawn', async () => {
    const file = book('学号/姓名/团支部', `5510310101/温如玉/${branch}`, '——————');
    expect(await readRoster(file)).toMatchObject({ waiting: [], notes: ['lines-skipped 3'] });
  });

  it('keeps no telephone number of a signature', async () => {
    const file = book('学号/姓名/团支部', `5510310101/温如玉/${branch}`, '辅导员：李老师/13800138000');
    expect(await readRoster(file)).toMatchObject({ waiting: [], notes: ['lines-skipped 3'] });
  });

  it.each([
    ['in front', book('序号/学号/姓名/团支部', '例/2000/张三/某团支部', `1/5510310101/温如玉/${branch}`)],
    [
      'behind',
      book('学号/姓名/团支部/备注', '2000/张三/某团支部/示例，请删除', `5510310101/温如玉/${branch}`),
    ],
  ])('takes the example of a form for nobody: its word stands %s', async (_where, file) => {
    expect(await readRoster(file)).toMatchObject({ people: [ANN], waiting: [], notes: ['lines-skipped 2'] });
  });

  it('asks about no place of a form that was left empty', async () => {
    const file = book('序号/学号/姓名/团支部', `1/5510310101/温如玉/${branch}`, `2///${branch}`, '3');
    expect(await readRoster(file)).toMatchObject({ people: [ANN], waiting: [], notes: ['lines-skipped 3'] });
  });

  it('asks about a line of a person that stands in one cell', async () => {
    const file = book('学号/姓名/团支部', `5510310101/温如玉/${branch}`, `5510310102,计春华,${branch}`);
    const { people, waiting } = await readRoster(file);
    expect([people, waiting]).toEqual([[ANN], expect.arrayContaining(['3 malformed'])]);
  });

  it('asks about somebody whose number is missing, though a birthday stands there', async () => {
    const file = book('学号/姓名/团支部/出生年月', `5510310101/温如玉/${branch}/`, `//${branch}/2004-05`);
    expect(await readRoster(file)).toMatchObject({ waiting: ['3 missing'] });
  });
});

it.each([
  ['备注', '转专业'],
  ['备注', '结业'],
  ['学籍异动', '退学'],
  ['状态', '休学'],
  ['学籍异动情况', '转出'],
])('tells of who has %s %s', async (heading, words) => {
  const file = book(`学号/姓名/团支部/${heading}`, `5510310101/温如玉/${branch}/${words}`);
  expect(await readRoster(file)).toMatchObject({ people: [ANN], notes: ['perhaps-not 2'] });
});

it.each([
  '学号/姓名（与身份证一致）/团支部',
  '学号/姓名（身份证上的）/团支部',
  '学号/姓名/班级、团支部',
  '学号/姓名/班团支部',
  '学号/姓名/团支部/班级',
  'Student No./Name/Branch',
])('reads the headings %s', async (headings) => {
  const { people, waiting } = await readRoster(book(headings, `5510310101/温如玉/${branch}`));
  expect([people, waiting]).toEqual([[ANN], []]);
});

it.each(['身份证号（必填）', '号码（身份证）', '证件号', '姓名及身份证号'])(
  'reads nothing of a column called %s',
  async (heading) => {
    const { uses } = await readRoster(
      book(`学号/姓名/团支部/${heading}`, `5510310101/温如玉/${branch}/330106040101234`),
    );
    expect(uses).toContain(' id-number');
  },
);

it('asks about a telephone number among student numbers', async () => {
  const numbers = Array.from({ length: 6 }, (_, index) => `2310310101${index}`);
  const lines = [...numbers, '13900139000'].map(
    (number, at) => `${number}/温${'甲乙丙丁戊己庚'[at]}/${branch}`,
  );
  const { people, waiting } = await readRoster(book('学号/姓名/团支部', ...lines));
  expect([people.length, waiting]).toEqual([6, ['8 number-odd']]);
});

it('reads student numbers that all look like telephone numbers', async () => {
  const lines = ['18210310101', '18210310102', '18210310103'].map((number) => `${number}/温如玉/${branch}`);
  expect((await readRoster(book('学号/姓名/团支部', ...lines))).waiting).toEqual([]);
});

it('reads 2003年5月份', async () => {
  const file = book('学号/姓名/团支部/出生年月', `5510310101/温如玉/${branch}/2003年5月份`);
  expect((await readRoster(file)).people).toEqual([`${ANN} 2003-05`]);
});

it('says of a table older than .xls what to do with it', async () => {
  const bare = Buffer.concat([Buffer.from('0908100000060500', 'hex'), Buffer.alloc(100)]);
  expect(await readOrRefuse(bare)).toBe('FILE_OTHER_FORMAT');
});

describe('headings over two rows', () => {
  it.each([
    [
      'groups over all',
      '/团组织信息//基本信息',
      '序号/团支部/毕业年月/学号/姓名',
      `1/${branch}/2027-06/5510310101/温如玉`,
    ],
    ['groups over some', '学号/姓名/团组织信息', '//团支部/毕业年月', `5510310101/温如玉/${branch}/2027-06`],
    ['a group of the person', '姓名/学籍信息', '/学号/团支部', `温如玉/5510310101/${branch}`],
  ])('are read as one: %s', async (_how, upper, lower, person) => {
    expect(await readRoster(book('名单', upper, lower, person))).toMatchObject({
      people: [ANN],
      waiting: [],
    });
  });

  it('strike a column of ID numbers that the lower row names', async () => {
    const file = book('学号/姓名/团支部/证件', '///身份证号/', `5510310101/温如玉/${branch}/330106040101234`);
    expect(await readRoster(file)).toMatchObject({ people: [ANN], notes: ['id-column '] });
  });

  it('are no two rows where the lower one is somebody without a number', async () => {
    const file = book('学号/姓名/团支部/备注', `/计春华/${branch}/团支书`, `5510310101/温如玉/${branch}/`);
    expect(await readRoster(file)).toMatchObject({ people: [ANN], waiting: ['2 missing'] });
  });
});

describe('a table that has not one row for each person', () => {
  it.each([
    [
      'people in columns',
      book('姓名/温如玉/计春华', '学号/5510310101/5510310102', `团支部/${branch}/${branch}`),
    ],
    [
      'cards',
      book(
        '姓名/温如玉/学号/5510310101',
        `团支部/${branch}`,
        '姓名/计春华/学号/5510310102',
        `团支部/${branch}`,
      ),
    ],
  ])('takes over nobody, and is told once: %s', async (_how, file) => {
    const { people, waiting } = await readRoster(file);
    expect([people, waiting]).toEqual([[], ['1 turned-table']]);
  });

  it('says what a table without headings needs', async () => {
    const file = book(`5510310101/温如玉/${branch}`, `5510310102/计春华/${branch}`);
    expect((await readRoster(file)).waiting).toEqual(['1 no-heading']);
  });
});
