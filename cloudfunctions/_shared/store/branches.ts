import { placeKey } from '../../../miniprogram/domain/text/keys';
import { inParallel } from '../kernel/in-parallel';
import type { Memory } from '../kernel/memory';
import type { HasStore } from './ports';
import { MADE_UP_COLLEGE_ID } from './record-ids';
import type { Branch, College, Member } from './records';
import { ifReadable } from './records/unreadable';

/** A university has fewer colleges, a college fewer branches, a branch fewer people than this. */
const MOST = 1000;
/** As many as most universities have colleges: their branches then take one round trip. */
const PARALLEL = 20;

/** All colleges there are, by name; the one made up for reviewers is none of them. */
export const allColleges = async ({ store }: HasStore): Promise<College[]> => {
  const stored = await store.find('colleges', { where: {}, orderBy: ['name', 'asc'], limit: MOST });
  return stored.filter(({ _id }) => _id !== MADE_UP_COLLEGE_ID);
};

/** As {@link allColleges}. */
export const allCollegeIds = async ({ store }: HasStore): Promise<string[]> => {
  const ids = await store.findIds('colleges', { where: {}, orderBy: ['name', 'asc'], limit: MOST });
  return ids.filter((id) => id !== MADE_UP_COLLEGE_ID);
};

/** The branches of a college, by name. */
export const branchesOf = ({ store }: HasStore, collegeId: string): Promise<Branch[]> =>
  store.find('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: MOST });

interface NamedPlace {
  readonly nameKey: string;
  readonly aliases?: readonly string[];
}

/** The one of these colleges or branches that is meant, by its name before any it had; of two that 1.0 kept apart, the first. */
export const placeNamed = <Place extends NamedPlace>(
  places: readonly Place[],
  typed: string,
): Place | undefined => {
  const key = placeKey(typed);
  const isAlias = ({ aliases = [] }: NamedPlace) => aliases.includes(key);
  return places.find(({ nameKey }) => nameKey === key) ?? places.find(isAlias);
};

/** More spellings of one branch nobody has. */
const MOST_ALIASES = 40;

/** A branch's aliases with some more; its own name is none of them. */
export const withAliases = (
  { nameKey, aliases }: Pick<Branch, 'nameKey' | 'aliases'>,
  more: readonly string[],
): string[] => [...new Set([...aliases, ...more])].filter((key) => key !== nameKey).slice(-MOST_ALIASES);

/** Ids of all branches, college by college, each by name. */
export const branchIdsOf = async ({ store }: HasStore, collegeIds: readonly string[]): Promise<string[]> => {
  const jobs = collegeIds.map(
    (collegeId) => () =>
      store.findIds('branches', { where: { collegeId }, orderBy: ['name', 'asc'], limit: MOST }),
  );
  return (await inParallel(jobs, PARALLEL)).flat();
};

/** The branch with another invite code; the picture of the old one is no longer its. Whoever is signed in stays so. */
export const withInvite = (branch: Branch, inviteCode: string): Branch => ({
  ...branch,
  inviteCode,
  inviteImage: null,
  version: branch.version + 1,
});

/** As it was at most a minute ago, for what is only shown. */
export const branchShown = (
  { store, memory }: HasStore & { readonly memory: Memory },
  branchId: string,
): Promise<Branch | undefined> =>
  memory.recall(`branch ${branchId}`, () => ifReadable(store.get('branches', branchId)));

/** As {@link branchShown}. */
export const collegeShown = (
  { store, memory }: HasStore & { readonly memory: Memory },
  collegeId: string,
): Promise<College | undefined> =>
  memory.recall(`college ${collegeId}`, () => ifReadable(store.get('colleges', collegeId)));

export const membersOf = ({ store }: HasStore, branchId: string): Promise<Member[]> =>
  store.find('members', { where: { branchId }, orderBy: ['name', 'asc'], limit: MOST });
