import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import type { Environment } from '../../admin/connect';
import { filesIn, pathsOf } from '../files';

/**
 * What the operator's check reads, past the SDK and its limits.
 * @param all every document of a collection
 */
export const environmentOf = (
  all: (collection: CollectionName) => Promise<readonly unknown[]>,
  stored: Map<string, Buffer>,
): Environment => {
  const page = (collection: CollectionName, after: string) => ({
    orderBy: () => ({
      limit: (count: number) => ({
        get: async () => {
          const documents = (await all(collection)) as readonly { readonly _id: string }[];
          const behind = documents.filter(({ _id }) => _id > after);
          return { data: behind.sort((one, other) => (one._id < other._id ? -1 : 1)).slice(0, count) };
        },
      }),
    }),
  });
  const db = {
    command: { gt: (id: string) => id },
    collection: (name: CollectionName) => ({ where: ({ _id }: { _id: string }) => page(name, _id) }),
  };
  // It pages through collections by id, and asks the storage which files there are: nothing else.
  return { id: 'simulated', db, files: filesIn(stored), pathsIn: pathsOf(stored) } as unknown as Environment;
};
