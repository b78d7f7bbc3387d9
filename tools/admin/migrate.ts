/** Writes records of earlier releases back in today's shape, so that queries find them by it. */
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { recountCollege } from '../../cloudfunctions/_shared/transfers/figures/recount';
import type { Mark } from '../../cloudfunctions/_shared/store/records';
import { latestVersionOf } from '../../cloudfunctions/_shared/store/records/upgrade';
import { fail, ok } from '../../miniprogram/domain/errors';
import type { Say } from './say';
import type { Environment } from './connect';
import { isMiskeyed, keyedAnew } from './lookup-keys';
import { pagesOf, type Document } from './documents';

/** A notice planned before they were counted is told apart by no step that cancels it. */
const isUncounted = (collection: CollectionName, { version }: Document): boolean =>
  collection === 'notices' && version === undefined;

const isOld = (collection: CollectionName, document: Document): boolean =>
  isUncounted(collection, document) ||
  (typeof document.recordVersion === 'number' && document.recordVersion < latestVersionOf(collection));

const migrateCollection = async ({ db, store }: Environment, name: CollectionName): Promise<number> => {
  let changed = 0;
  for await (const page of pagesOf(db, name)) {
    for (const { _id } of page.filter((document) => isOld(name, document) || isMiskeyed(name, document))) {
      const done = await store.transact(async (tx) => {
        // Reading brings it forward.
        const record = await tx.get(name, _id);
        if (!record) return fail('NOT_FOUND');
        tx.put(name, keyedAnew(name, record));
        return ok(undefined);
      });
      if (done.ok) changed += 1;
      else if (done.error.code !== 'NOT_FOUND') throw new Error(`${name} 正忙，请再运行一次`);
    }
  }
  return changed;
};

/** People whose line was written before it said in which season they began. */
const linkMembers = async ({ db, store }: Environment): Promise<number> => {
  const latest = new Map<string, { seasonId: string; createdAt: number }>();
  for await (const page of pagesOf(db, 'transfers'))
    for (const { memberId, seasonId, createdAt } of page as (Document & {
      memberId: string;
      seasonId: string;
      createdAt: number;
    })[])
      if ((latest.get(memberId)?.createdAt ?? -1) < createdAt) latest.set(memberId, { seasonId, createdAt });
  let changed = 0;
  for await (const page of pagesOf(db, 'members')) {
    for (const { _id, startedIn } of page) {
      const begun = latest.get(_id);
      if (startedIn !== undefined || begun === undefined) continue;
      await store.transact(async (tx) => {
        const member = await tx.get('members', _id);
        if (member?.startedIn === null) tx.put('members', { ...member, startedIn: begun.seasonId });
        return ok(undefined);
      });
      changed += 1;
    }
  }
  return changed;
};

/** The mark as it is today; reading keeps what a record does not know. */
const withoutOverAge = (mark: Mark): Mark => {
  const { overAgeRecordedAt: _moved, ...rest } = mark as Mark & { readonly overAgeRecordedAt?: unknown };
  return rest;
};

/** People whose being over age was noted beside their line, where no query by what is left to do could see it. */
const noteOverAge = async ({ db, store }: Environment): Promise<number> => {
  let changed = 0;
  for await (const page of pagesOf(db, 'marks')) {
    for (const { _id, overAgeRecordedAt } of page) {
      if (overAgeRecordedAt === undefined) continue;
      const done = await store.transact(async (tx) => {
        const mark = await tx.get('marks', _id);
        const [member] = await tx.getMany('members', [_id]);
        if (typeof overAgeRecordedAt === 'number' && member?.overAgeRecordedAt === null)
          tx.put('members', { ...member, overAgeRecordedAt });
        if (mark) tx.put('marks', withoutOverAge(mark));
        return ok(undefined);
      });
      if (!done.ok) throw new Error('members 正忙，请再运行一次');
      changed += 1;
    }
  }
  return changed;
};

type Placed = Document & { readonly collegeId: string; readonly seasonId: string };

/** The board's counters, of every season whose transfers are still there to be counted. */
const recountAll = async ({ db, store }: Environment): Promise<number> => {
  const purged = new Set<string>();
  for await (const page of pagesOf(db, 'seasons'))
    for (const { _id, purgedAt } of page) if ((purgedAt ?? null) !== null) purged.add(_id);
  const counted = new Map<string, Placed>();
  for (const name of ['transfers', 'tallies'] as const)
    for await (const page of pagesOf(db, name))
      for (const one of page as Placed[])
        if (!purged.has(one.seasonId)) counted.set(`${one.collegeId} ${one.seasonId}`, one);
  let repaired = 0;
  for (const { collegeId, seasonId } of counted.values()) {
    const done = await recountCollege({ store }, collegeId, seasonId);
    if (!done.ok) throw new Error('看板的计数正忙，请再运行一次');
    repaired += done.data.repaired;
  }
  return repaired;
};

/** Records brought forward, and the counters with them. Broken off, it is run again: what is done is passed over. */
export const migrate = async (environment: Environment, say: Say): Promise<number> => {
  let total = 0;
  for (const { name } of COLLECTIONS) {
    if (latestVersionOf(name) === 1) continue;
    const changed = await migrateCollection(environment, name);
    say(`  ${name}：更新了 ${changed} 条`);
    total += changed;
  }
  const linked = await linkMembers(environment);
  const noted = await noteOverAge(environment);
  say(`  members：补上了 ${linked + noted} 条`);
  const repaired = await recountAll(environment);
  say(`  tallies：改正了 ${repaired} 条`);
  return total + linked + noted + repaired;
};
