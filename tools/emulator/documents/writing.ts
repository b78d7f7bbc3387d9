import { ProtocolError } from '../types';
import { duplicateKey, transactionConflict } from './failures';
import { matcher } from './find';
import type { Change, Store } from './store';
import type { Transaction, Transactions } from './transactions';
import { findClash, uniqueKeys } from './unique';

/** A write worked out but not done: what would change and what to answer. */
export interface Draft<T> {
  readonly changes: readonly Change[];
  readonly reply: T;
}

/** Takes drafts of writes to the store, at once or through a transaction. */
export class Writer {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly lockWaitMs: number,
  ) {}

  /** Inside a transaction a conflict fails at once; outside, a write waits a little for the lock, as MongoDB's do. */
  async write<T>(transaction: Transaction | undefined, draft: () => Draft<T>): Promise<T> {
    if (transaction) return this.stage(transaction, draft);
    const deadline = performance.now() + this.lockWaitMs;
    for (;;) {
      const { changes, reply } = draft();
      if (!changes.some((change) => this.transactions.isLocked(change))) {
        this.save(changes);
        return reply;
      }
      const left = deadline - performance.now();
      if (left <= 0) throw transactionConflict();
      await this.transactions.someEnd(left);
    }
  }

  private stage<T>(transaction: Transaction, draft: () => Draft<T>): T {
    try {
      const { changes, reply } = draft();
      for (const change of changes) this.transactions.stage(transaction, change);
      for (const change of changes) this.assertUniqueInside(transaction, change);
      return reply;
    } catch (error) {
      // MongoDB aborts a transaction whose operation the database refused.
      if (error instanceof ProtocolError && error.code.startsWith('DATABASE_'))
        this.transactions.end(transaction.id);
      throw error;
    }
  }

  private assertUniqueInside(transaction: Transaction, { collection, after }: Change): void {
    if (!after) return;
    const clash = findClash(
      this.store,
      collection,
      after.doc,
      this.transactions.overlay(transaction, collection),
    );
    if (clash) throw duplicateKey(collection.name, clash.index, clash.key);
    const rivals = this.transactions.stagedElsewhere(transaction, collection);
    if (rivals.length > 0 && uniqueKeys(collection, after.doc).some(({ key }) => rivals.some(matcher(key)))) {
      throw transactionConflict();
    }
  }

  private save(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const done = this.transactions.remember(changes);
    this.store.commit(changes, () => {
      for (const { collection, after } of changes) {
        const clash = after && findClash(this.store, collection, after.doc);
        if (clash) throw duplicateKey(collection.name, clash.index, clash.key);
      }
    });
    done();
  }

  /** One durable commit of everything staged. A value taken by others meanwhile is a conflict, worth a retry. */
  commit(id: string): void {
    const transaction = this.transactions.use(id);
    try {
      this.save([...transaction.staged.values()]);
    } catch (error) {
      throw error instanceof ProtocolError ? transactionConflict() : error;
    } finally {
      this.transactions.end(id);
    }
  }
}
