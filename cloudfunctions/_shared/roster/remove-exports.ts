import { ok } from '../../../miniprogram/domain/errors';
import type { Ports } from '../ports';

/** Lists are personal data: file and record go after a day. The file goes first, or nobody would know of it. */
export const removeOldExports = async ({ store, files, clock }: Ports): Promise<number> => {
  const where = { expiresAt: { lte: clock.now() } };
  const old = await store.find('exports', { where, orderBy: ['expiresAt', 'asc'], limit: 20 });
  const fileIds = old.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  if (fileIds.length > 0) await files.remove(fileIds);
  if (old.length > 0)
    await store.transact(async (tx) => {
      for (const { _id } of old) tx.remove('exports', _id);
      return ok(undefined);
    });
  return old.length;
};
