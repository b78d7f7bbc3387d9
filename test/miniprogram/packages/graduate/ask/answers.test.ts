import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchOf } from '../../../../../miniprogram/domain/rules/question-search';
import type { Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { everyAnswer } from '../../../../../miniprogram/packages/graduate/ask/answers';
import { searchIn } from '../../../../../miniprogram/packages/graduate/ask/view';
import { RULEBOOKS, rulebookOf } from '../../../../../miniprogram/rulebooks';

const bookOf = (id: string): Rulebook => {
  const book = rulebookOf(id);
  if (!book) throw new Error(`no rulebook ${id}`);
  return book;
};
const answerIn = (book: Rulebook, id: string): string =>
  everyAnswer(book)
    .find((one) => one.id === id)
    ?.answer.join('') ?? '';

const tableOf = (file: string): { readonly typed: string; readonly answers: readonly string[] }[] =>
  readFileSync(join(__dirname, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([typed = '', answers = '']) => ({ typed, answers: answers.split('|') }));

/**
 * As graduates type, written down by somebody who had not seen what the search knows. Behind each the answers that are
 * right, some by how they begin.
 */
const ASKED = tableOf('asked.tsv');
/** Of a hundred questions. */
const FIRST = 88;
const AMONG_THREE = 96;

test.each(['usst-2020', 'national-2022'])('under %s most of what is typed finds its answer', (id) => {
  const search = searchOf(everyAnswer(bookOf(id)));
  const ranks = ASKED.map(({ typed, answers }) =>
    search(typed).findIndex((found) => answers.some((answer) => found.id.startsWith(answer))),
  );
  const share = (isHit: (rank: number) => boolean): number =>
    (100 * ranks.filter(isHit).length) / ranks.length;
  expect(ASKED).toHaveLength(546);
  expect(share((rank) => rank === 0)).toBeGreaterThanOrEqual(FIRST);
  expect(share((rank) => rank >= 0 && rank < 3)).toBeGreaterThanOrEqual(AMONG_THREE);
});

/** As a whole year types into its group chat, with what is not about the transfer: “-” where no answer is to be opened. */
const IN_JUNE = tableOf('asked-in-june.tsv');
/** Of a hundred questions: opened with a right answer, and at most opened with a wrong one. */
const OPENED_RIGHT = { 'national-2022': 94, 'usst-2020': 94, 'beijing-2024': 90 } as const;
const OPENED_WRONG = { 'national-2022': 3, 'usst-2020': 3, 'beijing-2024': 4 } as const;

test.each(['national-2022', 'usst-2020', 'beijing-2024'] as const)(
  'under %s hardly anybody is shown an answer to something else',
  (id) => {
    const { view } = searchIn(bookOf(id), null);
    const opened = IN_JUNE.map(({ typed, answers }) => {
      const shown = view(typed, null).answers.find(({ open }) => open)?.id;
      if (shown === undefined) return answers.includes('-') ? 'right' : 'none';
      return answers.some((answer) => answer !== '-' && shown.startsWith(answer)) ? 'right' : 'wrong';
    });
    const share = (wanted: string): number =>
      (100 * opened.filter((one) => one === wanted).length) / opened.length;
    expect(share('right')).toBeGreaterThanOrEqual(OPENED_RIGHT[id]);
    expect(share('wrong')).toBeLessThanOrEqual(OPENED_WRONG[id]);
  },
);

test.each(RULEBOOKS.map((book) => [book.id, book] as const))('every answer of %s is whole', (_id, book) => {
  const all = everyAnswer(book);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { question, typed, answer, askWhom, basis } of all)
    for (const text of [question, askWhom, basis, ...typed, ...answer]) expect(text.trim()).not.toBe('');
  expect(all.filter(({ answer }) => answer.length === 0)).toEqual([]);
});

test.each([
  ['national-2022', 'reason', '未落实就业去向'],
  ['usst-2020', 'reason', '“已确定工作单位”：工作。'],
  ['usst-2020', 'approval', '由学院审批，批了才轮到接收方'],
  ['national-2022', 'account', '团中央智慧团建云平台'],
  ['beijing-2024', 'account', 'bjyouth'],
  ['usst-2020', 'card', '带截图去学院'],
])('under %s “%s” says what the rules say: %s', (id, question, words) => {
  expect(answerIn(bookOf(id), question)).toContain(words);
});

test('names who approves in their order', () => {
  const book = bookOf('usst-2020');
  const approvals = ['secretary', 'college'] as const;
  const ways = book.ways.map((way) => ({
    ...way,
    routes: way.routes.map((route) => ({ ...route, approvals })),
  }));
  expect(answerIn({ ...book, ways }, 'approval')).toContain('先由团支书审批，再由学院审批，批了才轮到接收方');
});

test('where a way is closed, its reason is named no more', () => {
  const book = bookOf('usst-2020');
  const ways = book.ways.map((way) => ({
    ...way,
    routes: way.routes.map((route) => ({ ...route, closed: true })),
  }));
  expect(answerIn({ ...book, ways }, 'reason')).not.toContain('“升学”');
});

test('no way stands in two sentences under one name: its routes tell them apart', () => {
  const twice = RULEBOOKS.flatMap((book) =>
    ['reason', 'organisation'].flatMap((id) => {
      const named = [...answerIn(book, id).matchAll(/“[^”]+”(（[^：]+?）)?(?=、|：)/g)].map(([name]) => name);
      return named
        .filter((name, at) => named.indexOf(name) !== at)
        .map((name) => `${book.id} ${id}: ${name}`);
    }),
  );
  expect(twice).toEqual([]);
  expect(answerIn(bookOf('national-2022'), 'reason')).toContain(
    '“还没落实去处”（暂时留在学校）：毕业学生流动团员/其他。',
  );
});

test('a step of the login help is found by what was answered before it', () => {
  const search = searchOf(everyAnswer(bookOf('national-2022')));
  expect(search('验证码不管用 提示过期')[0]?.id).toMatch(/^login-code/);
});
