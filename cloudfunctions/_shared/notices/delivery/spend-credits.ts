/** The ledger after sends: changed by amounts, so that a top-up meanwhile stays, and never below zero. */
import type { TemplateKey } from '../../../../miniprogram/domain/reminding/kinds';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { Accounts } from './credits';

/** How many credits go, by account and template. */
export class Spending {
  private readonly amounts = new Map<string, number>();

  private static keyOf = (template: TemplateKey, accountId: string): string => `${template}/${accountId}`;

  add({ template, accountId }: Pick<Notice, 'template' | 'accountId'>, amount = 1): void {
    const key = Spending.keyOf(template, accountId);
    this.amounts.set(key, (this.amounts.get(key) ?? 0) + amount);
  }

  of({ template, accountId }: Pick<Notice, 'template' | 'accountId'>): number {
    return this.amounts.get(Spending.keyOf(template, accountId)) ?? 0;
  }

  /** Accounts that lose the same amount of the same template. */
  groups(): { template: TemplateKey; amount: number; accountIds: string[] }[] {
    const groups = new Map<string, { template: TemplateKey; amount: number; accountIds: string[] }>();
    for (const [key, amount] of this.amounts) {
      if (amount <= 0) continue;
      const slash = key.indexOf('/');
      const template = key.slice(0, slash) as TemplateKey;
      const name = `${template}:${amount}`;
      const group = groups.get(name) ?? { template, amount, accountIds: [] };
      group.accountIds.push(key.slice(slash + 1));
      groups.set(name, group);
    }
    return [...groups.values()];
  }
}

/**
 * Takes the amounts off the ledger, not from an account that has less. Not tried again after a failure: what is left
 * too high is set right by WeChat's next refusal, what is taken twice would be lost to the person.
 */
export const spend = async ({ store }: Ports, spending: Spending): Promise<void> => {
  await Promise.all(
    spending
      .groups()
      .map(({ template, amount, accountIds }) =>
        store.changeAll(
          'accounts',
          { _id: { in: accountIds }, [`credits.${template}`]: { gte: amount } },
          { add: { [`credits.${template}`]: -amount, version: 1 } },
        ),
      ),
  );
};

/** WeChat's refusal says that none is left: takes off what the ledger had, but not what was added since. */
export const refusedSpending = (
  refused: readonly Notice[],
  accounts: Accounts,
  spent: Spending,
): Spending => {
  const rest = new Spending();
  for (const notice of refused) {
    const had = accounts.get(notice.accountId)?.credits[notice.template] ?? 0;
    const left = had - spent.of(notice) - rest.of(notice);
    if (left > 0) rest.add(notice, left);
  }
  return rest;
};
