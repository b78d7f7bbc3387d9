import type { NameParts } from './finding';

/** Longest first: 团总支部委员会 also ends with 支部委员会. A remark in brackets may stand behind: 团支部（筹）. */
const ENDINGS: readonly (readonly [RegExp, NameParts['level']])[] = [
  [/(党(总支|支部|委|工委|组)|党总支部委员会|党支部委员会)$/, 'party'],
  [/(团总支部?(委员会)?|团委|团工委|总支部委员会|工作委员会)([（(][^）)]{1,24}[）)])?$/, 'committee'],
  [/(团支部(委员会)?|支部委员会)([（(][^）)]{1,24}[）)])?$/, 'branch'],
];
/** Endings of the formal way to write it, 共青团…委员会 and 共青团…委; without 共青团 they may be anybody's. */
const FORMAL_ENDINGS: typeof ENDINGS = [
  [/(委员会|委)$/, 'committee'],
  [/支部$/, 'branch'],
];
/** 中共…支部委员会 is of the Party, however it ends. */
const PARTY = /^(中共(?!一大)|中国共产党)/;
const FORMAL = /^(共青团(?![镇乡街路农])|中国共产主义青年团)/;

/** Who is in a branch that holds people for a while, or for how long; what it is called is the rulebook's. */
const FOR_A_WHILE = '毕业学生|毕业生|毕业|党团员|待转接|流动|临时|团员|青年之家';

/** Ends the name of a whole 街道 or 乡镇, not one of its villages. */
export const WHOLE_TOWNSHIP = /(街道|镇|乡|街道办事处)$/;

/** Which one it is may stand behind: 团支部（江岸区百步亭社区）. */
const PLACE_BEHIND = /[（(]([^）)]*(?:省|市|区|县|旗|镇|乡|街道|村))[）)]$/;

/**
 * Takes a cleaned name apart.
 * @param holdingWords by which a branch of 街道 or 乡镇 for those without another one is known
 */
export const partsOf = (name: string, holdingWords: readonly string[]): NameParts => {
  const endings = FORMAL.test(name) ? [...ENDINGS, ...FORMAL_ENDINGS] : ENDINGS;
  const [ending, ofEnding] = endings.find(([pattern]) => pattern.test(name)) ?? [/$/, 'none' as const];
  const level = PARTY.test(name) && !/团(总支|支部|委|工委)/.test(name) ? 'party' : ofEnding;
  const stem = name.replace(ending, '').replace(FORMAL, '');
  const holding = new RegExp(`(${[...holdingWords, FOR_A_WHILE].join('|')})+$`);
  const [, behind = ''] = PLACE_BEHIND.exec(name) ?? [];
  const isHolding = holdingWords.some((word) => name.includes(word));
  return { name, stem, place: behind + stem.replace(holding, ''), level, isHolding };
};
