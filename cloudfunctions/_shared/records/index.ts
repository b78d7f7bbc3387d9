/** One schema per collection: what a document must look like when it is read. */
import { parse, type GenericSchema, type InferOutput } from 'valibot';
import type { CollectionName } from '../collections';
import { cardCodeRecord } from './card-code';
import { erasureRecord } from './erasure';
import { markRecord, tallyRecord } from './figures';
import { journalRecord } from './journal';
import { noticeRecord } from './notice';
import {
  accountRecord,
  alarmRecord,
  branchRecord,
  collegeRecord,
  invitationRecord,
  lockRecord,
  memberRecord,
  replanRecord,
  seasonRecord,
  settingRecord,
} from './people';
import { resetRequestRecord } from './reset-request';
import { exportRecord, rosterPartRecord, rosterRunRecord } from './roster';
import { auditRecord, transferRecord } from './transfer';
import { upgraded } from './upgrade';
import { uploadRecord } from './upload';

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
  marks: markRecord,
  cardCodes: cardCodeRecord,
  rosterRuns: rosterRunRecord,
  rosterParts: rosterPartRecord,
  exports: exportRecord,
  replans: replanRecord,
  alarms: alarmRecord,
  uploads: uploadRecord,
  erasures: erasureRecord,
} satisfies Record<CollectionName, GenericSchema>;

export type RecordOf<C extends CollectionName> = InferOutput<(typeof RECORDS)[C]>;

/** A stored document as today's record. Throws when it is none. */
export const readRecord = <C extends CollectionName>(collection: C, data: unknown): RecordOf<C> =>
  parse(RECORDS[collection] as GenericSchema, upgraded(collection, data)) as RecordOf<C>;

export type Account = RecordOf<'accounts'>;
export type Member = RecordOf<'members'>;
export type Branch = RecordOf<'branches'>;
export type College = RecordOf<'colleges'>;
export type Season = RecordOf<'seasons'>;
export type Transfer = RecordOf<'transfers'>;
export type ResetRequest = RecordOf<'resetRequests'>;
export type Tally = RecordOf<'tallies'>;
export type Mark = RecordOf<'marks'>;
export type CardCode = RecordOf<'cardCodes'>;
export type Notice = RecordOf<'notices'>;
export type JournalEntry = RecordOf<'journal'>;
export type Erasure = RecordOf<'erasures'>;
export type Alarm = RecordOf<'alarms'>;
export type RosterRun = RecordOf<'rosterRuns'>;
export type RosterPart = RecordOf<'rosterParts'>;
export type Replan = RecordOf<'replans'>;
export type Export = RecordOf<'exports'>;
export type Lock = RecordOf<'locks'>;
