/** One schema per collection: what a document must look like when it is read. */
import { safeParse, type GenericSchema, type InferOutput } from 'valibot';
import type { CollectionName } from '../collections';
import { cardCodeRecord } from './card-code';
import { correctionRecord } from './correction';
import { erasureRecord } from './erasure';
import { headcountRecord, markRecord, tallyRecord } from './figures';
import { journalRecord } from './journal';
import { keepUnknown } from './keep-unknown';
import { followsShippedRules } from './shipped-rules';
import { noticeRecord } from './notice';
import { accountRecord } from './account';
import { alarmRecord } from './alarm';
import { branchRecord, collegeRecord, memberRecord } from './people';
import { invitationRecord, lockRecord, settingRecord } from './rights';
import { seasonRecord } from './season';
import { pictureCheckRecord } from './picture-check';
import { reconcilePartRecord, reconcileRecord } from './reconcile';
import { resetRequestRecord } from './reset-request';
import { exportRecord, rosterPartRecord, rosterRunRecord } from './roster';
import { ruleSetRecord, ruleVersionRecord } from './rules';
import { auditRecord, transferRecord } from './transfer';
import { UnreadableRecord, type Unreadable, type UnreadableReason } from './unreadable';
import { latestVersionOf, upgraded } from './upgrade';
import { uploadRecord } from './upload';
import { wakeRecord } from './wake';

export const RECORDS = {
  accounts: accountRecord,
  members: memberRecord,
  branches: branchRecord,
  colleges: collegeRecord,
  seasons: seasonRecord,
  transfers: transferRecord,
  resetRequests: resetRequestRecord,
  notices: noticeRecord,
  locks: lockRecord,
  invitations: invitationRecord,
  settings: settingRecord,
  audits: auditRecord,
  journal: journalRecord,
  tallies: tallyRecord,
  headcounts: headcountRecord,
  marks: markRecord,
  cardCodes: cardCodeRecord,
  rosterRuns: rosterRunRecord,
  rosterParts: rosterPartRecord,
  reconciles: reconcileRecord,
  reconcileParts: reconcilePartRecord,
  corrections: correctionRecord,
  exports: exportRecord,
  ruleSets: ruleSetRecord,
  ruleVersions: ruleVersionRecord,
  alarms: alarmRecord,
  uploads: uploadRecord,
  pictureChecks: pictureCheckRecord,
  erasures: erasureRecord,
  wake: wakeRecord,
} satisfies Record<CollectionName, GenericSchema>;

export type RecordOf<C extends CollectionName> = InferOutput<(typeof RECORDS)[C]>;

const READERS = Object.fromEntries(
  Object.entries(RECORDS).map(([collection, schema]) => [collection, keepUnknown(schema)]),
) as Record<CollectionName, GenericSchema>;

type Reading<C extends CollectionName> =
  | { readonly record: RecordOf<C>; readonly unreadable?: undefined }
  | { readonly record?: undefined; readonly unreadable: Unreadable };

const recordIn = <C extends CollectionName>(collection: C, data: unknown): RecordOf<C> | undefined => {
  const known = upgraded(collection, data);
  const parsed = known === undefined ? undefined : safeParse(READERS[collection], known);
  return parsed?.success && followsShippedRules(parsed.output) ? (parsed.output as RecordOf<C>) : undefined;
};

const textOr = <T>(value: unknown, otherwise: T): string | T =>
  typeof value === 'string' ? value : otherwise;

/** A stored document as today's record, or why it is none. */
export const tryRecord = <C extends CollectionName>(collection: C, data: unknown): Reading<C> => {
  const record = recordIn(collection, data);
  if (record) return { record };
  const { _id, collegeId, recordVersion } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const isNewer = typeof recordVersion === 'number' && recordVersion > latestVersionOf(collection);
  const reason: UnreadableReason = isNewer ? 'newer' : 'malformed';
  return {
    unreadable: { collection, id: textOr(_id, ''), reason, collegeId: textOr(collegeId, null) },
  };
};

/** A stored document as today's record. Throws `UnreadableRecord` when it is none. */
export const readRecord = <C extends CollectionName>(collection: C, data: unknown): RecordOf<C> => {
  const reading = tryRecord(collection, data);
  if (reading.unreadable) throw new UnreadableRecord(reading.unreadable);
  return reading.record;
};

export type Account = RecordOf<'accounts'>;
export type Member = RecordOf<'members'>;
export type Branch = RecordOf<'branches'>;
export type College = RecordOf<'colleges'>;
export type Season = RecordOf<'seasons'>;
export type RuleSet = RecordOf<'ruleSets'>;
export type Transfer = RecordOf<'transfers'>;
export type ResetRequest = RecordOf<'resetRequests'>;
export type Tally = RecordOf<'tallies'>;
export type Headcount = RecordOf<'headcounts'>;
export type Mark = RecordOf<'marks'>;
export type CardCode = RecordOf<'cardCodes'>;
export type Notice = RecordOf<'notices'>;
export type Event = RecordOf<'audits'>;
export type JournalEntry = RecordOf<'journal'>;
export type PictureCheckNote = RecordOf<'pictureChecks'>;
export type Erasure = RecordOf<'erasures'>;
export type Alarm = RecordOf<'alarms'>;
/** WeChat or 企业微信 refused what we sent. */
export type RefusalAlarm = Extract<Alarm, { cause: 'refused' }>;
/** Something stored cannot be read. */
export type UnreadableAlarm = Extract<Alarm, { cause: 'unreadable' }>;
export type RosterRun = RecordOf<'rosterRuns'>;
export type RosterPart = RecordOf<'rosterParts'>;
export type Reconcile = RecordOf<'reconciles'>;
export type ReconcilePart = RecordOf<'reconcileParts'>;
export type Correction = RecordOf<'corrections'>;
export type Export = RecordOf<'exports'>;
export type Lock = RecordOf<'locks'>;
export type Invitation = RecordOf<'invitations'>;
