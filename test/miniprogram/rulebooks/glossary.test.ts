import { termsIn } from '../../../miniprogram/rulebooks/glossary';
import { RULEBOOKS } from '../../../miniprogram/rulebooks';

const named = (...texts: string[]): string[] => termsIn(texts).map(({ term }) => term);

it('explains the longer of two words that stand in one place, and each word once', () => {
  expect(named('街道的学社衔接临时团支部')).toEqual(['学社衔接临时团支部']);
  expect(named('学社衔接，学社衔接临时团支部', '学社衔接')).toEqual(['学社衔接临时团支部', '学社衔接']);
  expect(named('今天先登录')).toEqual([]);
});

it.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))(
  'explains every kind of holding branch that %s sends people to',
  (_, { holdingBranches }) => {
    for (const branch of holdingBranches) expect(named(branch)).toEqual([branch]);
  },
);
