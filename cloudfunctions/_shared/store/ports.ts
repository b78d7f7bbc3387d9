/** What use cases need of the database. `cloud-store.ts` implements it; tests use memory. */
import type { Result } from '../../../miniprogram/domain/errors';
import type { CollectionName } from './collections';
import type { RecordOf } from './records';
import type { Unreadable } from './records/unreadable';

export type Condition =
  | string
  | number
  | boolean
  | null
  | { readonly in: readonly string[] }
  | { readonly lte: number | string }
  | { readonly lt: number | string }
  | { readonly gt: number | string }
  | { readonly gte: number };

/** What stands inside a field, such as `credits.task`. */
type Inside = `${string}.${string}`;

/** Which documents a bulk change may touch; always by id, so that it needs no index. */
export type Target<C extends CollectionName> = Query<C>['where'] & {
  readonly _id: { readonly in: readonly string[] };
};

/** What is added to a record's numbers. */
type Amounts<C extends CollectionName> = {
  readonly [K in (keyof RecordOf<C> & string) | Inside]?: number;
};

interface Change<C extends CollectionName> {
  readonly set?: Partial<Omit<RecordOf<C>, '_id'>>;
  /** Added to numbers, so that nobody else's change is lost. */
  readonly add?: Amounts<C>;
}

export interface Query<C extends CollectionName> {
  readonly where: { readonly [K in keyof RecordOf<C> & string]?: Condition } & {
    readonly [path: Inside]: Condition;
  };
  readonly orderBy?: readonly [field: keyof RecordOf<C> & string, direction: 'asc' | 'desc'];
  /** At most 1000. */
  readonly limit: number;
  /** `UnreadableRecord` instead of leaving one out: for whoever goes by the newest, or must have all of them. */
  readonly strict?: true;
}

/** What of some ids can be read, and which of them are there but cannot. */
export interface LookUp<C extends CollectionName> {
  readonly records: readonly RecordOf<C>[];
  readonly unreadable: ReadonlyMap<string, Unreadable>;
}

/**
 * Reads see the transaction's own writes; writes reach the database when the work ends well. A record that cannot be
 * read ends the work with `UnreadableRecord`: taken for missing, a new one would be written over it.
 */
export interface Transaction {
  get<C extends CollectionName>(collection: C, id: string): Promise<RecordOf<C> | undefined>;
  /**
   * Several in one round trip, the missing left out. They are read beside the transaction, after it has read something
   * itself: whatever is put of them and was changed since is a conflict, as with `get`; what is only looked at may be
   * newer than what `get` shows.
   */
  getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<RecordOf<C>[]>;
  /** As `getMany`, for work that can go on without some: whoever calls writes to none of the unreadable. */
  lookUp<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<LookUp<C>>;
  put<C extends CollectionName>(collection: C, record: RecordOf<C>): void;
  remove(collection: CollectionName, id: string): void;
}

/** What cannot be read is left out of lists and set aside; one that is asked for by its id fails. */
export interface Store {
  /** Throws `UnreadableRecord`. */
  get<C extends CollectionName>(collection: C, id: string): Promise<RecordOf<C> | undefined>;
  /** Any number of ids; the missing are left out, the order is free. */
  getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<RecordOf<C>[]>;
  /** As `getMany`, for whoever must know what is there but cannot be read. */
  lookUp<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<LookUp<C>>;
  /** As `lookUp`, of what a query leads to: for whoever must know what of it cannot be read. */
  lookFor<C extends CollectionName>(collection: C, query: Query<C>): Promise<LookUp<C>>;
  /** Fewer than the limit means that there are no more: what cannot be read is made up for by those that follow. */
  find<C extends CollectionName>(collection: C, query: Query<C>): Promise<RecordOf<C>[]>;
  /** The ids alone of what `find` would find: for large looks at what is due. */
  findIds<C extends CollectionName>(collection: C, query: Query<C>): Promise<string[]>;
  count<C extends CollectionName>(collection: C, where: Query<C>['where']): Promise<number>;
  /**
   * Puts the records whose ids are not there yet, without a transaction; those that are there stay as they are, and
   * their ids come back.
   */
  insertMissing<C extends CollectionName>(collection: C, records: readonly RecordOf<C>[]): Promise<string[]>;
  /**
   * All or nothing. The work may run again after a conflict, so it only reads, decides and puts; a failure it
   * returns discards what it put. `BUSY` when conflicts do not end.
   */
  transact<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>>;
  /**
   * Changes every target that meets the condition at that moment, each by itself and without a transaction: of two
   * rivals one gets a document. Resolves to how many were changed. What a later release wrote is no target.
   */
  changeAll<C extends CollectionName>(collection: C, target: Target<C>, change: Change<C>): Promise<number>;
  /** Removes those that are there, without a transaction. */
  removeAll(collection: CollectionName, ids: readonly string[]): Promise<void>;
  /** Tells the operator of what cannot be read, in the log and by an alarm; each now and then, and never failing. */
  setAside(found: readonly Unreadable[]): Promise<void>;
}

/** For what needs nothing but the database. */
export interface HasStore {
  readonly store: Store;
}
