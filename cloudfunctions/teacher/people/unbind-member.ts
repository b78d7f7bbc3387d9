import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { endAbout } from '../../_shared/notices/no-longer-theirs';
import { withInvite } from '../../_shared/store/branches';
import { changeOwner, ownRecords } from '../../_shared/people/own-records';
import { withHeadMove } from '../../_shared/store/headcount';
import { touchBranch } from '../../_shared/store/touch-member';
import { CODES } from '../../_shared/kernel/policy';
import type { Transaction } from '../../_shared/store/ports';
import type { Branch, Member } from '../../_shared/store/records';
import { removePicture } from '../../_shared/people/remove-picture';
import { handOverOffice } from '../../_shared/people/hand-over-office';
import { checkText } from '../../_shared/platform/text-check';
import { memberNamed, withMember } from '../roster/member-within';

/** The account survives only for rights it holds besides. */
const releaseAccount = async (tx: Transaction, accountId: string, memberId: string): Promise<void> => {
  const [account] = await tx.getMany('accounts', [accountId]);
  if (account?.memberId !== memberId) return;
  if (account.roles.length === 0) tx.remove('accounts', accountId);
  else tx.put('accounts', { ...account, memberId: null, version: account.version + 1 });
};

/** The branch without them and with another invite code: whoever signed in as somebody else knows the old one. */
const changeBranch = async (
  tx: Transaction,
  { branchId }: Member,
  accountId: string,
  inviteCode: string,
): Promise<Branch | undefined> => {
  const [branch] = await tx.getMany('branches', [branchId]);
  if (!branch) return undefined;
  const secretaries = branch.secretaries.filter((secretary) => secretary.accountId !== accountId);
  tx.put('branches', { ...withInvite(branch, inviteCode), secretaries });
  return branch;
};

/** The pass on the screen of that phone is nobody's any more. */
const removePass = async (tx: Transaction, memberId: string): Promise<void> => {
  for (const { _id } of await tx.getMany('cardCodes', [memberId])) tx.remove('cardCodes', _id);
};

interface Unbound {
  /** The branch's code from now on; null when it has none. */
  readonly inviteCode: string | null;
  readonly oldPicture: string | undefined;
  /** Whose WeChat it was; none where nobody was bound. */
  readonly accountId: string | null;
}

/** Nobody was bound: the code stays as it is. */
const unchanged = async (tx: Transaction, { branchId }: Member): Promise<Result<Unbound>> => {
  const [branch] = await tx.getMany('branches', [branchId]);
  return ok({ inviteCode: branch?.inviteCode ?? null, oldPicture: undefined, accountId: null });
};

/**
 * Takes a WeChat off a person of the roster, e.g. when somebody else signed in as them. What is under way stays with
 * the person and reaches them again when they sign in, with the branch's new invite code.
 */
export const unbindMember: EarlyReader<'teacher', 'unbindMember', CollegeCaller> = readingEarly(
  memberNamed,
  withMember(async (ports, { caller, request: { memberId, reason } }, seen) => {
    const { store, clock } = ports;
    const checked = await checkText(ports, caller.account, 'reason', [reason]);
    if (!checked.ok) return checked;
    const newCode = ports.codes.next(CODES.inviteLength);
    const unbound = await store.transact(async (tx): Promise<Result<Unbound>> => {
      const member = await tx.get('members', memberId);
      if (!member) return fail('NOT_FOUND', 'memberId');
      const { accountId, version } = member;
      if (accountId === null) return unchanged(tx, member);
      const now = clock.now();
      const left = { ...member, accountId: null, version: version + 1 };
      tx.put('members', withHeadMove(member, left, now));
      // Looked for only now: whatever is begun in the person's name from here on meets the line above.
      const [own, branch] = await Promise.all([
        ownRecords(ports, memberId),
        changeBranch(tx, member, accountId, newCode),
        releaseAccount(tx, accountId, memberId),
        removePass(tx, memberId),
      ]);
      await changeOwner(tx, own, { accountId: null });
      const actor = actingAs(caller.account, caller.role);
      const { textCheck } = checked.data;
      // What somebody typed about a person is not for everybody who may read the audit.
      const facts = { reasonSealed: ports.cipher.seal(reason, memberId), textCheck };
      putAudit(tx, { subjectId: memberId, key: version + 1, action: 'unbind-member', actor, at: now, facts });
      const oldPicture = branch?.inviteImage?.fileId;
      return ok({ inviteCode: branch ? newCode : null, oldPicture, accountId });
    });
    if (!unbound.ok) return unbound;
    const { inviteCode, oldPicture, accountId } = unbound.data;
    if (accountId !== null) await endAbout(ports, memberId, accountId);
    // Whoever is just signing in by the old code has to begin again, and finds the new one.
    await touchBranch(store, seen.branchId);
    if (oldPicture) await removePicture(ports, oldPicture);
    if (seen.isSecretary) await handOverOffice(ports, seen.branchId, [accountId]);
    return ok({ inviteCode });
  }),
);
