/** Which branch a list means: 智慧团建 writes the whole name of an organisation, a roster often its end. */
import { placeKey } from '../../text/keys';

interface Named {
  readonly id: string;
  readonly name: string;
}

const ENDING = /(团)?(总)?支部(委员会)?$/;
const BEGINNING = /^(中国)?(共产主义青年团|共青团)/;
/** Shorter ends than this belong to several: 1班. */
const SHORTEST_END = 4;

/** What is left of a name without what every branch has. */
const coreOf = (name: string): string => placeKey(name).replace(BEGINNING, '').replace(ENDING, '');

const isEndOf = (end: string, whole: string): boolean => end.length >= SHORTEST_END && whole.endsWith(end);

/**
 * Finds branches by the names of a list: written the same, the same but for what all branches have, or one name
 * being the end of the other, of exactly one branch. Undefined when that is none or more than one.
 */
export const branchFinder = (branches: readonly Named[]): ((name: string) => Named | undefined) => {
  const cores = branches.map((branch) => ({ branch, key: placeKey(branch.name), core: coreOf(branch.name) }));
  const only = (found: typeof cores): Named | undefined =>
    found.length === 1 ? found[0]?.branch : undefined;
  const seen = new Map<string, Named | undefined>();
  const find = (name: string): Named | undefined => {
    const [key, core] = [placeKey(name), coreOf(name)];
    const same = cores.filter((one) => one.key === key);
    if (same.length > 0) return only(same);
    const alike = cores.filter((one) => one.core !== '' && one.core === core);
    if (alike.length > 0) return only(alike);
    const endings = cores.filter((one) => isEndOf(one.core, core));
    const longest = Math.max(0, ...endings.map((one) => one.core.length));
    if (longest > 0) return only(endings.filter((one) => one.core.length === longest));
    return only(cores.filter((one) => isEndOf(core, one.core)));
  };
  return (name) => {
    if (!seen.has(name)) seen.set(name, find(name));
    return seen.get(name);
  };
};
