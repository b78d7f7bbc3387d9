/** What people and places are looked up by: whether it fits their names and numbers, and whether two share one. */
import * as v from 'valibot';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import { keysOfMember, placeKey } from '../../miniprogram/domain/text/keys';
import type { Document } from './documents';
import type { Finding } from './findings';

type Keyed = 'members' | 'branches' | 'colleges';

const isKeyed = (name: CollectionName): name is Keyed =>
  name === 'members' || name === 'branches' || name === 'colleges';

const named = v.looseObject({ name: v.string(), studentNumber: v.optional(v.string()) });

const keysOf = ({ name, studentNumber }: v.InferOutput<typeof named>): Readonly<Record<string, string>> =>
  studentNumber === undefined ? { nameKey: placeKey(name) } : keysOfMember({ name, studentNumber });

/** Whether somebody has changed a name or number and not what it is looked up by. */
export const isMiskeyed = (name: CollectionName, document: Document): boolean => {
  if (!isKeyed(name) || !v.is(named, document)) return false;
  return Object.entries(keysOf(document)).some(([field, key]) => document[field] !== key);
};

export const keyedAnew = <C extends CollectionName>(name: C, record: RecordOf<C>): RecordOf<C> =>
  isKeyed(name) ? { ...record, ...keysOf(v.parse(named, record)) } : record;

/** What only one record may have: a person's number, a college's name, a branch's name within its college. */
const uniqueOf = (name: Keyed, record: RecordOf<Keyed>): string => {
  if ('studentNumber' in record) return `${name} ${record.numberKey}`;
  return 'collegeId' in record
    ? `${name} ${record.collegeId} ${record.nameKey}`
    : `${name} ${record.nameKey}`;
};

/** Collects records that release 1.0 took for two because they were spelled differently. */
export const openTwins = () => {
  const first = new Set<string>();
  const findings: Finding[] = [];
  return {
    keep: (name: CollectionName, record: RecordOf<CollectionName>): void => {
      if (!isKeyed(name)) return;
      const key = uniqueOf(name, record as RecordOf<Keyed>);
      if (first.has(key)) findings.push({ collection: name, id: record._id, problem: 'twin' });
      first.add(key);
    },
    found: (): readonly Finding[] => findings,
  };
};
