import { allocateCredits } from '../../../miniprogram/domain/credits';
import type { NoticeKind } from '../../../miniprogram/domain/model';
import type { PlannedNotice } from '../../../miniprogram/domain/planned-notice';
import type { Ports } from '../../_shared/ports';
import type { Account, Notice } from '../../_shared/records';
import { rulebookNamed } from '../../_shared/season';
import { PAGING } from '../../_shared/policy';

/** Kinds that yield to more valuable ones still to come. */
const REMINDERS: readonly NoticeKind[] = ['deadline-near', 'timed-out', 'season-near'];

const toPlanned = ({ _id: id, kind, audience, dueAt, notAfter, days }: Notice): PlannedNotice => ({
  id,
  kind,
  audience,
  dueAt,
  notAfter: notAfter ?? dueAt,
  ...(days === null ? {} : { days }),
});

/**
 * Whether this notice may spend a credit: there is one, and it is not kept for a reminder of the same person that
 * the rulebook values more.
 */
export const isFunded = async (
  { store, clock }: Ports,
  notice: Notice,
  account: Account,
): Promise<boolean> => {
  if (account.credits[notice.template] === 0) return false;
  if (!REMINDERS.includes(notice.kind)) return true;
  const coming = await store.find('notices', {
    where: { accountId: account._id, dueAt: { gt: clock.now() } },
    orderBy: ['dueAt', 'desc'],
    limit: PAGING.inboxLookback,
  });
  const rivals = coming.filter(({ status }) => status === 'planned').map(toPlanned);
  const own = toPlanned(notice);
  const { funded } = allocateCredits([own, ...rivals], account.credits, rulebookNamed(notice.rulebookId));
  return funded.includes(own);
};
