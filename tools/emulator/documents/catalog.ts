import { createHash } from 'node:crypto';
import type Database from 'libsql';
import type { CollectionSpec, IndexSpec } from '../types';
import { kindAt } from './kinds';
import type { PlannedIndex } from './planner';
import { decode, type Doc } from './wire';

export interface Index extends PlannedIndex {
  readonly name: string;
  readonly unique: boolean;
}

/** A collection: its table, its indexes, and what its indexed fields have held. */
export interface Collection {
  readonly name: string;
  readonly table: string;
  /** Named in the declaration, not added by a request. */
  readonly declared: boolean;
  readonly indexes: readonly Index[];
  readonly kinds: Map<string, number>;
}

const ID_KEY = { field: '_id', direction: 1, sql: 'id', kinds: 2 | 4 } as const;

function jsonPath(field: string, ...rest: string[]): string {
  const keys = [...field.split('.'), ...rest];
  if (keys.some((key) => /["'\\]/.test(key))) throw new Error(`An index key cannot be called ${field}`);
  return `'$${keys.map((key) => `."${key}"`).join('')}'`;
}

/** The SQL value of a field: a date as its milliseconds, a boolean as 0 or 1, missing as NULL. */
const fieldSql = (field: string) =>
  field === '_id'
    ? 'id'
    : `coalesce(CAST(json_extract(body, ${jsonPath(field, '$date', '$numberLong')}) AS INTEGER), ` +
      `json_extract(body, ${jsonPath(field)}))`;

function toIndex(table: string, spec: IndexSpec, kinds: ReadonlyMap<string, number>): Index {
  const digest = createHash('sha1').update(JSON.stringify(spec.keys)).digest('hex').slice(0, 12);
  const keys = spec.keys.map(({ name, direction }) => ({
    field: name,
    direction: direction === '1' ? (1 as const) : (-1 as const),
    sql: fieldSql(name),
    get kinds() {
      return name === '_id' ? ID_KEY.kinds : (kinds.get(name) ?? 0);
    },
  }));
  return { name: spec.name, unique: spec.unique, sqlName: `ix_${table}_${digest}`, keys };
}

/** The indexes come and go with the declaration; the documents stay. */
function alignIndexes(db: Database.Database, collection: Collection): void {
  const wanted = new Map(collection.indexes.filter((i) => i.sqlName !== '').map((i) => [i.sqlName, i]));
  const present = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND name LIKE 'ix\\_%' ESCAPE '\\'",
    )
    .raw()
    .all(collection.table) as [string][];
  for (const [name] of present) if (!wanted.has(name)) db.exec(`DROP INDEX ${name}`);
  for (const { sqlName, keys } of wanted.values()) {
    const columns = keys.map(({ sql, direction }) => `${sql} ${direction > 0 ? 'ASC' : 'DESC'}`).join(', ');
    db.exec(`CREATE INDEX IF NOT EXISTS ${sqlName} ON ${collection.table} (${columns})`);
  }
}

/** Records what documents put into indexed fields; returns the fields whose kinds grew. */
export function learnKinds(collection: Collection, docs: Iterable<Doc>): ReadonlyMap<string, number> {
  const grown = new Map<string, number>();
  const fields = [...collection.kinds.keys()].map((field) => ({ field, path: field.split('.') }));
  for (const doc of docs) {
    for (const { field, path } of fields) {
      const before = grown.get(field) ?? collection.kinds.get(field) ?? 0;
      const after = before | kindAt(doc, path);
      if (after !== before) grown.set(field, after);
    }
  }
  return grown;
}

/** Fields indexed for the first time: their kinds are learnt from what is stored. */
function alignKinds(db: Database.Database, collection: Collection): void {
  const rows = db
    .prepare('SELECT field, kinds FROM field_kinds WHERE collection = ?')
    .raw()
    .all(collection.name);
  const known = new Map(rows as [string, number][]);
  const fields = [...collection.kinds.keys()];
  for (const [field, kinds] of known) if (collection.kinds.has(field)) collection.kinds.set(field, kinds);
  db.prepare('DELETE FROM field_kinds WHERE collection = ?').run(collection.name);
  if (fields.some((field) => !known.has(field))) {
    const bodies = db.prepare(`SELECT body FROM ${collection.table}`).raw().all() as [string][];
    const grown = learnKinds(
      collection,
      bodies.map(([body]) => decode(body)),
    );
    for (const [field, kinds] of grown) collection.kinds.set(field, kinds);
  }
  for (const [field, kinds] of collection.kinds) saveKinds(db, collection.name, field, kinds);
}

export function saveKinds(db: Database.Database, collection: string, field: string, kinds: number): void {
  db.prepare('INSERT OR REPLACE INTO field_kinds (collection, field, kinds) VALUES (?, ?, ?)').run(
    collection,
    field,
    kinds,
  );
}

export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
  CREATE TABLE IF NOT EXISTS field_kinds (collection TEXT, field TEXT, kinds INTEGER NOT NULL, PRIMARY KEY (collection, field));
`;

/** Opens a collection, creating its table when new and aligning its indexes with the declaration. */
export function openCollection(db: Database.Database, spec: CollectionSpec, declared: boolean): Collection {
  db.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)').run(spec.name);
  const [number] = db.prepare('SELECT number FROM collections WHERE name = ?').raw().get(spec.name) as [
    number,
  ];
  const table = `docs_${number}`;
  // `id` has no type on purpose: the string '1' and the number 1 are different ids.
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, id UNIQUE NOT NULL, body TEXT NOT NULL)`,
  );
  const kinds = new Map<string, number>();
  for (const { name } of spec.indexes.flatMap((index) => index.keys)) if (name !== '_id') kinds.set(name, 0);
  const byId: Index = { name: '_id_', unique: false, sqlName: '', keys: [ID_KEY] };
  const indexes = [byId, ...spec.indexes.map((index) => toIndex(table, index, kinds))];
  const collection: Collection = { name: spec.name, table, declared, indexes, kinds };
  alignKinds(db, collection);
  alignIndexes(db, collection);
  return collection;
}
