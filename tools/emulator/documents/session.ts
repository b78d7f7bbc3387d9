import type { CallCounters, Clock } from '../types';
import type { Collection } from './catalog';
import { invalidParam } from './failures';
import { find, type FindQuery } from './find';
import { namedId, optionalText, requiredText, type Request } from './request';
import type { DocId, Store } from './store';
import type { Transaction, Transactions } from './transactions';
import type { Doc } from './wire';
import type { Writer } from './writing';

/** What every action works with. */
export interface Context {
  readonly store: Store;
  readonly transactions: Transactions;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly counters: CallCounters;
}

/** One request's view of one collection: the store, or a transaction's snapshot of it. */
export interface Session {
  readonly collection: Collection;
  readonly transaction: Transaction | undefined;
  find(query: FindQuery): Doc[];
  has(id: DocId): boolean;
}

export function openSession(context: Context, request: Request): Session {
  const { store, transactions, counters } = context;
  const transactionId = optionalText(request, 'transactionId');
  const transaction = transactionId === undefined ? undefined : transactions.use(transactionId);
  const collection = store.collection(requiredText(request, 'collectionName'));
  const overlay = () => transaction && transactions.overlay(transaction, collection);
  return {
    collection,
    transaction,
    has(id) {
      const changed = overlay();
      return changed?.has(id) ? changed.get(id) !== null : store.body(collection, id) !== undefined;
    },
    find: (query) => find(store, collection, query, counters, overlay()),
  };
}

/**
 * CloudBase documents transactions as operations on single documents by id. The product's own collections,
 * those of the declaration, are held to it; the service itself also answers queries inside a transaction, which
 * the vendor's tests rely on, so collections that were added by a request may.
 */
export function assertSingleDocument({ transaction, collection }: Session, condition: Doc): void {
  if (!transaction || !collection.declared || namedId(condition) !== undefined) return;
  throw invalidParam('a transaction works on single documents by _id: where() is not allowed inside it');
}
