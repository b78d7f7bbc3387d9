/** Brings the facts of a message into the keys of the template that was granted. */
import type { TemplateKey } from '../kinds';
import { kindOf } from './field-kinds';
import { TEMPLATES, type FactSpec } from './templates';

/** By granted key the name of a fact, or `=` and a text that always stands there. */
export type Filling = Readonly<Record<string, string>>;

const FIXED = '=';

/** The text behind `=`; undefined where a fact stands. */
const fixedText = (carried: string): string | undefined =>
  carried.startsWith(FIXED) ? carried.slice(FIXED.length) : undefined;

/** The keys of 1.0, which also hold where the configuration gives an id alone. */
export const usualFilling = (template: TemplateKey): Filling =>
  Object.fromEntries(
    TEMPLATES[template].facts.flatMap(({ fact, key }) => (key === null ? [] : [[key, fact]])),
  );

/** A notice that 1.0 stored and that still waits holds that release's keys in place of the facts' names. */
const textOf = ({ fact, key }: FactSpec, facts: Readonly<Record<string, string>>): string =>
  facts[fact] ?? facts[key ?? ''] ?? '';

/** Values by granted key, each within its kind's limit and never empty. `facts` are texts by fact. */
export const fillFields = (
  template: TemplateKey,
  filling: Filling,
  facts: Readonly<Record<string, string>>,
): Record<string, string> => {
  const valueOf = (key: string, carried: string): string => {
    const fixed = fixedText(carried);
    if (fixed !== undefined) return fixed;
    const spec = TEMPLATES[template].facts.find(({ fact }) => fact === carried);
    return kindOf(key)?.fit(spec ? textOf(spec, facts) : '') ?? '';
  };
  return Object.fromEntries(Object.entries(filling).map(([key, carried]) => [key, valueOf(key, carried)]));
};

/** What is wrong with a filling, in words for whoever configures it; empty when it can be used. */
export const fillingFaults = (template: TemplateKey, filling: Filling): string[] => {
  const { facts } = TEMPLATES[template];
  const known = facts.map(({ fact, label }) => `${fact}（${label}）`).join('、');
  const faultOf = (key: string, carried: string): string | undefined => {
    const kind = kindOf(key);
    if (!kind) return `${key} 不是微信的关键词编号，要像 thing1、time3 这样`;
    const fixed = fixedText(carried);
    if (fixed !== undefined)
      return kind.takes(fixed) ? undefined : `${key} 是“${kind.label}”，放不下固定的文字“${fixed}”`;
    const spec = facts.find(({ fact }) => fact === carried);
    if (!spec) return `${key} 写的“${carried}”不认识，可以写 ${known}，或者“=”加固定的文字`;
    return kind.carries.includes(spec.shape)
      ? undefined
      : `${key} 是“${kind.label}”，放不下 ${carried}（${spec.label}）`;
  };
  const faults = Object.entries(filling).flatMap(([key, carried]) => faultOf(key, carried) ?? []);
  return Object.keys(filling).length === 0 ? ['一个关键词也没有写'] : faults;
};

/**
 * A filling for the granted keys: the most important fact takes the first free key whose kind was made for it, a
 * `thing` only where there is no such key. Keys that nothing fits are left out; the caller says so.
 */
export const proposeFilling = (template: TemplateKey, granted: readonly string[]): Filling => {
  const free = [...granted];
  const carried = new Map<string, string>();
  for (const { fact, shape } of TEMPLATES[template].facts) {
    const carriers = free.filter((key) => kindOf(key)?.carries.includes(shape));
    // The fewer shapes a kind carries, the more it was made for this one.
    const [best] = carriers.sort((one, other) => breadth(one) - breadth(other));
    if (best === undefined) continue;
    free.splice(free.indexOf(best), 1);
    carried.set(best, fact);
  }
  return Object.fromEntries(
    granted.flatMap((key) => (carried.has(key) ? [[key, carried.get(key) ?? '']] : [])),
  );
};

const breadth = (key: string): number => kindOf(key)?.carries.length ?? 0;
