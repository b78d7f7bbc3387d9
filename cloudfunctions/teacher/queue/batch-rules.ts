/** What a batch may decide without somebody looking at each: only what nothing speaks against. */
import type { BATCH_REASONS } from '../../../miniprogram/contract/teacher/queue';
import { isOverdue } from '../../../miniprogram/domain/rules/deadline';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { checkOrganisationName } from '../../../miniprogram/domain/rules/name-checker';
import { mayHold, type RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import { PICTURES } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { rulesOf } from '../../_shared/season/rules-of';

export type BatchReason = (typeof BATCH_REASONS)[number];
export type BatchDecision = 'approve' | 'record';

const WAITS_IN: Readonly<Record<BatchDecision, TransferState>> = {
  approve: 'submitted',
  record: 'registered',
};

/** A way that allows screenshots wants one before it is approved unseen; a registration only where it must have one. */
const lacksScreenshot = ({ screenshots }: Transfer, rule: RouteRule, decision: BatchDecision): boolean => {
  const isWanted =
    decision === 'approve' ? mayHold(rule, 'screenshots') : rule.required.includes('screenshots');
  return isWanted && screenshots.length === 0;
};

/** Pictures of these transfers that are not in the storage: nobody could open them. */
export const missingPictures = async (
  { files }: Ports,
  transfers: Iterable<Transfer>,
): Promise<ReadonlySet<string>> => {
  const fileIds = [...new Set([...transfers].flatMap(({ screenshots }) => screenshots))];
  const urls = fileIds.length > 0 ? await files.urls(fileIds, PICTURES.urlSeconds) : {};
  return new Set(fileIds.filter((fileId) => !urls[fileId]));
};

export interface BatchVerdict {
  /** None means that the batch takes it. */
  readonly reasons: BatchReason[];
  readonly findings: string[];
}

export const batchVerdict = (
  transfer: Transfer,
  decision: BatchDecision,
  { now, missing }: { readonly now: number; readonly missing: ReadonlySet<string> },
): BatchVerdict => {
  if (transfer.state !== WAITS_IN[decision]) return { reasons: ['other-kind'], findings: [] };
  const { route } = rulesOf(transfer);
  const { deadlineAt, fields, screenshots } = transfer;
  const findings = checkOrganisationName(fields.organisation ?? '', route).map(({ title }) => title);
  const reasons: BatchReason[] = [
    ...(lacksScreenshot(transfer, route, decision) ? (['no-screenshot'] as const) : []),
    ...(screenshots.some((fileId) => missing.has(fileId)) ? (['picture-missing'] as const) : []),
    ...(deadlineAt !== null && isOverdue(deadlineAt, now) ? (['clock-over'] as const) : []),
    ...(findings.length > 0 ? (['name'] as const) : []),
  ];
  return { reasons, findings };
};
