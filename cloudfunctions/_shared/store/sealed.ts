/** Sealed texts that do not open: sealed with a key that is gone, or changed since. The rest of a record still serves. */
import type { CollectionName } from './collections';
import type { Store } from './ports';

interface SealedRecord {
  readonly _id: string;
  readonly collegeId?: string | null;
}

/** Names the record in the log and by an alarm. */
export const tellBrokenSeal = (
  { store }: { readonly store: Pick<Store, 'setAside'> },
  collection: CollectionName,
  { _id: id, collegeId = null }: SealedRecord,
): Promise<void> => store.setAside([{ collection, id, reason: 'sealed', collegeId }]);
