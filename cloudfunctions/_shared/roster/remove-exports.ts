/** Lists are personal data: they go after a day, and at once when whoever made them may not read them any more. */
import { ok } from '../../../miniprogram/domain/errors';
import { describeBug } from '../kernel/bugs';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Export } from '../store/records';

/** More lists than this nobody makes in a day; the timer takes what is left. */
const MOST = 100;
const PAGE = 20;

export const exportsOf = ({ store }: Pick<Ports, 'store'>, accountId: string): Promise<string[]> =>
  store.findIds('exports', { where: { accountId }, limit: MOST });

/** From now on nobody reads them and nobody goes on making them; the timer removes what `removeExports` leaves. */
export const expireExports = async (tx: Transaction, ids: readonly string[], now: number): Promise<void> => {
  for (const job of await tx.getMany('exports', ids)) tx.put('exports', { ...job, expiresAt: now });
};

/** Where the file of a list lies; of one whose making broke off nothing else is known. */
export const exportPathOf = ({ _id }: Pick<Export, '_id'>): string => `exports/${_id}.xlsx`;

/** The storage finds files by their ids alone, and tells the id with a file: this one replaces what was left there. */
const fileIdOf = async ({ files }: Pick<Ports, 'files'>, job: Export): Promise<string> =>
  job.fileId ?? files.upload(exportPathOf(job), Buffer.from('.'));

/** File and record. The file goes first, or nobody would know of it. */
const removeAll = async ({ store, files }: Ports, jobs: readonly Export[]): Promise<void> => {
  const fileIds = await Promise.all(jobs.map((job) => fileIdOf({ files }, job)));
  if (fileIds.length > 0) await files.remove(fileIds);
  if (jobs.length === 0) return;
  await store.transact(async (tx) => {
    for (const { _id } of jobs) tx.remove('exports', _id);
    return ok(undefined);
  });
};

/** Those that have expired, right after whatever ended them. Storage that fails only says so: the timer comes again. */
export const removeExports = async (ports: Ports, ids: readonly string[]): Promise<void> => {
  try {
    await removeAll(ports, await ports.store.getMany('exports', ids));
  } catch (error) {
    ports.log('exports-left', describeBug(error));
  }
};

/** For the timer. */
export const removeOldExports = async (ports: Ports): Promise<number> => {
  const where = { expiresAt: { lte: ports.clock.now() } };
  const old = await ports.store.find('exports', { where, orderBy: ['expiresAt', 'asc'], limit: PAGE });
  await removeAll(ports, old);
  return old.length;
};
