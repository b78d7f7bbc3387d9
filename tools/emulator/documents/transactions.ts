import { randomUUID } from 'node:crypto';
import type { Collection } from './catalog';
import { transactionConflict, transactionGone } from './failures';
import type { Overlay } from './find';
import type { Change, DocId, Store } from './store';
import type { Doc } from './wire';

export interface Transaction {
  readonly id: string;
  /** The commit the transaction reads at; set by its first operation. */
  snapshot: number | undefined;
  readonly staged: Map<string, Change>;
  readonly timer: NodeJS.Timeout;
}

interface Past {
  readonly collection: Collection;
  readonly id: DocId;
  /** The commit that replaced `body`. */
  readonly until: number;
  readonly body: string | null;
}

const keyOf = (collection: Collection, id: DocId) => `${collection.table}:${typeof id}:${id}`;

/** Open transactions, their locks, and the past that their snapshots still see. All of it dies with the process. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<string, Transaction>();
  /** Replaced versions, oldest first, kept while a transaction is open. */
  private readonly past = new Map<string, Past[]>();
  private commits = 0;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly store: Store,
    private readonly limitMs: number,
  ) {}

  begin(): string {
    const id = randomUUID();
    // Real time, not the emulator's: jumping a day ahead must not kill what is under way.
    const timer = setTimeout(() => this.end(id), this.limitMs).unref();
    this.open.set(id, { id, snapshot: undefined, staged: new Map(), timer });
    return id;
  }

  /** The transaction, with its snapshot taken now if this is its first operation. */
  use(id: string): Transaction {
    const transaction = this.open.get(id);
    if (!transaction) throw transactionGone();
    transaction.snapshot ??= this.commits;
    return transaction;
  }

  /** Forgets a transaction and releases its locks; unknown ids are fine. */
  end(id: string): void {
    const transaction = this.open.get(id);
    if (!transaction) return;
    clearTimeout(transaction.timer);
    this.open.delete(id);
    for (const key of transaction.staged.keys()) this.locks.delete(key);
    this.prune();
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }

  /** Drops the versions that no open snapshot can see any more. */
  private prune(): void {
    const oldest = Math.min(...[...this.open.values()].map(({ snapshot }) => snapshot ?? this.commits));
    for (const [key, versions] of this.past) {
      const kept = versions.filter((version) => version.until > oldest);
      if (kept.length === 0) this.past.delete(key);
      else if (kept.length < versions.length) this.past.set(key, kept);
    }
  }

  abort(id: string): void {
    if (!this.open.has(id)) throw transactionGone();
    this.end(id);
  }

  clear(): void {
    for (const id of [...this.open.keys()]) this.end(id);
  }

  /** What the transaction sees differently from the store: its own writes, and what others replaced since. */
  overlay({ snapshot = 0, staged }: Transaction, collection: Collection): Overlay {
    const overlay = new Map<DocId, string | null>();
    for (const versions of this.past.values()) {
      const seen = versions.find((version) => version.until > snapshot);
      if (seen?.collection === collection) overlay.set(seen.id, seen.body);
    }
    for (const { collection: of, id, after } of staged.values()) {
      if (of === collection) overlay.set(id, after?.body ?? null);
    }
    return overlay;
  }

  isLocked({ collection, id }: Change): boolean {
    return this.locks.has(keyOf(collection, id));
  }

  /** Locks the document and keeps the change for the commit; throws a conflict and ends the transaction. */
  stage(transaction: Transaction, change: Change): void {
    const key = keyOf(change.collection, change.id);
    const holder = this.locks.get(key);
    const newest = this.past.get(key)?.at(-1)?.until ?? 0;
    if ((holder && holder !== transaction) || newest > (transaction.snapshot ?? 0)) {
      this.end(transaction.id);
      throw transactionConflict();
    }
    this.locks.set(key, transaction);
    transaction.staged.set(key, change);
  }

  /** Documents that other open transactions are about to write. */
  stagedElsewhere(transaction: Transaction | undefined, collection: Collection): Doc[] {
    return [...this.open.values()]
      .filter((other) => other !== transaction)
      .flatMap((other) => [...other.staged.values()])
      .flatMap((change) => (change.collection === collection && change.after ? [change.after.doc] : []));
  }

  /** Call right before changes reach the store: keeps the versions that open snapshots still see. */
  remember(changes: readonly Change[]): () => void {
    const until = this.commits + 1;
    const seen = this.open.size === 0 ? [] : changes;
    const keep = seen.map(({ collection, id }): Past => ({
      collection,
      id,
      until,
      body: this.store.body(collection, id) ?? null,
    }));
    return () => {
      this.commits = until;
      for (const version of keep) {
        const key = keyOf(version.collection, version.id);
        this.past.set(key, [...(this.past.get(key) ?? []), version]);
      }
    };
  }

  /** Resolves when some transaction ends, or after `ms` of real time. */
  async someEnd(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
