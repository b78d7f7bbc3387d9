/** What a batch may decide without somebody looking at each: only what nothing speaks against. */
import type { BATCH_REASONS } from '../../miniprogram/domain/contract/batch';
import { isOverdue } from '../../miniprogram/domain/deadline';
import type { TransferState } from '../../miniprogram/domain/model';
import { checkOrganisationName } from '../../miniprogram/domain/name-checker';
import type { RouteRule } from '../../miniprogram/domain/rulebook';
import type { Transfer } from '../_shared/records';
import { rulesOf } from '../_shared/transfers/load';

export type BatchReason = (typeof BATCH_REASONS)[number];
export type BatchDecision = 'approve' | 'record';

const WAITS_IN: Readonly<Record<BatchDecision, TransferState>> = {
  approve: 'submitted',
  record: 'registered',
};

/** A way that allows screenshots wants one before it is approved unseen; a registration only where it must have one. */
const lacksScreenshot = ({ screenshots }: Transfer, rule: RouteRule, decision: BatchDecision): boolean => {
  const isWanted =
    decision === 'approve' ? !rule.forbidden.includes('screenshots') : rule.required.includes('screenshots');
  return isWanted && screenshots.length === 0;
};

export interface BatchVerdict {
  /** None means that the batch takes it. */
  readonly reasons: BatchReason[];
  readonly findings: string[];
}

export const batchVerdict = (transfer: Transfer, decision: BatchDecision, now: number): BatchVerdict => {
  if (transfer.state !== WAITS_IN[decision]) return { reasons: ['other-kind'], findings: [] };
  const { route } = rulesOf(transfer);
  const { deadlineAt, fields } = transfer;
  const findings = checkOrganisationName(fields.organisation ?? '', route).map(({ title }) => title);
  const reasons: BatchReason[] = [
    ...(lacksScreenshot(transfer, route, decision) ? (['no-screenshot'] as const) : []),
    ...(deadlineAt !== null && isOverdue(deadlineAt, now) ? (['clock-over'] as const) : []),
    ...(findings.length > 0 ? (['name'] as const) : []),
  ];
  return { reasons, findings };
};
