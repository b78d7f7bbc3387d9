/** People by what somebody typed: by their stored key, whatever id the record has. */
import { nameKey, numberKey } from '../../../miniprogram/domain/text/keys';
import { chunks } from '../kernel/chunks';
import type { Ports } from '../platform/ports';
import { pagesOf } from '../store/pages';
import { earlierMemberIdOf, memberIdOf } from '../store/record-ids';
import type { Member } from '../store/records';

type Reads = Pick<Ports, 'store'>;

const KEYS_AT_ONCE = 250;
/** More than one person has a key only where release 1.0 took two spellings of a number for two people. */
const MOST = 1000;

const byKeys = async ({ store }: Reads, keys: readonly string[]): Promise<Map<string, Member>> => {
  const pages = await Promise.all(
    chunks(keys, KEYS_AT_ONCE).map((some) =>
      store.find('members', { where: { numberKey: { in: some } }, limit: MOST }),
    ),
  );
  const found = new Map<string, Member>();
  for (const member of pages.flat()) {
    const other = found.get(member.numberKey);
    if (!other || member._id === memberIdOf(member.numberKey)) found.set(member.numberKey, member);
  }
  return found;
};

/** Where a record may stand that is not found by its key. */
const idsOf = (number: string): string[] => [memberIdOf(number), earlierMemberIdOf(number)];

/**
 * The people with these student numbers, by number key. Who is not found by the key is looked for by the ids the number
 * leads to: records of release 1.0 have no key until `admin migrate` has run, and a number that was corrected later still
 * names the same person.
 */
const membersByNumber = async (
  ports: Reads,
  typed: readonly string[],
): Promise<ReadonlyMap<string, Member>> => {
  const found = await byKeys(ports, [...new Set(typed.map(numberKey))]);
  const missing = typed.filter((number) => !found.has(numberKey(number)));
  const stored = await ports.store.getMany('members', [...new Set(missing.flatMap(idsOf))]);
  const byId = new Map(stored.map((member) => [member._id, member]));
  for (const number of missing) {
    const member = idsOf(number).flatMap((id) => byId.get(id) ?? [])[0];
    if (member) found.set(numberKey(number), member);
  }
  return found;
};

/** A college's people whose records are still as release 1.0 wrote them; none once `admin migrate` has run. */
const unkeyedIn = async (ports: Reads, collegeId: string): Promise<Member[]> => {
  const found: Member[] = [];
  const asked = { where: { collegeId, numberKey: null }, by: 'studentNumber', size: MOST } as const;
  for await (const page of pagesOf(ports, 'members', asked)) found.push(...page);
  return found;
};

/** As `membersByNumber` for a college's roster: a corrected number must not make a second record of one of 1.0. */
export const rosterByNumber = async (
  ports: Reads,
  collegeId: string,
  typed: readonly string[],
): Promise<ReadonlyMap<string, Member>> => {
  const [found, unkeyed] = await Promise.all([membersByNumber(ports, typed), unkeyedIn(ports, collegeId)]);
  return new Map([...unkeyed.map((member) => [member.numberKey, member] as const), ...found]);
};

export const memberByKey = async (ports: Reads, typed: string): Promise<Member | undefined> => {
  const key = numberKey(typed);
  return (await byKeys(ports, [key])).get(key);
};

/** For a number that is nobody's key: it may have been corrected later, or be one of release 1.0. */
export const memberById = async ({ store }: Reads, typed: string): Promise<Member | undefined> => {
  const ids = idsOf(typed);
  const stored = await store.getMany('members', ids);
  return ids.flatMap((id) => stored.filter(({ _id }) => _id === id))[0];
};

/** Looks both ways at once. */
export const memberByNumber = async (ports: Reads, typed: string): Promise<Member | undefined> => {
  const [byKey, byId] = await Promise.all([memberByKey(ports, typed), memberById(ports, typed)]);
  return byKey ?? byId;
};

/** People of this name; before `admin migrate` has run, those who are written exactly so. */
export const membersByName = async ({ store }: Reads, name: string, limit: number): Promise<Member[]> => {
  const found = await store.find('members', { where: { nameKey: nameKey(name) }, limit });
  return found.length > 0 ? found : store.find('members', { where: { name }, limit });
};
