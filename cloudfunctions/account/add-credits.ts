import { fail, ok } from '../../miniprogram/domain/errors';
import { subscriptionOf } from '../_shared/credits';
import type { UseCase } from '../_shared/entry';
import type { Visitor } from '../_shared/identity';
import { MEMORY } from '../_shared/policy';

/** Books one consent sheet: each accepted template is one more send. The same sheet again books nothing. */
export const addCredits: UseCase<'account', 'addCredits', Visitor> = (ports, { caller, request }) =>
  ports.store.transact(async (tx) => {
    const account = await tx.get('accounts', caller.openid);
    if (!account) return fail('NOT_SIGNED_IN');
    if (account.bookedAskIds.includes(request.askId))
      return ok({ subscription: subscriptionOf(ports, account) });
    const credits = { ...account.credits };
    for (const template of new Set(request.accepted)) credits[template] += 1;
    const bookedAskIds = [...account.bookedAskIds, request.askId].slice(-MEMORY.bookedAskIds);
    const booked = { ...account, credits, bookedAskIds, version: account.version + 1 };
    tx.put('accounts', booked);
    return ok({ subscription: subscriptionOf(ports, booked) });
  });
