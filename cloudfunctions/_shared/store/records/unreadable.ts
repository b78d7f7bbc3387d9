/** Documents that are not what today's release calls a record: set aside, named, and never written over. */
import type { UNREADABLE_REASONS } from '../../../../miniprogram/contract/teacher/delivery';
import type { CollectionName } from '../collections';
import { shortHash } from '../../kernel/hash';

/**
 * newer: a later release wrote it in a shape this one does not know. malformed: something is missing or wrong in it.
 * sealed: the record is fine, but what is sealed in it does not open. broken: it is read, but a fault of ours does not
 * get along with it.
 */
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export interface Unreadable {
  readonly collection: CollectionName;
  readonly id: string;
  readonly reason: UnreadableReason;
  /** Whose college it belongs to; null where that cannot be told. */
  readonly collegeId: string | null;
}

/** One record that somebody needs cannot be read. Every entry answers it by name, and nothing has been written. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';

  constructor(readonly what: Unreadable) {
    super('a stored record cannot be read');
  }
}

/** Collections whose ids hold an openid. */
const PERSONAL_IDS: readonly CollectionName[] = ['accounts', 'audits'];

/** The id as logs and alarms may name it: one that leads to a WeChat is told by its digest. */
export const idInLog = ({ collection, id }: Pick<Unreadable, 'collection' | 'id'>): string =>
  PERSONAL_IDS.includes(collection) ? `#${shortHash(id)}` : id;

/** For pages on which a record is only a part: nothing where it cannot be read. */
export const ifReadable = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableRecord) return undefined;
    throw error;
  }
};
