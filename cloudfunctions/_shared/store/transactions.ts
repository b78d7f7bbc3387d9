/** Transactions on the cloud database. They run again on conflict, which the SDK leaves to its caller. */
import type { Result } from '../../../miniprogram/domain/errors';
import type { CloudDatabase, CloudTransaction } from './cloud-database';
import { unlessBusy, type Pause } from './conflicts';
import { dataOf } from './document-data';
import type { Store } from './ports';
import type { Reads } from './reads';
import { UnreadableRecord } from './records/unreadable';
import { wakingOf, type Waking } from './wake';
import { bufferWrites, type BufferedWrite } from './write-buffer';

interface TransactOptions {
  readonly db: CloudDatabase;
  readonly pause: Pause;
  /** Epoch milliseconds. */
  now(): number;
  readonly reads: Pick<Reads, 'one' | 'lookUp'>;
  /** Tells the timer that something is due; it never fails. */
  lower(waking: Waking): Promise<void>;
}

const asUnreadable = (error: unknown): UnreadableRecord => {
  if (error instanceof UnreadableRecord) return error;
  throw error;
};

/** One after the other: the server allows no more inside one transaction. */
const writeAll = async (transaction: CloudTransaction, writes: readonly BufferedWrite[]): Promise<void> => {
  for (const { collection, id, record } of writes) {
    const document = transaction.collection(collection).doc(id);
    await (record ? document.set({ data: dataOf(record) }) : document.remove());
  }
};

/** What ends the work early is carried past the SDK, which would make another error of it. */
const runOnce = <T>(
  work: Parameters<Store['transact']>[0],
  { db, now, reads, lower }: TransactOptions,
): Promise<Result<T> | UnreadableRecord> =>
  db.runTransaction(async (transaction) => {
    const buffer = bufferWrites({
      inside: async (collection, id) => {
        const { data } = await transaction.collection(collection).doc(id).get();
        return data === null ? undefined : reads.one(collection, data);
      },
      beside: reads.lookUp,
    });
    const result = (await work(buffer.tx).catch(asUnreadable)) as Result<T> | UnreadableRecord;
    const isDone = !(result instanceof UnreadableRecord) && result.ok;
    const writes = isDone ? buffer.writes() : [];
    const waking = wakingOf(writes, now());
    const announced = waking && lower(waking);
    await writeAll(transaction, writes);
    await announced;
    return result;
  }, 0);

/** How the store runs a transaction: all or nothing, and again after a conflict. */
export const createTransact =
  (options: TransactOptions): Store['transact'] =>
  async (work) => {
    const done = await unlessBusy(options.pause, () => runOnce(work, options));
    if (!done.ok) return done;
    const result = done.data;
    if (result instanceof UnreadableRecord) throw result;
    return result as Awaited<ReturnType<typeof work>>;
  };
