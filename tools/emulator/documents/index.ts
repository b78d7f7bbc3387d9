import type { ActionReply, ActionService, CallCounters, Clock, CollectionSpec } from '../types';
import { invalidParam } from './failures';
import { aggregateDocuments, calculateDocument, getDocument } from './reads';
import { requiredText, type Request } from './request';
import type { Context } from './session';
import { Store } from './store';
import { Transactions } from './transactions';
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './writes';
import { Writer } from './writing';

export interface DocumentOptions {
  /** Path of the database file; `:memory:` keeps nothing. */
  readonly file: string;
  /** These exist from the start, with their indexes. */
  readonly collections: readonly CollectionSpec[];
  readonly clock: Clock;
  readonly counters: CallCounters;
  /** Real milliseconds until an open transaction is aborted; CloudBase allows 30 s. */
  readonly transactionLimitMs?: number;
  /** Real milliseconds a write outside transactions waits for a locked document before it conflicts. */
  readonly lockWaitMs?: number;
}

export interface DocumentService extends ActionService {
  /** Empties everything: the declared collections remain, without documents. */
  reset(): Promise<void>;
}

type Action = (context: Context, request: Request) => ActionReply | Promise<ActionReply>;

const ACTIONS: Readonly<Record<string, Action>> = {
  'database.addCollection': ({ store }, request) => {
    store.addCollection(requiredText(request, 'collectionName'));
    return { data: {} };
  },
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': ({ transactions }) => ({ transactionId: transactions.begin() }),
  'database.commitTransaction': ({ writer }, request) => {
    writer.commit(requiredText(request, 'transactionId'));
    return { data: {} };
  },
  'database.abortTransaction': ({ transactions }, request) => {
    transactions.abort(requiredText(request, 'transactionId'));
    return { data: {} };
  },
};

/** Opens the document database: the `database.*` actions of the admin protocol over one SQLite file. */
export function openDocuments(options: DocumentOptions): DocumentService {
  const store = new Store(options.file, options.collections);
  const transactions = new Transactions(store, options.transactionLimitMs ?? 30_000);
  const writer = new Writer(store, transactions, options.lockWaitMs ?? 2_000);
  const context: Context = { store, transactions, writer, clock: options.clock, counters: options.counters };
  return {
    actions: Object.keys(ACTIONS),
    handle: async (action, request) => {
      const run = ACTIONS[action];
      if (!run) throw invalidParam(`unknown action ${action}`);
      return run(context, request);
    },
    reset: async () => {
      transactions.clear();
      store.reset();
    },
    close: async () => {
      transactions.clear();
      store.close();
    },
  };
}
