/** Collections and indexes, from the one declaration, by WeChat's HTTP API. */
import * as v from 'valibot';
import type { CollectionSpec, IndexSpec } from '../emulator/types';
import type { WechatApi } from './wechat-api';
import { WechatError } from './wechat-error';

const PAGE = 100;

const collectionsReply = v.object({
  collections: v.array(v.object({ name: v.string(), index_count: v.number() })),
  pager: v.object({ Total: v.optional(v.number()), total: v.optional(v.number()) }),
});

/** Indexes by collection, as the environment counts them: the one on `_id` is included. */
export const storedCollections = async (api: WechatApi, env: string): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  for (let offset = 0; ; offset += PAGE) {
    const request = { env, limit: PAGE, offset };
    const { collections, pager } = await api.call('/tcb/databasecollectionget', request, collectionsReply);
    for (const { name, index_count: count } of collections) found.set(name, count);
    const total = pager.Total ?? pager.total ?? 0;
    if (collections.length === 0 || offset + PAGE >= total) return found;
  }
};

const done = v.looseObject({});

const alreadyThere = (error: unknown): boolean => error instanceof WechatError && /exist/i.test(error.detail);

const unlessThere = async (work: () => Promise<unknown>): Promise<'made' | 'there'> => {
  try {
    await work();
    return 'made';
  } catch (error) {
    if (alreadyThere(error)) return 'there';
    throw error;
  }
};

export interface DatabasePlan {
  readonly missing: readonly string[];
  /** Collections whose indexes are fewer than declared. */
  readonly toIndex: readonly CollectionSpec[];
}

/** `_id` has an index of its own. */
const OWN_INDEXES = 1;

/**
 * WeChat tells how many indexes a collection has and not which: one that changes must take a new name, so that it
 * is counted and made.
 */
export const planDatabase = (
  declared: readonly CollectionSpec[],
  stored: ReadonlyMap<string, number>,
): DatabasePlan => ({
  missing: declared.map(({ name }) => name).filter((name) => !stored.has(name)),
  toIndex: declared.filter(
    ({ name, indexes }) => indexes.length > 0 && (stored.get(name) ?? 0) < indexes.length + OWN_INDEXES,
  ),
});

/** One by one, so that one that is there does not hinder the rest. */
const makeIndex = (api: WechatApi, env: string, collection: string, index: IndexSpec) =>
  unlessThere(() => {
    const request = { env, collection_name: collection, create_indexes: [index], drop_indexes: [] };
    return api.call('/tcb/updateindex', request, done);
  });

/** May be repeated, also after it broke off halfway. */
export const applyDatabase = async (
  api: WechatApi,
  env: string,
  { missing, toIndex }: DatabasePlan,
  say: (line: string) => void,
): Promise<void> => {
  for (const name of missing) {
    const request = { env, collection_name: name };
    await unlessThere(() => api.call('/tcb/databasecollectionadd', request, done));
    say(`集合 ${name}：已建`);
  }
  for (const { name, indexes } of toIndex) {
    const results = [];
    for (const index of indexes) results.push(await makeIndex(api, env, name, index));
    const made = results.filter((result) => result === 'made').length;
    say(`集合 ${name}：索引新建 ${made} 个，原有 ${indexes.length - made} 个`);
  }
};
