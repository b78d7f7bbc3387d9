/** The roster of a college, as a file. */
import * as v from 'valibot';
import { TABLE_REFUSALS } from '../../domain/errors';
import { defineAction } from '../define';
import { count, done, empty, fileId, id, instant, line, month, personName, studentNumber } from '../parts';
import { ROSTER_FIELDS } from '../../domain/people/roster-columns';
import { ROSTER_PROBLEMS } from '../../domain/people/roster-problems';
import { exportView } from './exports';
import { rosterAnswers, rosterColumn, rosterQuestions } from './roster-answers';

/** What the reader left out of a file, took in another sense or finds doubtful. None of it keeps the file from being written. */
const ROSTER_NOTES = [
  'id-column',
  'id-line',
  'sheet-skipped',
  'sheet-hidden',
  'rows-hidden',
  'lines-skipped',
  'perhaps-not',
  'rows-crossed-out',
  'tables-beside',
  'rows-repeated',
  'branch-of-sheet',
  'branch-of-title',
  'branch-filled-down',
  'class-with-major',
  'secretary-of-post',
] as const;

export const rosterNote = v.object({
  kind: v.picklist(ROSTER_NOTES),
  /** Empty when the file has one sheet. */
  sheet: v.string(),
  /** The first of the rows it is about, as the spreadsheet counts them, and how many there are. */
  rows: v.array(v.number()),
  count: v.number(),
  /** Letters of columns or names of sheets: by its kind. Never an ID number. */
  names: v.array(v.string()),
});

/** What can be looked through of a run. */
export const ROSTER_ROWS = ['bad', 'added', 'updated', 'missing'] as const;

/** stopped: half written, because whoever let it be written lost the right to. */
export const ROSTER_RUN_STATES = ['checked', 'applying', 'applied', 'stopped'] as const;

export const rosterRow = v.strictObject({
  studentNumber,
  name: personName,
  branchName: line(60),
  /** Month of birth, `YYYY-MM`; only used for the age rule. */
  birthMonth: v.optional(month),
  graduationMonth: month,
  hasLeaguePost: v.optional(v.boolean()),
  isSecretary: v.optional(v.boolean()),
});

const rosterPerson = v.object({
  studentNumber: v.string(),
  name: v.string(),
  branchName: v.string(),
  birthMonth: v.nullable(v.string()),
  graduationMonth: v.string(),
  hasLeaguePost: v.nullable(v.boolean()),
  isSecretary: v.boolean(),
});

/** The name of the sheet, where the file has several. */
const inSheet = { sheet: v.optional(v.string()) };

/** One finding: the row as the spreadsheet counts it, the column by its heading, the value as it stands there. */
export const badCell = v.object({
  kind: v.literal('bad'),
  row: v.number(),
  ...inSheet,
  column: v.string(),
  /** Empty where the value may be an ID number. */
  value: v.string(),
  problem: v.picklist(ROSTER_PROBLEMS),
  /** What the cell should hold; none of a finding about a whole column. */
  field: v.optional(v.picklist(ROSTER_FIELDS)),
  /** The name that stands in the row. */
  who: v.optional(v.string()),
  /** Of the roster: who it may be. */
  other: v.optional(
    v.object({ memberId: id, name: v.string(), studentNumber: v.string(), branchName: v.string() }),
  ),
});
export const addedRow = v.object({
  kind: v.literal('added'),
  row: v.number(),
  ...inSheet,
  after: rosterPerson,
});
export const updatedRow = v.object({
  kind: v.literal('updated'),
  row: v.number(),
  ...inSheet,
  before: rosterPerson,
  after: rosterPerson,
});

/** Somebody of the roster whose branch is in the file, and who is not. */
const missingRow = v.object({
  kind: v.literal('missing'),
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchName: v.string(),
  /** Whether they have signed in. */
  bound: v.boolean(),
});

