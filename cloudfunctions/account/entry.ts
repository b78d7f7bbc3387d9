/** Everybody with a WeChat may come in; what needs an account asks for it itself. */
import { ok, type Result } from '../../miniprogram/domain/errors';
import { createEntry } from '../_shared/calls/entry';
import type { Visitor } from '../_shared/calls/identity';
import { acceptInvitation } from './accept-invitation';
import { addCredits } from './add-credits';
import { claimAdministrator } from './claim-administrator';
import { deleteAccount } from './delete-account';
import { markRead } from './mark-read';
import { messages } from './messages';
import { rules } from './rules';
import { signIn } from './sign-in';
import { whoAmI } from './who-am-i';

const anyone = (visitor: Visitor): Result<Visitor> => ok(visitor);

export const accountEntry = createEntry({
  functionName: 'account',
  authorise: anyone,
  standing: 'anyone',
  looksAt: { whoAmI: 'in-turn', signIn: 'nobody', addCredits: 'account', markRead: 'account' },
  handlers: {
    whoAmI,
    rules,
    signIn,
    acceptInvitation,
    claimAdministrator,
    deleteAccount,
    addCredits,
    messages,
    markRead,
  },
});
