/** Seals again with the newest key what an older one sealed; the older can then leave `FIELD_KEY`. */
import type { CollectionName } from '../../cloudfunctions/_shared/collections';
import type { Cipher } from '../../cloudfunctions/_shared/ports';
import { readRecord } from '../../cloudfunctions/_shared/records';
import { fail, ok } from '../../miniprogram/domain/errors';
import type { Say } from './backup';
import type { Environment } from './connect';
import { pagesOf } from './documents';
import { oldSealsIn, resealed, SEALED_COLLECTIONS } from './sealed';

const rekeyCollection = async (
  { db, store }: Environment,
  cipher: Cipher,
  name: CollectionName,
): Promise<number> => {
  let changed = 0;
  for await (const page of pagesOf(db, name)) {
    for (const document of page) {
      if (oldSealsIn(cipher, name, readRecord(name, document)) === 0) continue;
      // In a transaction, so that a code shown meanwhile stays wiped.
      const done = await store.transact(async (tx) => {
        const record = await tx.get(name, document._id);
        if (!record) return fail('NOT_FOUND');
        tx.put(name, resealed(cipher, name, record));
        return ok(undefined);
      });
      if (done.ok) changed += 1;
      else if (done.error.code !== 'NOT_FOUND') throw new Error(`${name} 正忙，请再运行一次`);
    }
  }
  return changed;
};

/** Records sealed anew. Broken off, it is run again: what is done is passed over. */
export const rekey = async (environment: Environment, cipher: Cipher, say: Say): Promise<number> => {
  let total = 0;
  for (const name of SEALED_COLLECTIONS) {
    const changed = await rekeyCollection(environment, cipher, name);
    say(`  ${name}：换了 ${changed} 条`);
    total += changed;
  }
  return total;
};
