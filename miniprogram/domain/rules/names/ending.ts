/** Whether a name is written to its end, and how it would go on. */
import type { Check } from './finding';
import { WHOLE_TOWNSHIP } from './parts';

/** How any branch's name ends. */
const PLAIN = '团支部';

/** The rest of an ending that has begun with at least two characters: “…团支” lacks 部. */
const restOf = (name: string, endings: readonly string[]): string | undefined => {
  const begun = endings.flatMap((ending) =>
    Array.from({ length: Math.max(0, ending.length - 2) }, (_, cut) => ending.length - 1 - cut)
      .filter((length) => name.endsWith(ending.slice(0, length)))
      .map((length) => ({ length, rest: ending.slice(length) })),
  );
  return begun.sort((a, b) => b.length - a.length)[0]?.rest;
};

/** Only adds at the end, and only what can be no other: of two possible endings none is proposed. */
const proposalFor: (...args: Parameters<Check>) => string | undefined = (
  { name, place },
  { organisationEndings, receiver },
) => {
  const begun = restOf(name, [...organisationEndings, PLAIN]);
  if (begun !== undefined) return name + begun;
  // 团组织 says what it is without a name's end, and 一家 that it is not named yet: nothing fits behind either.
  if (/([支部团会员]|团组织)$/.test(name) || name.includes('一家')) return undefined;
  if (receiver?.kind === 'home' && !WHOLE_TOWNSHIP.test(place)) return undefined;
  const [only, other] = organisationEndings;
  return only !== undefined && other === undefined ? name + only : undefined;
};

export const notABranch: Check = (parts, rule, context) => {
  if (parts.level !== 'none') return undefined;
  const { organisationEndings } = rule;
  const allowed = organisationEndings.map((ending) => `“${ending}”`).join('或');
  const proposal = proposalFor(parts, rule, context);
  return {
    code: 'not-a-branch',
    title: '好像还差后半截',
    why: `团支部的全称一般以${allowed}结尾，和对方再核对一下？`,
    ...(proposal === undefined ? {} : { proposal }),
  };
};
