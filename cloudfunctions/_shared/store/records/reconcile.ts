import * as v from 'valibot';
import { FINDING_STATUSES, RECONCILE_ROWS } from '../../../../miniprogram/contract/teacher/reconcile';
import { LIST_KINDS, LISTED_OUTCOMES } from '../../../../miniprogram/domain/people/reconcile/listed';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';

const at = v.number();
const outcome = v.nullable(v.picklist(LISTED_OUTCOMES));
const figure = v.object({ open: v.number(), done: v.number(), changed: v.number() });

/** A list out of 智慧团建 that was read, and what became of it. */
export const reconcileRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  collegeId: v.string(),
  collegeName: v.string(),
  seasonId: v.string(),
  /** Who gave the list. */
  accountId: v.string(),
  kind: v.picklist(LIST_KINDS),
  source: v.picklist(['file', 'paste']),
  /** comparing: which branches are covered is settled, the rows are being written. */
  state: v.picklist(['read', 'comparing', 'compared']),
  lines: v.number(),
  skipped: v.number(),
  hidden: v.number(),
  struckIds: v.boolean(),
  unclear: v.array(v.string()),
  branches: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      listed: v.number(),
      known: v.number(),
      isCovered: v.boolean(),
    }),
  ),
  arrivedBefore: v.number(),
  underWay: v.number(),
  /** By kind of the rows; a kind nobody has is left out. */
  figures: v.array(v.object({ kind: v.picklist(RECONCILE_ROWS), figure })),
  settledAt: v.nullable(at),
  createdAt: at,
  expiresAt: at,
});

/** A person of the roster by id alone: names are looked up when the row is shown. */
const finding = v.object({
  memberId: v.string(),
  transferId: v.nullable(v.string()),
  /** Of the transfer as it was compared, and as it was written. */
  version: v.nullable(v.number()),
  state: v.nullable(v.picklist(TRANSFER_STATES)),
  status: v.picklist(FINDING_STATUSES),
  after: v.nullable(v.number()),
});

/** Some rows of a run. */
export const reconcilePartRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  runId: v.string(),
  kind: v.picklist([...RECONCILE_ROWS, 'matched']),
  index: v.number(),
  matched: v.array(v.object({ memberId: v.string(), outcome })),
  findings: v.array(finding),
  unknown: v.array(
    v.object({ line: v.number(), name: v.string(), branchName: v.nullable(v.string()), outcome }),
  ),
  sameNames: v.array(
    v.object({
      key: v.string(),
      memberIds: v.array(v.string()),
      lines: v.number(),
      outcomes: v.array(outcome),
      chosen: v.nullable(v.array(v.string())),
    }),
  ),
});
