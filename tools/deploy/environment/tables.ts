/** Collections, indexes by name, and permissions, from the one declaration of what is stored. */
import type { CollectionSpec, IndexSpec } from '../../emulator/types';
import type { Change } from '../change';
import type { CloudTables, HeldIndex } from '../cloud/database';

/** Nobody but the functions: a phone never touches the database. */
const CLOSED = 'ADMINONLY';

const PERMISSION_WORDS: Readonly<Record<string, string>> = {
  READONLY: '所有用户可读，仅创建者可写',
  PRIVATE: '仅创建者及管理员可读写',
  ADMINWRITE: '所有用户可读，仅管理端可写',
  ADMINONLY: '仅管理端可读写',
  CUSTOM: '自定义安全规则',
};

export const permissionWords = (tag: string): string => PERMISSION_WORDS[tag] ?? tag;

/** An index whose keys the platform does not list is taken for ours: rebuilding it each time would be worse. */
const sameIndex = (held: HeldIndex, wanted: IndexSpec): boolean =>
  held.keys.length === 0 ||
  (held.unique === wanted.unique &&
    held.keys.length === wanted.keys.length &&
    wanted.keys.every(
      (key, at) => held.keys[at]?.name === key.name && held.keys[at].direction === key.direction,
    ));

interface IndexPlan {
  readonly toAdd: readonly IndexSpec[];
  /** Held under the same name with other keys. */
  readonly toReplace: readonly IndexSpec[];
}

const planIndexes = (held: readonly HeldIndex[], wanted: readonly IndexSpec[]): IndexPlan => {
  const named = (name: string) => held.find((one) => one.name === name);
  return {
    toAdd: wanted.filter(({ name }) => !named(name)),
    toReplace: wanted.filter((index) => {
      const found = named(index.name);
      return found !== undefined && !sameIndex(found, index);
    }),
  };
};

const keysOf = ({ keys, unique }: IndexSpec): string =>
  `${keys.map(({ name, direction }) => (direction === '-1' ? `-${name}` : name)).join(', ')}${unique ? '，唯一' : ''}`;

const indexDifferences = ({ toAdd, toReplace }: IndexPlan): string[] => [
  ...toAdd.map((index) => `+ 索引 ${index.name}（${keysOf(index)}）`),
  ...toReplace.map((index) => `~ 索引 ${index.name} 重建（${keysOf(index)}）`),
];

/** One by one, so that what breaks off leaves the finished ones behind. */
const makeIndexes = async (tables: CloudTables, name: string, { toAdd, toReplace }: IndexPlan) => {
  for (const index of toReplace) {
    await tables.dropIndex(name, index.name);
    await tables.addIndex(name, index);
  }
  for (const index of toAdd) await tables.addIndex(name, index);
};

const newCollection = (tables: CloudTables, { name, indexes }: CollectionSpec): Change => {
  const plan = planIndexes([], indexes);
  return {
    what: `集合 ${name}`,
    differences: [`+ 新建，${permissionWords(CLOSED)}`, ...indexDifferences(plan)],
    make: async () => {
      await tables.create(name);
      // At once: a new collection may be open to phones.
      await tables.setPermission(name, CLOSED);
      await makeIndexes(tables, name, plan);
    },
  };
};

const heldCollection = async (tables: CloudTables, { name, indexes }: CollectionSpec): Promise<Change> => {
  const permission = await tables.permission(name);
  const plan = planIndexes(indexes.length > 0 ? await tables.indexes(name) : [], indexes);
  const opens = permission !== CLOSED;
  return {
    what: `集合 ${name}`,
    differences: [
      ...(opens ? [`~ 权限“${permissionWords(permission)}”→“${permissionWords(CLOSED)}”`] : []),
      ...indexDifferences(plan),
    ],
    make: async () => {
      if (opens) await tables.setPermission(name, CLOSED);
      await makeIndexes(tables, name, plan);
    },
  };
};

/** Collections and indexes that are not declared stay: the college may have made them. */
export const tableChanges = async (
  tables: CloudTables,
  declared: readonly CollectionSpec[],
): Promise<Change[]> => {
  const held = await tables.names();
  const changes: Change[] = [];
  for (const spec of declared)
    changes.push(held.includes(spec.name) ? await heldCollection(tables, spec) : newCollection(tables, spec));
  return changes.filter(({ differences }) => differences.length > 0);
};
