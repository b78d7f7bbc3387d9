/** Looks for a person in everything that is stored. */
import { COLLECTIONS } from '../../../cloudfunctions/_shared/store/collections';
import type { World } from './world';

/** Collections whose documents hold the text, and the folders of files named by it. */
export const tracesOf = (world: World, text: string): string[] => [
  ...COLLECTIONS.map(({ name }) => name).filter((name) =>
    JSON.stringify(world.store.all(name)).includes(text),
  ),
  ...[...world.stored.keys()].filter((fileId) => fileId.includes(text)),
];
