/** What may lie about in a college where all is well: one of each kind, some at the last moment they may. */
import { exportPathOf } from '../../../cloudfunctions/_shared/roster/remove-exports';
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { rosterFileName } from '../../../miniprogram/domain/people/roster-file';
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Document } from '../../../tools/admin/documents';
import { START } from './college';

/** The timer clears away within a minute; what it leaves for a day is told. */
const YESTERDAY = START - DAY_MS;

interface Place {
  readonly memberId: string;
  readonly collegeId: string;
}
type Sound = readonly (readonly [CollectionName, Document])[];
export const soundRecords = ({ memberId, collegeId }: Place): Sound => {
  const held = { recordVersion: 1, collegeId, collegeName: '光电学院', createdAt: YESTERDAY };
  const invitation = { recordVersion: 1, name: '王老师', expiresAt: START, usedBy: null };
  const run = {
    ...held,
    rosterVersion: 1,
    rows: 0,
    badRows: 0,
    badCells: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    newBranches: [],
    examples: { added: null, updated: null },
    skipped: 0,
  };
  const list = {
    ...held,
    seasonId: '2027',
    accountId: 'oTeacher',
    kind: 'members',
    source: 'paste',
    state: 'read',
    lines: 1,
    skipped: 0,
    hidden: 0,
    struckIds: false,
    unclear: [],
    branches: [],
    arrivedBefore: 0,
    underWay: 0,
    figures: [],
    settledAt: null,
    expiresAt: YESTERDAY,
  };
  return [
    ['invitations', { ...invitation, _id: 'i-all', collegeId: 'all' }],
    ['invitations', { ...invitation, _id: 'i-own', collegeId }],
    ['marks', { _id: memberId, recordVersion: 1, lastNudgedAt: null }],
    ['cardCodes', { _id: memberId, recordVersion: 1, digits: '123456', transferId: 't-1', expiresAt: START }],
    ['uploads', { _id: 'u-1', recordVersion: 1, at: YESTERDAY, folder: 'rosters/given', memberId: null }],
    ['uploads', { _id: 'u-2', recordVersion: 1, at: 0, folder: 'screenshots/given', memberId }],
    [
      'exports',
      {
        _id: 'e-1',
        recordVersion: 1,
        kind: 'army',
        accountId: 'oAdministrator',
        scopeId: 'all',
        scopeName: '校团委',
        state: 'done',
        done: 0,
        total: 0,
        rows: 0,
        fileId: null,
        leaseUntil: 0,
        createdAt: YESTERDAY,
        expiresAt: YESTERDAY,
      },
    ],
    ['rosterRuns', { ...run, _id: 'run-shown', state: 'checked', leaseUntil: 0, expiresAt: YESTERDAY }],
    ['rosterRuns', { ...run, _id: 'run-written', state: 'applying', leaseUntil: YESTERDAY, expiresAt: 0 }],
    [
      'rosterParts',
      { _id: 'p-1', recordVersion: 1, runId: 'run-shown', kind: 'bad', index: 0, state: 'shown', rows: [] },
    ],
    ['reconciles', { ...list, _id: 'reconcile-1' }],
    [
      'reconcileParts',
      {
        _id: 'reconcile-part-1',
        recordVersion: 1,
        runId: 'reconcile-1',
        kind: 'unknown',
        index: 0,
        matched: [],
        findings: [],
        unknown: [],
        sameNames: [],
      },
    ],
    [
      'corrections',
      {
        ...held,
        _id: 'x-rename-college:c-1:1',
        kind: 'rename-college',
        accountId: 'oTeacher',
        memberId: null,
        members: [],
        branch: null,
        into: null,
        memberIds: [],
        at: 0,
        undoneAt: null,
        expiresAt: YESTERDAY,
      },
    ],
    [
      'erasures',
      {
        _id: 'm-gone',
        recordVersion: 1,
        state: 'settling',
        person: null,
        personSealed: null,
        movesFigures: true,
        nextAt: YESTERDAY,
      },
    ],
    [
      'locks',
      { _id: 'l-1', recordVersion: 2, tries: [], firstAt: 0, lockedUntil: null, expiresAt: YESTERDAY },
    ],
  ];
};

/** Files that no record names yet, or that are none of anybody's. */
export const AWAITED = [
  'screenshots/given/1.png',
  'screenshots/given/12.webp',
  `rosters/given/${rosterFileName('.csv')}`,
  exportPathOf({ _id: 'e-1' }),
  'screenshots/given/',
  'branch-codes/b-1.png',
] as const;
