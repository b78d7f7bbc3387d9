import { fail, ok } from '../../miniprogram/domain/errors';
import { bookSheet } from '../_shared/notices/consent';
import { subscriptionOf } from '../_shared/notices/credits';
import type { UseCase } from '../_shared/calls/entry';
import type { Visitor } from '../_shared/calls/identity';
import { MEMORY } from '../_shared/kernel/policy';
import type { Account } from '../_shared/store/records';

/** Rivals for one account are its own phones: two, rarely three. */
const TRIES = 5;

/**
 * Books one consent sheet: each accepted template is one more send. The same sheet again books nothing. Credits are
 * added where they are stored: one that is spent at the same moment stays spent. A sheet WeChat told of already counts.
 */
export const addCredits: UseCase<'account', 'addCredits', Visitor> = async (ports, { caller, request }) => {
  const { store, clock } = ports;
  const accepted = [...new Set(request.accepted)];
  let account: Account | undefined = caller.account;
  for (let run = 0; run < TRIES; run += 1) {
    if (!account) return fail('NOT_SIGNED_IN');
    if (account.bookedAskIds.includes(request.askId))
      return ok({ subscription: subscriptionOf(ports, account) });
    const { _id, version } = account;
    const bookedAskIds = [...account.bookedAskIds, request.askId].slice(-MEMORY.bookedAskIds);
    const { added, heard } = bookSheet(account, accepted, clock.now());
    const more = Object.fromEntries(added.map((template) => [`credits.${template}` as const, 1]));
    const change = { set: { bookedAskIds, heard }, add: { version: 1, ...more } };
    if ((await store.changeAll('accounts', { _id: { in: [_id] }, version }, change)) > 0) {
      const credits = { ...account.credits };
      for (const template of added) credits[template] += 1;
      return ok({ subscription: subscriptionOf(ports, { ...account, credits }) });
    }
    account = await store.get('accounts', _id);
  }
  return fail('BUSY');
};
