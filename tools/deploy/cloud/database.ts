/** Collections, their indexes and their permission. */
import type CloudBase from '@cloudbase/manager-node';
import * as v from 'valibot';
import type { IndexSpec } from '../../emulator/types';
import type { Patiently } from './patience';

const PAGE = 100;

const table = v.object({
  Indexes: v.nullish(
    v.array(
      v.object({
        Name: v.string(),
        Unique: v.optional(v.boolean(), false),
        Keys: v.nullish(
          v.array(v.object({ Name: v.string(), Direction: v.union([v.string(), v.number()]) })),
          [],
        ),
      }),
    ),
    [],
  ),
});

export interface HeldIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly keys: readonly { readonly name: string; readonly direction: string }[];
}

export interface CloudTables {
  names(): Promise<string[]>;
  create(collection: string): Promise<void>;
  indexes(collection: string): Promise<HeldIndex[]>;
  addIndex(collection: string, index: IndexSpec): Promise<void>;
  dropIndex(collection: string, name: string): Promise<void>;
  /** Such as `ADMINONLY`. */
  permission(collection: string): Promise<string>;
  setPermission(collection: string, permission: string): Promise<void>;
}

const toCreate = ({ name, unique, keys }: IndexSpec) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: keys.map((key) => ({ Name: key.name, Direction: key.direction })),
  },
});

/** The library passes these two on as they are; they are Tencent Cloud's documented ones. */
const permissions = (
  open: () => CloudBase,
  patiently: Patiently,
  env: string,
): Pick<CloudTables, 'permission' | 'setPermission'> => ({
  permission: async (collection) => {
    const Param = { EnvId: env, CollectionName: collection };
    const answer: unknown = await patiently(`查看集合 ${collection} 的权限`, () =>
      open().commonService().call({ Action: 'DescribeDatabaseACL', Param }),
    );
    return v.parse(v.object({ AclTag: v.string() }), answer).AclTag;
  },
  setPermission: async (collection, AclTag) => {
    const Param = { EnvId: env, CollectionName: collection, AclTag };
    await patiently(`改集合 ${collection} 的权限`, () =>
      open().commonService().call({ Action: 'ModifyDatabaseACL', Param }),
    );
  },
});

export const openTables = (open: () => CloudBase, patiently: Patiently, env: string): CloudTables => ({
  ...permissions(open, patiently, env),
  names: async () => {
    const found: string[] = [];
    for (;;) {
      const from = { MgoLimit: PAGE, MgoOffset: found.length };
      const { Collections } = await patiently('列出集合', () => open().database.listCollections(from));
      found.push(...Collections.map(({ CollectionName }) => CollectionName));
      if (Collections.length < PAGE) return found;
    }
  },
  create: async (collection) => {
    await patiently(`新建集合 ${collection}`, () => open().database.createCollection(collection));
  },
  indexes: async (collection) => {
    const answer = await patiently(`查看集合 ${collection} 的索引`, () =>
      open().database.describeCollection(collection),
    );
    return v.parse(table, answer).Indexes.map(({ Name, Unique, Keys }) => ({
      name: Name,
      unique: Unique,
      keys: Keys.map((key) => ({ name: key.Name, direction: String(key.Direction) })),
    }));
  },
  addIndex: async (collection, index) => {
    await patiently(`给集合 ${collection} 建索引 ${index.name}`, () =>
      open().database.updateCollection(collection, { CreateIndexes: [toCreate(index)] }),
    );
  },
  dropIndex: async (collection, name) => {
    await patiently(`删集合 ${collection} 的旧索引 ${name}`, () =>
      open().database.updateCollection(collection, { DropIndexes: [{ IndexName: name }] }),
    );
  },
});
