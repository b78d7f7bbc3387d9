/** 对账: a list out of 智慧团建 beside what is written here. */
import * as v from 'valibot';
import { TABLE_REFUSALS } from '../../domain/errors';
import { FINDING_KINDS, SETTLED_KINDS, type FindingKind } from '../../domain/people/reconcile/findings';
import { LIST_KINDS, LISTED_OUTCOMES } from '../../domain/people/reconcile/listed';
import { SHOWN_STATES } from '../../domain/transfer/shown-state';
import { defineAction } from '../define';
import { fileId, id, instant, routeId, wayId } from '../parts';

/** What can be looked through: what the list says otherwise, whom nobody knows here, and of whom one has to say who it is. */
export const RECONCILE_ROWS = [...FINDING_KINDS, 'unknown', 'same-name'] as const;

/** open: nobody has written it down. changed: the record had moved on, so nothing was written. */
export const FINDING_STATUSES = ['open', 'done', 'changed'] as const;

/** read: the list is matched, nothing is concluded yet. compared: the college said which branches it covers in full. */
const RECONCILE_STATES = ['read', 'compared'] as const;

/** More than any page of 智慧团建 that is copied. */
const PASTED_MOST = 200_000;

const figure = v.object({ open: v.number(), done: v.number(), changed: v.number() });

const runView = v.object({
  id,
  collegeId: id,
  collegeName: v.string(),
  kind: v.picklist(LIST_KINDS),
  source: v.picklist(['file', 'paste']),
  state: v.picklist(RECONCILE_STATES),
  /** Lines with a name. */
  lines: v.number(),
  /** Lines nothing could be made of, and rows a filter hides: with those no branch counts as covered. */
  skipped: v.number(),
  hidden: v.number(),
  /** Whether there was a column of ID numbers; it was thrown away while reading. */
  struckIds: v.boolean(),
  /** Words in the column of states that nobody knows. */
  unclear: v.array(v.string()),
  branches: v.array(
    v.object({
      id,
      name: v.string(),
      /** Lines of the list that name this branch, and people here. */
      listed: v.number(),
      known: v.number(),
      isCovered: v.boolean(),
    }),
  ),
  /** Of everybody on the roster: arrived before, and those the list says nothing new about. */
  arrivedBefore: v.number(),
  underWay: v.number(),
  findings: v.object({
    arrived: figure,
    'left-unsaid': figure,
    'still-here': figure,
    refused: figure,
    lapsed: figure,
    'not-started': figure,
    'not-handed-in': figure,
  } satisfies Record<FindingKind, typeof figure>),
  unknown: v.number(),
  sameNames: figure,
  /** Until then what was written down can be taken back; null while nothing is. */
  undoUntil: v.nullable(instant),
  createdAt: instant,
  expiresAt: instant,
});
const run = v.object({ run: runView, now: instant });

const personRow = v.object({
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchName: v.string(),
  /** Null where nothing is begun: then there is no record to write to. */
  transferId: v.nullable(id),
  /** The state with who in the school acted. */
  shown: v.picklist(SHOWN_STATES),
  /** When it came to this state. */
  since: v.nullable(instant),
  status: v.picklist(FINDING_STATUSES),
  canUndo: v.boolean(),
});

export const reconcileActions = {
  /** The run that is named, or the last one of the college; the committee without a college sees which there are. */
  reconcile: defineAction(
    v.strictObject({ collegeId: v.optional(id), runId: v.optional(id) }),
    v.object({
      college: v.nullable(v.object({ id, name: v.string() })),
      colleges: v.array(v.object({ id, name: v.string() })),
      run: v.nullable(runView),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN', 'NOT_FOUND'],
  ),
  /** Reads a list, as an uploaded file or as it was pasted, and finds its people. Nothing is concluded yet. */
  reconcileRead: defineAction(
    v.strictObject({
      collegeId: id,
      kind: v.picklist(LIST_KINDS),
      from: v.variant('source', [
        v.strictObject({ source: v.literal('file'), fileId }),
        v.strictObject({
          source: v.literal('paste'),
          text: v.pipe(v.string(), v.minLength(1), v.maxLength(PASTED_MOST)),
        }),
      ]),
    }),
    run,
    ['COLLEGE_UNKNOWN', ...TABLE_REFUSALS, 'LIST_NO_NAMES', 'LIST_NO_STATES'],
  ),
  /** Compares, with the branches the list holds in full: from a paste, or with hidden rows, none. */
  reconcileCompare: defineAction(
    v.strictObject({ runId: id, covered: v.pipe(v.array(id), v.maxLength(1000)) }),
    run,
    ['NOT_FOUND', 'LIST_NOT_WHOLE', 'CONFLICT'],
  ),
  reconcileRows: defineAction(
    v.strictObject({
      runId: id,
      kind: v.picklist(RECONCILE_ROWS),
      cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/))),
    }),
    v.object({
      people: v.array(personRow),
      unknown: v.array(
        v.object({
          line: v.number(),
          name: v.string(),
          branchName: v.nullable(v.string()),
          /** The branch here that is meant; null where none is. */
          here: v.nullable(v.string()),
          outcome: v.nullable(v.picklist(LISTED_OUTCOMES)),
        }),
      ),
      sameNames: v.array(
        v.object({
          /** Names the question, for `reconcileChoose`. */
          key: id,
          name: v.string(),
          /** How many of the people stand on the list. */
          lines: v.number(),
          /** What each line says, in the order in which the people are to be chosen. */
          outcomes: v.array(v.nullable(v.picklist(LISTED_OUTCOMES))),
          people: v.array(v.object({ memberId: id, studentNumber: v.string(), branchName: v.string() })),
          isSettled: v.boolean(),
        }),
      ),
      cursor: v.nullable(v.string()),
    }),
    ['NOT_FOUND'],
  ),
  /** Everything that is still open, as an .xlsx that can be fetched for some minutes. */
  reconcileExport: defineAction(v.strictObject({ runId: id }), v.object({ url: v.string() }), ['NOT_FOUND']),
  /** Of people of one name: those who stand on the list. The others are then compared as everybody is. */
  reconcileChoose: defineAction(
    v.strictObject({ runId: id, key: id, memberIds: v.pipe(v.array(id), v.maxLength(50)) }),
    run,
    ['NOT_FOUND', 'CONFLICT'],
  ),
  /** Writes down some, or all that are still open of a kind; called again it goes on where time ran out. */
  reconcileSettle: defineAction(
    v.strictObject({
      runId: id,
      kind: v.picklist(SETTLED_KINDS),
      memberIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(50))),
      /** Of those who have begun nothing here: without a way there is nowhere to write. Without it they stay open. */
      way: v.optional(v.strictObject({ wayId, routeId })),
    }),
    run,
    ['NOT_FOUND', 'SEASON_NOT_OPEN', 'WAY_UNKNOWN'],
  ),
  /** Takes back what was written down today: some, or all of it. */
  reconcileUndo: defineAction(
    v.strictObject({
      runId: id,
      memberIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(50))),
    }),
    run,
    ['NOT_FOUND'],
  ),
};
