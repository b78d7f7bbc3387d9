import { fail, ok } from '../../miniprogram/domain/errors';
import { subscriptionOf } from '../_shared/notices/credits';
import { readingEarly, type EarlyReader } from '../_shared/calls/entry';
import { rolesOf, type Visitor } from '../_shared/calls/identity';
import { forCollege, seasonShown } from '../_shared/season/season';
import { welcomeOf } from './welcome';

/** Opens the mini-program for anybody. An account that has lost all its roles counts as not signed in. */
export const whoAmI: EarlyReader<'account', 'whoAmI', Visitor> = readingEarly(
  seasonShown,
  async (ports, { caller }, season) => {
    const { account, member } = caller;
    const roles = rolesOf(caller);
    // Sent to sign in, they would be told that they are not on the roster.
    if (caller.isMemberUnreadable && roles.length === 0) return fail('RECORD_UNREADABLE');
    const { id, name, rulebookId, deadlineAt } = forCollege(season, member?.collegeId ?? null);
    return ok({
      account: account && roles.length > 0 ? { name: member?.name ?? account.name, roles } : null,
      leftBehind: account !== undefined && roles.length === 0,
      season: { id, name, rulebookId, deadlineAt },
      welcome: roles.length === 0 ? await welcomeOf(ports) : null,
      subscription: subscriptionOf(ports, account),
      now: ports.clock.now(),
    });
  },
);