const rosterRunView = v.object({
  id,
  collegeId: id,
  collegeName: v.string(),
  state: v.picklist(ROSTER_RUN_STATES),
  /** Rows below the heading. */
  rows: v.number(),
  badRows: v.number(),
  badCells: v.number(),
  added: v.number(),
  updated: v.number(),
  unchanged: v.number(),
  missing: v.number(),
  /** Nothing can be written: a column is missing, holds something else, or stands there twice. */
  isBlocked: v.boolean(),
  columns: v.array(rosterColumn),
  questions: rosterQuestions,
  newBranches: v.number(),
  /** Some of them by name: a branch nobody knows may be a slip. */
  newBranchNames: v.array(v.string()),
  notes: v.array(rosterNote),
  examples: v.object({ added: v.nullable(addedRow), updated: v.nullable(updatedRow) }),
  /** People written so far, of `total`. */
  done: v.number(),
  total: v.number(),
  /** Rows left out because another college took the person on meanwhile. */
  skipped: v.number(),
  createdAt: instant,
  /** The plan and its rows are removed then. */
  expiresAt: instant,
});
const run = v.object({ run: rosterRunView, now: instant });

const moved = v.object({ people: v.number() });

export const rosterActions = {
  /** Where a college's roster stands, and what was made of it. The committee names the college, or sees which there are. */
  roster: defineAction(
    v.strictObject({ collegeId: v.optional(id) }),
    v.object({
      /** Null for the committee's view over all colleges. */
      college: v.nullable(v.object({ id, name: v.string() })),
      /** For the committee to choose from; empty in the view of one. */
      colleges: v.array(v.object({ id, name: v.string() })),
      members: v.number(),
      /** By name, with the code their people sign in with. */
      branches: v.array(
        v.object({
          id,
          name: v.string(),
          inviteCode: v.string(),
          /** Secretaries who have signed in. */
          secretaries: v.array(v.string()),
        }),
      ),
      /** The latest dry run that is still there, or what became of it. */
      run: v.nullable(rosterRunView),
      /** 对账 that was compared and has arrivals nobody confirmed yet. */
      reconcile: v.nullable(v.object({ arrived: count, createdAt: instant })),
      /** One's own lists that are still there, newest first; without addresses. */
      exports: v.array(exportView),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN'],
  ),
  /** Folder of the cloud storage this teacher may upload rosters to. */
  rosterFolder: defineAction(empty, v.object({ folder: v.string() }), []),
  /** An empty .xlsx with the headings, to fill in. */
  rosterTemplate: defineAction(empty, v.object({ fileId: v.string(), url: v.string() }), []),
  /**
   * A dry run over an uploaded .xlsx or .csv: what would be added, updated, and every bad cell. The file is kept nowhere, so
   * it comes again with each answer.
   */
  rosterUpload: defineAction(
    v.strictObject({ fileId, collegeId: id, answers: v.optional(rosterAnswers, {}) }),
    run,
    ['COLLEGE_UNKNOWN', ...TABLE_REFUSALS, 'CONFLICT'],
  ),
  /** Her own file with the cells in question marked, without any ID number. It can be fetched for some minutes. */
  rosterMark: defineAction(
    v.strictObject({ fileId, collegeId: id, answers: v.optional(rosterAnswers, {}) }),
    v.object({ url: v.string() }),
    ['COLLEGE_UNKNOWN', ...TABLE_REFUSALS],
  ),
  rosterRows: defineAction(
    v.strictObject({
      runId: id,
      only: v.picklist(ROSTER_ROWS),
      cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/))),
    }),
    v.object({
      rows: v.array(v.variant('kind', [badCell, addedRow, updatedRow, missingRow])),
      cursor: v.nullable(v.string()),
    }),
    ['NOT_FOUND'],
  ),
  /**
   * Writes the plan without the rows in question; called again it goes on. `CONFLICT` when the roster has changed since the
   * dry run, `ROSTER_INVALID` while the table is blocked or a question is open.
   */
  rosterApply: defineAction(v.strictObject({ runId: id }), run, ['NOT_FOUND', 'ROSTER_INVALID', 'CONFLICT']),
  rosterProgress: defineAction(v.strictObject({ runId: id }), run, ['NOT_FOUND']),
  /** `people`: how many were moved. A name another branch of the college has is a `CONFLICT`. */
  renameBranch: defineAction(v.strictObject({ branchId: id, name: line(60) }), moved, [
    'BRANCH_UNKNOWN',
    'CONFLICT',
    'TEXT_REJECTED',
  ]),
  /** Everybody into another branch of the college, with what they have under way; the empty one goes. */
  mergeBranch: defineAction(v.strictObject({ branchId: id, into: id }), moved, [
    'BRANCH_UNKNOWN',
    'CONFLICT',
  ]),
  /** `CONFLICT` while somebody stands in it. */
  removeBranch: defineAction(v.strictObject({ branchId: id }), done, ['BRANCH_UNKNOWN', 'CONFLICT']),
};
