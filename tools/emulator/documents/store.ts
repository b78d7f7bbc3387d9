import type Database from 'libsql';
import { openDatabase } from '../open-database';
import type { CollectionSpec } from '../types';
import { SCHEMA, learnKinds, openCollection, saveKinds, type Collection } from './catalog';
import { collectionExists, collectionMissing } from './failures';
import type { Plan, SqlValue } from './planner';
import type { Doc } from './wire';

export type DocId = string | number;

/** What a commit does to one document; null deletes it. */
export interface Change {
  readonly collection: Collection;
  readonly id: DocId;
  readonly after: StoredDoc | null;
}

interface StoredDoc {
  readonly doc: Doc;
  /** The document as EJSON text. */
  readonly body: string;
}

const STATEMENT_CACHE = 300;

/** Documents as EJSON text in one SQLite file; every commit is on disk before it is acknowledged. */
export class Store {
  private readonly db: Database.Database;
  private readonly collections = new Map<string, Collection>();
  private readonly statements = new Map<string, Database.Statement>();

  constructor(
    file: string,
    private readonly declaration: readonly CollectionSpec[],
  ) {
    this.db = openDatabase(file);
    this.load();
  }

  private load(): void {
    this.inTransaction(() => {
      this.db.exec(SCHEMA);
      for (const spec of this.declaration)
        this.collections.set(spec.name, openCollection(this.db, spec, true));
      const rows = this.db.prepare('SELECT name FROM collections').raw().all() as [string][];
      for (const [name] of rows) if (!this.collections.has(name)) this.open(name);
    });
  }

  private open(name: string): void {
    this.collections.set(name, openCollection(this.db, { name, indexes: [] }, false));
  }

  private inTransaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  private statement(sql: string): Database.Statement {
    const cached = this.statements.get(sql);
    if (cached) return cached;
    if (this.statements.size >= STATEMENT_CACHE) this.statements.clear();
    const prepared = this.db.prepare(sql);
    if (prepared.reader) prepared.raw();
    this.statements.set(sql, prepared);
    return prepared;
  }

  /** Throws DATABASE_COLLECTION_NOT_EXIST. */
  collection(name: string): Collection {
    const found = this.collections.get(name);
    if (!found) throw collectionMissing(name);
    return found;
  }

  has(name: string): boolean {
    return this.collections.has(name);
  }

  addCollection(name: string): void {
    if (this.collections.has(name)) throw collectionExists(name);
    this.inTransaction(() => this.open(name));
  }

  body(collection: Collection, id: DocId): string | undefined {
    const row = this.statement(`SELECT body FROM ${collection.table} WHERE id = ?`).get(id);
    return (row as [string] | undefined)?.[0];
  }

  /** Candidates of a plan in its order, `limit` < 0 for all of them. */
  bodies(collection: Collection, chosen: Plan, limit: number, offset: number): string[] {
    const { where, orderBy, params, merge } = chosen;
    if (merge) return this.merged(collection, merge, limit, offset);
    const sql =
      `SELECT body FROM ${collection.table}` +
      (where && ` WHERE ${where}`) +
      (orderBy && ` ORDER BY ${orderBy}`) +
      ' LIMIT ? OFFSET ?';
    const values: SqlValue[] = [...params, limit, offset];
    return (this.statement(sql).all(...values) as [string][]).map(([body]) => body);
  }

  private merged(
    { table }: Collection,
    { stretches, keys }: NonNullable<Plan['merge']>,
    limit: number,
    offset: number,
  ): string[] {
    const columns = keys.map(({ sql }, at) => `${sql} AS k${at}`).join(', ');
    const order = keys.map(({ order: direction }, at) => `k${at} ${direction}`).join(', ');
    const parts = stretches.map(
      ({ where }) =>
        `SELECT * FROM (SELECT body, ${columns} FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ?)`,
    );
    const most = limit < 0 ? -1 : limit + offset;
    const values = stretches.flatMap(({ params }) => [...params, most]);
    const sql = `SELECT body FROM (${parts.join(' UNION ALL ')}) ORDER BY ${order} LIMIT ? OFFSET ?`;
    return (this.statement(sql).all(...values, limit, offset) as [string][]).map(([body]) => body);
  }

  count(collection: Collection, { where, params }: Plan): number {
    const sql = `SELECT count(*) FROM ${collection.table}` + (where && ` WHERE ${where}`);
    return (this.statement(sql).get(...params) as [number])[0];
  }

  /** Writes all changes durably, or none. `check` runs once they are in place and may refuse by throwing. */
  commit(changes: readonly Change[], check: () => void): void {
    const kindsBefore = new Map(
      [...new Set(changes.map((c) => c.collection))].map((c) => [c, new Map(c.kinds)]),
    );
    try {
      this.inTransaction(() => {
        for (const change of changes) this.write(change);
        for (const collection of kindsBefore.keys()) this.learn(collection, changes);
        check();
      });
    } catch (error) {
      for (const [{ kinds }, before] of kindsBefore)
        for (const [field, value] of before) kinds.set(field, value);
      throw error;
    }
  }

  private learn(collection: Collection, changes: readonly Change[]): void {
    const docs = changes.flatMap((c) => (c.collection === collection && c.after ? [c.after.doc] : []));
    for (const [field, kinds] of learnKinds(collection, docs)) {
      collection.kinds.set(field, kinds);
      saveKinds(this.db, collection.name, field, kinds);
    }
  }

  private write({ collection: { table }, id, after }: Change): void {
    if (after === null) this.statement(`DELETE FROM ${table} WHERE id = ?`).run(id);
    else {
      this.statement(
        `INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      ).run(id, after.body);
    }
  }

  /** Drops every collection and opens the declared ones empty. */
  reset(): void {
    this.statements.clear();
    this.inTransaction(() => {
      for (const { table } of this.collections.values()) this.db.exec(`DROP TABLE ${table}`);
      this.db.exec('DELETE FROM collections; DELETE FROM field_kinds');
    });
    this.collections.clear();
    this.load();
  }

  close(): void {
    this.statements.clear();
    this.db.close();
  }
}
