/**
 * Writes records of earlier releases back in today's shape, so that queries find them by it, and puts right what follows
 * from other records. What it could not change it names; the rest goes on.
 */
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { withHeadMove } from '../../cloudfunctions/_shared/store/headcount';
import { recountHeads } from '../../cloudfunctions/_shared/transfers/figures/heads';
import { recountCollege } from '../../cloudfunctions/_shared/transfers/figures/recount';
import { tryRecord, type Mark, type RecordOf } from '../../cloudfunctions/_shared/store/records';
import { latestVersionOf } from '../../cloudfunctions/_shared/store/records/upgrade';
import { ok } from '../../miniprogram/domain/errors';
import type { Say } from './say';
import type { Environment } from './connect';
import { isMiskeyed, keyedAnew } from './lookup-keys';
import { pagesOf, type Document } from './documents';
import { openLedger, type Ledger, type Migrated } from './migration-ledger';
import { isMisplaced, placedAnew } from './places';

/** A notice planned before they were counted is told apart by no step that cancels it. */
const isUncounted = (collection: CollectionName, { version }: Document): boolean =>
  collection === 'notices' && version === undefined;

const isOld = (collection: CollectionName, document: Document): boolean =>
  isUncounted(collection, document) ||
  (typeof document.recordVersion === 'number' && document.recordVersion < latestVersionOf(collection));

const isToBeWritten = (name: CollectionName, document: Document, record: RecordOf<CollectionName>): boolean =>
  isOld(name, document) || isMiskeyed(name, document) || isMisplaced(name, record);

const migrateCollection = async (
  { db, store }: Environment,
  name: CollectionName,
  ledger: Ledger,
): Promise<void> => {
  for await (const page of pagesOf(db, name))
    for (const document of page) {
      const record = ledger.read(name, document);
      if (!record || !isToBeWritten(name, document, record)) continue;
      const { _id: id } = document;
      await ledger.change({ collection: name, id }, () =>
        store.transact(async (tx) => {
          // Reading brings it forward.
          const current = await tx.get(name, id);
          if (!current) return ok(false);
          tx.put(name, placedAnew(name, keyedAnew(name, current)));
          return ok(true);
        }),
      );
    }
};

/** Season of everybody's latest transfer; null where one of theirs cannot be read. */
const latestSeasons = async ({
  db,
}: Environment): Promise<ReadonlyMap<string, string | null> | undefined> => {
  const latest = new Map<string, { seasonId: string | null; createdAt: number }>();
  for await (const page of pagesOf(db, 'transfers'))
    for (const document of page) {
      const transfer = tryRecord('transfers', document).record;
      const { memberId } = document;
      if (!transfer && typeof memberId !== 'string') return undefined;
      const { seasonId, createdAt } = transfer ?? { seasonId: null, createdAt: Infinity };
      const key = String(memberId);
      if ((latest.get(key)?.createdAt ?? -1) < createdAt) latest.set(key, { seasonId, createdAt });
    }
  return new Map([...latest].map(([memberId, { seasonId }]) => [memberId, seasonId]));
};

/** People whose line does not say in which season they began last. */
const linkMembers = async (environment: Environment, ledger: Ledger): Promise<void> => {
  const { db, store } = environment;
  const latest = await latestSeasons(environment);
  if (!latest) return;
  for await (const page of pagesOf(db, 'members'))
    for (const document of page) {
      const { _id: id } = document;
      const seen = tryRecord('members', document).record?.startedIn;
      const begun = latest.get(id) ?? null;
      if (seen === undefined || begun === null || seen === begun) continue;
      await ledger.change({ collection: 'members', id }, () =>
        store.transact(async (tx) => {
          const member = await tx.get('members', id);
          const [erasure] = await tx.getMany('erasures', [id]);
          // Who has begun meanwhile has said so themselves; who is being erased has begun nothing.
          if (member?.startedIn !== seen || erasure) return ok(false);
          const linked = { ...member, startedIn: begun };
          tx.put('members', withHeadMove(member, linked, Date.now()));
          return ok(true);
        }),
      );
    }
};

