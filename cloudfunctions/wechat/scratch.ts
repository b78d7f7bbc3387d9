/** Where the self-check tries the database. Nothing of the product is stored there. */
import type { CloudCollection, CloudDatabase } from '../_shared/store/cloud-database';

export const SCRATCH = {
  name: 'scratch',
  indexes: [{ name: 'run', unique: false, keys: [{ name: 'run', direction: '1' }] }],
} as const;

export interface Scratch {
  readonly db: CloudDatabase;
  readonly collection: CloudCollection;
  /** An id nobody else comes to. */
  id(name: string): string;
  /** A document of this run, to be cleared away with it. */
  document(name: string, data?: object): { readonly _id: string; readonly run: string };
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

export const openScratch = (db: CloudDatabase, run: string, now: () => number): Scratch => {
  const id = (name: string) => `${run}-${name}`;
  return {
    db,
    collection: db.collection(SCRATCH.name),
    id,
    document: (name, data = {}) => ({ _id: id(name), run, ...data }),
    now,
  };
};

export const clearScratch = async ({ collection }: Scratch, run: string): Promise<void> => {
  await collection.where({ run }).remove();
};
