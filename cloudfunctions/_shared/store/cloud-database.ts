/** The part of wx-server-sdk's database that the store uses, typed: the SDK itself declares `any`. */
import cloud from 'wx-server-sdk';

export interface CloudDocument {
  get(): Promise<{ data: unknown }>;
  set(options: { data: object }): Promise<unknown>;
  /** Changes nothing where there is no document. */
  update(options: { data: object }): Promise<unknown>;
  remove(): Promise<unknown>;
}

export interface CloudQuery {
  where(condition: object): CloudQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): CloudQuery;
  limit(count: number): CloudQuery;
  skip(count: number): CloudQuery;
  field(projection: Readonly<Record<string, boolean>>): CloudQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<unknown>;
}

export interface CloudCollection extends CloudQuery {
  doc(id: string): CloudDocument;
  /** All or none; fails when one of the ids is taken. */
  add(options: { data: object[] }): Promise<unknown>;
}

export interface CloudTransaction {
  collection(name: string): CloudCollection;
}

/** One that whoever has started it ends. */
export interface OpenTransaction extends CloudTransaction {
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

export interface CloudCommand {
  in(values: readonly string[]): object;
  lte(value: number | string): object;
  lt(value: number | string): object;
  gt(value: number | string): object;
  gte(value: number): object;
  inc(value: number): object;
  set(value: object): object;
}

export interface CloudDatabase {
  readonly command: CloudCommand;
  collection(name: string): CloudCollection;
  runTransaction<T>(work: (transaction: CloudTransaction) => Promise<T>, retries: number): Promise<T>;
  /** What `runTransaction` begins with; a database that has none ends what it runs by itself. */
  startTransaction?(): Promise<OpenTransaction>;
}

/** `throwOnNotFound: false`: a missing document is `null`, not an exception told apart by its text. */
export const openCloudDatabase = (): CloudDatabase =>
  cloud.database({ throwOnNotFound: false } as object as Parameters<
    typeof cloud.database
  >[0]) as unknown as CloudDatabase;