/** The mark as it is today; reading keeps what a record does not know. */
const withoutOverAge = (mark: Mark): Mark => {
  const { overAgeRecordedAt: _moved, ...rest } = mark as Mark & { readonly overAgeRecordedAt?: unknown };
  return rest;
};

/** People whose being over age was noted beside their line, where no query by what is left to do could see it. */
const noteOverAge = async ({ db, store }: Environment, ledger: Ledger): Promise<void> => {
  for await (const page of pagesOf(db, 'marks'))
    for (const document of page) {
      const { _id: id, overAgeRecordedAt } = document;
      if (!ledger.read('marks', document) || overAgeRecordedAt === undefined) continue;
      await ledger.change({ collection: 'marks', id }, () =>
        store.transact(async (tx) => {
          const mark = await tx.get('marks', id);
          const [member] = await tx.getMany('members', [id]);
          if (typeof overAgeRecordedAt === 'number' && member?.overAgeRecordedAt === null)
            tx.put('members', { ...member, overAgeRecordedAt });
          if (mark) tx.put('marks', withoutOverAge(mark));
          return ok(mark !== undefined);
        }),
      );
    }
};

/** Seasons whose transfers are no longer there to be counted, those included of which that cannot be told. */
const uncountable = async ({ db }: Environment): Promise<ReadonlySet<string>> => {
  const seasons = new Set<string>();
  for await (const page of pagesOf(db, 'seasons'))
    for (const document of page)
      if (tryRecord('seasons', document).record?.purgedAt !== null) seasons.add(document._id);
  return seasons;
};

/** The board's counters. A college's season with a transfer that cannot be read is not counted without it. */
const recountAll = async (environment: Environment, ledger: Ledger): Promise<void> => {
  const { db, store } = environment;
  const left = await uncountable(environment);
  const places = new Map<string, Pick<RecordOf<'tallies'>, 'collegeId' | 'seasonId'>>();
  const unsure = new Set<string>();
  for (const name of ['transfers', 'tallies'] as const)
    for await (const page of pagesOf(db, name))
      for (const document of page) {
        const record = ledger.read(name, document);
        const key = `${String(document['collegeId'])} ${String(document['seasonId'])}`;
        if (!record) unsure.add(key);
        else if (!left.has(record.seasonId)) places.set(key, record);
      }
  for (const [key, { collegeId, seasonId }] of places) {
    if (unsure.has(key)) continue;
    const done = await recountCollege({ store }, collegeId, seasonId);
    if (done.ok) ledger.count('tallies', done.data.repaired);
    else ledger.isBusy({ collection: 'tallies', id: key });
  }
};

/** The counts of people without a transfer, of colleges that have any; the shards they were once kept in go. */
const recountPeople = async ({ db, store }: Environment, ledger: Ledger): Promise<void> => {
  const counted = new Set<unknown>();
  const shards: string[] = [];
  for await (const page of pagesOf(db, 'headcounts'))
    for (const { _id, collegeId } of page) {
      counted.add(collegeId);
      if (_id !== collegeId) shards.push(_id);
    }
  await store.removeAll('headcounts', shards);
  for await (const page of pagesOf(db, 'colleges'))
    for (const document of page) {
      const college = tryRecord('colleges', document).record;
      if (!college || !counted.has(college._id)) continue;
      const { isRepaired } = await recountHeads({ store, clock: { now: Date.now } }, college);
      ledger.count('headcounts', isRepaired ? 1 : 0);
    }
};

/** Broken off, it is run again: what is done is passed over. */
export const migrate = async (environment: Environment, say: Say): Promise<Migrated> => {
  const ledger = openLedger();
  for (const { name } of COLLECTIONS)
    if (latestVersionOf(name) > 1) await migrateCollection(environment, name, ledger);
  await linkMembers(environment, ledger);
  await noteOverAge(environment, ledger);
  await recountAll(environment, ledger);
  await recountPeople(environment, ledger);
  const { changed, left } = ledger.sum();
  for (const [name, count] of changed) say(`  ${name}：更新了 ${count} 条`);
  return { changed, left };
};
