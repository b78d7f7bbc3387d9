/** What the lifecycle asks of an attempt beside its state: approvals, windows, and whether the graduate has acted. */
import { chinaDay, chinaParts } from '../../../miniprogram/domain/calendar/china-time';
import type { RouteRule, Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { isRevocable } from '../../../miniprogram/domain/rules/rulebook/approvals';
import { offlineStepsOf, type OfflineStep } from '../../../miniprogram/domain/rules/rulebook/offline-steps';
import { opensLaterAt } from '../../../miniprogram/domain/rules/rulebook/windows';
import { seasonYearOf } from '../../../miniprogram/domain/rules/season-rules';
import { pendingApprovals } from '../../../miniprogram/domain/transfer/approving';
import type { Circumstances } from '../../../miniprogram/domain/transfer/lifecycle';
import { isPaperLeft } from '../../../miniprogram/domain/transfer/offline';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { Branch, Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { paperOf } from '../season/paper';
import { rulesOf } from '../season/rules-of';

/** Whether somebody other than the owner is the branch's secretary and has signed in: nobody approves their own. */
export const hasSecretary = (
  branch: Branch | undefined,
  { accountId }: Pick<Transfer, 'accountId'>,
): boolean => branch?.secretaries.some((secretary) => secretary.accountId !== accountId) ?? false;

/**
 * Whether a secretary has, had or will have a part in it: an approval, or a step on paper. For everything else it does
 * not matter whether the branch has one.
 */
export const isSecretaryAsked = (transfer: Transfer, route: RouteRule): boolean =>
  [...transfer.approvals.needed, ...route.approvals].includes('secretary') ||
  offlineStepsOf(rulesOf(transfer).rulebook, route).some(({ who }) => who === 'secretary');

/** When a route opens that is not open yet, in the transfer's season; null where it is. */
export const opensLater = (
  { seasonId }: Pick<Transfer, 'seasonId'>,
  { window }: Pick<RouteRule, 'window'>,
  now: number,
): number | null => opensLaterAt(window, seasonYearOf(seasonId) ?? chinaParts(now).year, now);

/**
 * Where the college's look at the official list took the transfer from, until the day in China ends and as long as
 * nothing has happened since but that it completed by itself.
 */
const cameFrom = (transfer: Transfer, now: number): TransferState | undefined => {
  const done = timelineOf(transfer);
  const last = done.at(-1);
  const isByItself = last?.step === 'complete' && last.by.role === 'system';
  const seen = isByItself ? done.at(-2) : last;
  return seen && chinaDay(seen.at) === chinaDay(now) ? seen.from : undefined;
};

/** Whether the college was asked in the place of a secretary: it decides, also where one has come since. */
const isInTheirPlace = ({ approvals, waitsFor }: Transfer): boolean =>
  waitsFor === 'college' && pendingApprovals(approvals, true)[0] === 'secretary';

interface Surroundings {
  readonly rulebook: Rulebook;
  /** The route the step is about: for a new way that one. */
  readonly route: RouteRule;
  readonly branch: Branch | undefined;
  /** The step on paper that is ticked, or taken back. */
  readonly paper: OfflineStep | undefined;
  readonly now: number;
}

export const circumstancesOf = (
  transfer: Transfer,
  { rulebook, route, branch, paper, now }: Surroundings,
): Circumstances => ({
  pending: pendingApprovals(transfer.approvals, hasSecretary(branch, transfer) && !isInTheirPlace(transfer)),
  lastGiven: transfer.approvals.given.at(-1)?.by,
  isOpen: opensLater(transfer, route, now) === null,
  isRevocable: isRevocable(rulebook.withdrawal, seasonYearOf(transfer.seasonId) ?? chinaParts(now).year, now),
  isPaperLeft: isPaperLeft(paperOf(transfer)),
  paper,
  cameFrom: cameFrom(transfer, now),
  isUntouched: timelineOf(transfer).every(({ by }) => by.role !== 'graduate'),
});
