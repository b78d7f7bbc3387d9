/** Looks at the name of the receiving organisation. It warns with a reason; only the person knows better. */
import type { RouteRule } from './rulebook';

export type NameFindingCode = 'not-asked' | 'stray-characters' | 'not-a-branch' | 'wrong-ending';

export interface NameFinding {
  readonly code: NameFindingCode;
  readonly title: string;
  readonly why: string;
  /** The name as it probably should be. */
  readonly proposal?: string;
}

/** What looks wrong with a typed name under a route's rules; empty when nothing does. */
export const checkOrganisationName = (name: string, rule: RouteRule): NameFinding[] => {
  const typed = name.trim();
  if (typed === '') return [];
  if (rule.forbidden.includes('organisation')) {
    return [{ code: 'not-asked', title: '这里不用写名称', why: '这个去向不填单位或组织的名称，请删掉。' }];
  }
  if (rule.organisationEndings.some((ending) => typed.endsWith(ending))) return [];
  return [
    {
      code: 'not-a-branch',
      title: '好像还差后半截',
      why: `团支部的全称一般以“${rule.organisationEndings[0] ?? '团支部'}”结尾，和对方再核对一下？`,
      proposal: `${typed}${rule.organisationEndings[0] ?? '团支部'}`,
    },
  ];
};
