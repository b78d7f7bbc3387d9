/** What a batch may decide without somebody looking at each: only what nothing speaks against. */
import type { BATCH_REASONS } from '../../../miniprogram/contract/teacher/queue';
import { isOverdue } from '../../../miniprogram/domain/rules/deadline';
import type { Parsed } from '../../../miniprogram/contract';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import { checkOrganisationName } from '../../../miniprogram/domain/rules/names/check';
import { mayHold, type RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import { PICTURES } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { rulesOf } from '../../_shared/season/rules-of';
import { verdictsOf, type PictureVerdicts } from '../../_shared/transfers/picture-checks';

export type BatchReason = (typeof BATCH_REASONS)[number];
export type BatchDecision = Parsed<'teacher', 'batchDecide'>['decision'];

interface Deciding {
  readonly step: TransferStep;
  /** Where a transfer waits for it. */
  readonly from: readonly TransferState[];
  /** Nothing is looked at but the record: somebody has seen the list of 智慧团建, or takes a decision back. */
  readonly isSure: boolean;
}

export const DECIDING: Readonly<Record<BatchDecision, Deciding>> = {
  approve: { step: 'approve', from: ['submitted'], isSure: false },
  record: { step: 'record', from: ['registered'], isSure: false },
  'undo-approve': { step: 'undo-approve', from: ['approved'], isSure: true },
  accepted: { step: 'report-accepted', from: ['timedOut'], isSure: true },
  returned: { step: 'report-returned', from: ['timedOut'], isSure: true },
  'undo-evidence': { step: 'undo-evidence', from: ['accepted', 'completed', 'lapsed'], isSure: true },
};

/** A way that allows screenshots wants one before it is approved unseen; a registration only where it must have one. */
const lacksScreenshot = ({ screenshots }: Transfer, rule: RouteRule, decision: BatchDecision): boolean => {
  const isWanted =
    decision === 'approve' ? mayHold(rule, 'screenshots') : rule.required.includes('screenshots');
  return isWanted && screenshots.length === 0;
};

/** What a batch knows of the pictures in it, by file id. */
export interface BatchPictures {
  /** Those that are not in the storage: nobody could open them. */
  readonly missing: ReadonlySet<string>;
  /** Addresses of the others. */
  readonly urls: Readonly<Record<string, string | undefined>>;
  readonly verdicts: PictureVerdicts;
}

export const lookAtPictures = async (ports: Ports, transfers: Iterable<Transfer>): Promise<BatchPictures> => {
  const fileIds = [...new Set([...transfers].flatMap(({ screenshots }) => screenshots))];
  if (fileIds.length === 0) return { missing: new Set(), urls: {}, verdicts: new Map() };
  const [urls, verdicts] = await Promise.all([
    ports.files.urls(fileIds, PICTURES.urlSeconds),
    verdictsOf(ports, fileIds),
  ]);
  return { missing: new Set(fileIds.filter((fileId) => !urls[fileId])), urls, verdicts };
};

/** How many pictures of a transfer WeChat has not looked at. */
export const uncheckedIn = ({ screenshots }: Transfer, { verdicts }: BatchPictures): number =>
  screenshots.filter((fileId) => (verdicts.get(fileId) ?? 'waiting') === 'waiting').length;

interface BatchLook {
  readonly now: number;
  readonly pictures: BatchPictures;
  /** Somebody has found each in the list of 智慧团建: then neither pictures nor names speak against it. */
  readonly seenOnSystem?: boolean;
}

export interface BatchVerdict {
  /** None means that the batch takes it. */
  readonly reasons: BatchReason[];
  readonly findings: string[];
}

export const batchVerdict = (
  transfer: Transfer,
  decision: BatchDecision,
  { now, pictures, seenOnSystem = false }: BatchLook,
): BatchVerdict => {
  const { from, isSure } = DECIDING[decision];
  if (!from.includes(transfer.state)) return { reasons: ['other-kind'], findings: [] };
  if (seenOnSystem || isSure) return { reasons: [], findings: [] };
  const { route } = rulesOf(transfer);
  const { deadlineAt, fields, screenshots } = transfer;
  const context = { region: fields.region, ownBranch: transfer.branchName };
  const findings = checkOrganisationName(fields.organisation ?? '', route, context).map(({ title }) => title);
  const reasons: BatchReason[] = [
    ...(lacksScreenshot(transfer, route, decision) ? (['no-screenshot'] as const) : []),
    ...(screenshots.some((fileId) => pictures.missing.has(fileId)) ? (['picture-missing'] as const) : []),
    ...(screenshots.some((fileId) => pictures.verdicts.get(fileId) === 'risky')
      ? (['picture-hidden'] as const)
      : []),
    ...(deadlineAt !== null && isOverdue(deadlineAt, now) ? (['clock-over'] as const) : []),
    ...(findings.length > 0 ? (['name'] as const) : []),
  ];
  return { reasons, findings };
};
