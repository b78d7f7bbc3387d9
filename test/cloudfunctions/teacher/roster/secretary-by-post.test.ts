/** Who is the secretary, where the table has no column for it. */
import { book, readRoster } from '../../support/roster-files';

const NUMBERS = ['5510310101', '5510310102', '5510310103'];

const secretariesOf = async (heading: string, ...cells: string[]) => {
  const lines = cells.map((cell, at) => `${NUMBERS[at] ?? ''}/温${'甲乙丙'[at]}/给排水2301团支部/${cell}`);
  const { secretaries, waiting, told } = await readRoster(book(`学号/姓名/团支部/${heading}`, ...lines));
  expect(waiting).toEqual([]);
  return { secretaries, told };
};

it.each([
  '团支书',
  '团支部书记',
  '支部书记',
  '团支部书记（兼）',
  '班长兼团支书',
  '组织委员、团支书',
  '现任团支书',
])('is whoever is %s under 职务, and the page says so', async (post) => {
  expect(await secretariesOf('职务', post, '班长', '')).toEqual({
    secretaries: ['5510310101'],
    told: ['没有团支书一列，第 2 行的职务或备注写着团支书，按团支书读。'],
  });
});

it('is read from posts of the League and from remarks too', async () => {
  expect((await secretariesOf('团内职务', '书记', '组织委员', '无')).secretaries).toEqual(['5510310101']);
  expect((await secretariesOf('备注', '', '团支书')).secretaries).toEqual(['5510310102']);
  expect((await secretariesOf('备注说明', '', '机制2201班团支书')).secretaries).toEqual(['5510310102']);
});

it.each([
  '副支书',
  '团支部副书记',
  '原团支书',
  '团支书（已卸任）',
  '党支部书记',
  '联系团支书',
  '团支书：温甲',
  '团支部',
])('is nobody for %s', async (words) => {
  expect(await secretariesOf('备注', words, '')).toEqual({ secretaries: [], told: [] });
});

it('is nobody by a post where a column says who is', async () => {
  const file = book(
    '学号/姓名/团支部/团内职务/团支书',
    '5510310101/温甲/给排水2301团支部/团支书/',
    '5510310102/温乙/给排水2301团支部/组织委员/是',
  );
  expect((await readRoster(file)).secretaries).toEqual(['5510310102']);
});

it.each(['是（兼）', '团支部书记（兼）', '支部书记'])('is whoever has %s in that column', async (words) => {
  expect((await secretariesOf('是否团支书', words, '不是')).secretaries).toEqual(['5510310101']);
});
