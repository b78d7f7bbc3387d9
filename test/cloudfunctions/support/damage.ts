/** Documents that are no records: each way in which one can become unreadable. */
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { latestVersionOf } from '../../../cloudfunctions/_shared/store/records/upgrade';
import type { Document } from './memory-store';

export const DAMAGES = ['newer', 'missing-field', 'wrong-type'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Fields that queries and links go by: whatever is damaged is still found by them. */
const ADDRESS: readonly string[] = [
  '_id',
  'recordVersion',
  'memberId',
  'accountId',
  'collegeId',
  'branchId',
  'seasonId',
  'aboutId',
  'state',
  'status',
  'queueKey',
  'order',
  'dueAt',
  'nextAt',
  'openedAt',
  'createdAt',
  'requestedAt',
  'name',
  'runId',
  'index',
];

/** What every schema asks for besides: a field that may be left out makes no document unreadable. */
const NEEDED: Readonly<Record<CollectionName, string>> = {
  accounts: 'bookedAskIds',
  members: 'isSecretary',
  branches: 'secretaries',
  colleges: 'teachers',
  seasons: 'deadlineAt',
  transfers: 'waitingSince',
  resetRequests: 'handler',
  notices: 'attempts',
  journal: 'cancelled',
  alarms: 'lastAt',
  rosterRuns: 'rows',
  rosterParts: 'rows',
  reconciles: 'lines',
  reconcileParts: 'findings',
  corrections: 'memberIds',
  ruleSets: 'scopeId',
  ruleVersions: 'number',
  erasures: 'movesFigures',
  exports: 'rows',
  tallies: 'cells',
  headcounts: 'begun',
  marks: 'lastNudgedAt',
  cardCodes: 'expiresAt',
  uploads: 'folder',
  pictureChecks: 'verdict',
  locks: 'tries',
  invitations: 'expiresAt',
  settings: 'at',
  audits: 'facts',
  wake: 'clockAt',
};

/** The same document, no longer readable by this release. */
export const damaged = (collection: CollectionName, document: Document, damage: Damage): Document => {
  const field = NEEDED[collection];
  if (ADDRESS.includes(field)) throw new Error(`${collection} would not be found by what is left`);
  const { [field]: _gone, ...rest } = document;
  switch (damage) {
    case 'newer':
      return { ...document, recordVersion: latestVersionOf(collection) + 1 };
    case 'missing-field':
      return rest as Document;
    case 'wrong-type':
      return { ...document, [field]: { not: 'what it was' } };
  }
};
