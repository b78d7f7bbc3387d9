import { ok } from '../../../miniprogram/domain/errors';
import { DELIVERY } from '../../_shared/policy';
import type { Ports, SendOutcome } from '../../_shared/ports';
import type { Account, Notice } from '../../_shared/records';

/** What becomes of a claimed notice: also `no-credit` without a code when WeChat was not asked. */
export type Verdict = SendOutcome | { readonly kind: 'not-asked' };

export const backoffMs = (attempts: number): number =>
  Math.min(DELIVERY.firstBackoffMs * 2 ** (attempts - 1), DELIVERY.maxBackoffMs);

const codeOf = (verdict: Verdict): number | null => ('code' in verdict ? verdict.code : null);

/** The notice after a verdict. An unknown outcome keeps its lease: it is looked at again when that ends. */
export const settled = (notice: Notice, verdict: Verdict, now: number): Notice => {
  const errorCode = codeOf(verdict);
  const done = { errorCode, settledAt: now };
  switch (verdict.kind) {
    case 'sent':
      return { ...notice, status: 'sent', errorCode: null, settledAt: now };
    case 'no-credit':
    case 'not-asked':
      return { ...notice, ...done, status: 'no-credit' };
    case 'invalid':
      return { ...notice, ...done, status: 'invalid' };
    case 'busy':
      return notice.attempts >= DELIVERY.maxAttempts
        ? { ...notice, ...done, status: 'dead' }
        : { ...notice, errorCode, status: 'planned', nextAt: now + backoffMs(notice.attempts) };
    case 'unknown':
      return notice.attempts >= DELIVERY.maxAttempts
        ? { ...notice, ...done, status: 'dead' }
        : { ...notice, errorCode };
  }
};

/** One consent is spent per send; WeChat's refusal says that none is left, whatever the ledger thought. */
export const creditsAfter = (
  account: Account,
  { template }: Pick<Notice, 'template'>,
  verdict: Verdict,
): Account['credits'] => {
  const credits = account.credits[template];
  if (verdict.kind === 'sent') return { ...account.credits, [template]: Math.max(0, credits - 1) };
  return verdict.kind === 'no-credit' ? { ...account.credits, [template]: 0 } : account.credits;
};

/** Writes the verdict if the claim is still this sender's; a cancellation meanwhile yields to a message sent. */
export const settleNotice = async (ports: Ports, claimed: Notice, verdict: Verdict): Promise<void> => {
  const { store, clock } = ports;
  await store.transact(async (tx) => {
    const notice = await tx.get('notices', claimed._id);
    const isOurs = notice?.attempts === claimed.attempts;
    if (!notice || !isOurs || (notice.status !== 'sending' && verdict.kind !== 'sent')) return ok(undefined);
    tx.put('notices', settled(notice, verdict, clock.now()));
    const account = await tx.get('accounts', claimed.accountId);
    const credits = account && creditsAfter(account, claimed, verdict);
    if (account && credits !== account.credits) {
      tx.put('accounts', { ...account, credits: credits ?? account.credits, version: account.version + 1 });
    }
    return ok(undefined);
  });
};
