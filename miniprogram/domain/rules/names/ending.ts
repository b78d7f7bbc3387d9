/** Whether a name is written to its end, and how it would go on. */
import type { Check } from './finding';
import { WHOLE_TOWNSHIP } from './parts';

/** How any branch's name ends. */
const PLAIN = '团支部';
/** How the names of committees end that take people in. */
const COMMITTEES = ['团总支', '团委'];

/** The rest of an ending that has begun with at least two characters: “…团支” lacks 部. */
const restOf = (name: string, endings: readonly string[]): string | undefined => {
  const begun = endings.flatMap((ending) =>
    Array.from({ length: Math.max(0, ending.length - 2) }, (_, cut) => ending.length - 1 - cut)
      .filter((length) => name.endsWith(ending.slice(0, length)))
      .map((length) => ({ length, rest: ending.slice(length) })),
  );
  return begun.sort((a, b) => b.length - a.length)[0]?.rest;
};

/** Ends the whole name of a company; a university or a hospital has many branches, and a committee above them. */
const WHOLE_COMPANY = /(公司|事务所|（[^）]*合伙）)$/;

/** Whether the name says all of whom it is about, so that only the ending is missing. */
const isWhole = (...[{ name, place }, { receiver }]: Parameters<Check>): boolean => {
  // 一家 says that it is not named yet: nothing fits behind it.
  if (receiver?.kind === 'employer') return WHOLE_COMPANY.test(name) && !name.includes('一家');
  return receiver?.kind === 'home' && WHOLE_TOWNSHIP.test(place);
};

/** Only adds at the end, and only what can be no other: of two possible endings none is proposed. */
const proposalFor = (...[parts, rule, context]: Parameters<Check>): string | undefined => {
  const { name } = parts;
  const begun = restOf(name, [...rule.organisationEndings, PLAIN]);
  if (begun !== undefined) return name + begun;
  const [only, other] = rule.organisationEndings;
  return only !== undefined && other === undefined && isWhole(parts, rule, context) ? name + only : undefined;
};

export const notABranch: Check = (parts, rule, context) => {
  if (parts.level !== 'none') return undefined;
  const endings = [...rule.organisationEndings, ...(rule.receiver?.committees ? COMMITTEES : [])];
  const allowed = endings.map((ending) => `“${ending}”`).join('、');
  const proposal = proposalFor(parts, rule, context);
  return {
    code: 'not-a-branch',
    title: '好像还差后半截',
    why: `全称一般以${allowed}结尾，和对方再核对一下？`,
    ...(proposal === undefined ? {} : { proposal }),
  };
};
