/** Which branch a list means: 智慧团建 writes the whole name of an organisation, a roster often its end. */
import { placeKey } from '../../text/keys';

export interface KnownBranch {
  readonly id: string;
  readonly name: string;
  /** How rosters spelled it, too, as `placeKey` writes names. */
  readonly aliases?: readonly string[];
}

const ENDING = /(团)?(总)?支部(委员会)?$/;
const BEGINNING = /^(中国)?(共产主义青年团|共青团)/;
/** Shorter ends than this belong to several: 1班. */
const SHORTEST_END = 4;

/** What is left of a name without what every branch has. */
const coreOf = (name: string): string => placeKey(name).replace(BEGINNING, '').replace(ENDING, '');

const isEndOf = (end: string, whole: string): boolean => end.length >= SHORTEST_END && whole.endsWith(end);

interface Spelling {
  readonly branch: KnownBranch;
  readonly key: string;
  readonly core: string;
}

const spelled = (branch: KnownBranch, key: string): Spelling => ({ branch, key, core: coreOf(key) });

/**
 * Finds branches by the names of a list: written the same, the same but for what all branches have, or one name
 * being the end of the other, of exactly one branch. What a branch is called goes before what it was called once.
 * Undefined when that is none or more than one.
 */
export const branchFinder = (
  branches: readonly KnownBranch[],
): ((name: string) => KnownBranch | undefined) => {
  const names = branches.map((branch) => spelled(branch, placeKey(branch.name)));
  const aliases = branches.flatMap((branch) => (branch.aliases ?? []).map((key) => spelled(branch, key)));
  const all = [...names, ...aliases];
  const only = (found: readonly Spelling[]): KnownBranch | undefined => {
    const [branch, second] = new Set(found.map((one) => one.branch));
    return second ? undefined : branch;
  };
  const seen = new Map<string, KnownBranch | undefined>();
  const find = (name: string): KnownBranch | undefined => {
    const key = placeKey(name);
    const core = coreOf(name);
    for (const spellings of [names, aliases]) {
      const same = spellings.filter((one) => one.key === key);
      if (same.length > 0) return only(same);
    }
    const alike = all.filter((one) => one.core !== '' && one.core === core);
    if (alike.length > 0) return only(alike);
    const endings = all.filter((one) => isEndOf(one.core, core));
    const longest = Math.max(0, ...endings.map((one) => one.core.length));
    if (longest > 0) return only(endings.filter((one) => one.core.length === longest));
    return only(all.filter((one) => isEndOf(core, one.core)));
  };
  return (name) => {
    if (!seen.has(name)) seen.set(name, find(name));
    return seen.get(name);
  };
};
