import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { seasonReminders } from '../../miniprogram/domain/reminders';
import { accountIn } from '../_shared/accounts';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { equalsSecret } from '../_shared/hash';
import { actingAs, rolesOf, type Visitor } from '../_shared/identity';
import { normaliseCode, normaliseName } from '../_shared/normalise';
import { openOutbox, type Outbox } from '../_shared/outbox';
import { changeOwner, ownRecords } from '../_shared/people/own-records';
import { replanPerson } from '../_shared/people/replan-person';
import type { Ports, Transaction } from '../_shared/ports';
import { memberIdOf } from '../_shared/record-ids';
import type { Account, Branch, Member } from '../_shared/records';
import { currentSeason, rulebookNamed, withSeason } from '../_shared/season';
import { latestTransfer } from '../_shared/transfers/load';
import { bookTry, clearTries, signInGuards } from './try-guard';

interface Credentials {
  readonly studentNumber: string;
  readonly name: string;
  readonly inviteCode: string;
}

/** Number, name and code in this order; each wrong one has counted as a try. */
const checkCredentials = async (
  { store }: Ports,
  { studentNumber, name, inviteCode }: Credentials,
): Promise<Result<Member>> => {
  const member = await store.get('members', memberIdOf(studentNumber));
  if (!member) return fail('MEMBER_UNKNOWN', 'studentNumber');
  if (normaliseName(name) !== normaliseName(member.name)) return fail('NAME_DIFFERS', 'name');
  const branch = await store.get('branches', member.branchId);
  const isRight = equalsSecret(normaliseCode(inviteCode), branch?.inviteCode ?? '');
  return branch && isRight ? ok(member) : fail('INVITE_CODE_WRONG', 'inviteCode');
};

const putSecretary = async (tx: Transaction, member: Member, accountId: string): Promise<void> => {
  const branch: Branch | undefined = await tx.get('branches', member.branchId);
  if (!branch || branch.secretaries.some((secretary) => secretary.accountId === accountId)) return;
  const secretaries = [...branch.secretaries, { accountId, name: member.name }];
  tx.put('branches', { ...branch, secretaries, version: branch.version + 1 });
};

/** Names the teacher who can undo it; whoever reads this knew number, name and code. */
const boundElsewhere = async (tx: Transaction, { collegeId }: Member): Promise<Result<never>> => {
  const teacher = (await tx.get('colleges', collegeId))?.teachers[0]?.name;
  return fail('MEMBER_BOUND_ELSEWHERE', 'studentNumber', teacher ? { teacher } : undefined);
};

/** Binds member and account to each other; binding the same two again changes nothing. */
const bind = async (
  tx: Transaction,
  { memberId, openid, now }: { memberId: string; openid: string; now: number },
): Promise<Result<{ member: Member; account: Account }>> => {
  const member = await tx.get('members', memberId);
  if (!member) return fail('MEMBER_UNKNOWN', 'studentNumber');
  const account = await accountIn(tx, openid, { name: member.name, now });
  if (account.memberId !== null && account.memberId !== memberId) return fail('ALREADY_SIGNED_IN');
  if (member.accountId !== null && member.accountId !== openid) return boundElsewhere(tx, member);
  if (account.memberId === memberId && member.accountId === openid) return ok({ member, account });
  const bound = {
    member: { ...member, accountId: openid, version: member.version + 1 },
    account: { ...account, memberId, version: account.version + 1 },
  };
  tx.put('members', bound.member);
  tx.put('accounts', bound.account);
  if (member.isSecretary) await putSecretary(tx, member, openid);
  return ok(bound);
};

/** Whoever has nothing under way is reminded before the season ends. */
const planSeason = async (ports: Ports, member: Member, openid: string) => {
  const [season, outbox, transfer] = await Promise.all([
    currentSeason(ports),
    openOutbox(ports, { ...member, memberId: member._id, accountId: openid }),
    latestTransfer(ports, member._id),
  ]);
  return { season, outbox, isIdle: transfer?.seasonId !== season.id };
};

const putSeasonReminders = async (
  tx: Transaction,
  {
    season,
    outbox,
    isIdle,
  }: { season: Awaited<ReturnType<typeof currentSeason>>; outbox: Outbox; isIdle: boolean },
  { member, account }: { member: Member; account: Account },
  now: number,
): Promise<void> => {
  if (!isIdle) return;
  const rulebook = withSeason(rulebookNamed(season.rulebookId), season);
  const clock = { seasonId: season.id, memberId: member._id, deadlineAt: season.deadlineAt };
  const facts = {
    memberName: member.name,
    branchName: member.branchName,
    seasonDeadlineAt: season.deadlineAt,
    rulebook,
  };
  const plan = { plan: seasonReminders(clock, now, rulebook), cancel: [] };
  await outbox.put(tx, plan, facts, actingAs(account, 'graduate'));
};

/** Binds this WeChat to a person on the roster, by student number, name and the branch's invite code. */
export const signIn: UseCase<'account', 'signIn', Visitor> = async (ports, { caller, request }) => {
  const { openid } = caller;
  const studentNumber = normaliseCode(request.studentNumber);
  if (caller.member && caller.member._id !== memberIdOf(studentNumber)) return fail('ALREADY_SIGNED_IN');
  const guards = signInGuards(openid, studentNumber);
  const booked = await bookTry(ports, guards);
  if (!booked.ok) return booked;
  const checked = await checkCredentials(ports, { ...request, studentNumber });
  if (!checked.ok) return checked;
  const [seasonPlan, own] = await Promise.all([
    planSeason(ports, checked.data, openid),
    ownRecords(ports, checked.data._id),
  ]);
  const signedIn = await ports.store.transact(async (tx) => {
    const now = ports.clock.now();
    const bound = await bind(tx, { memberId: checked.data._id, openid, now });
    if (!bound.ok) return bound;
    const { member, account } = bound.data;
    await changeOwner(tx, own, { accountId: openid });
    clearTries(tx, guards);
    await putSeasonReminders(tx, seasonPlan, bound.data, now);
    const actor = actingAs(account, 'graduate');
    putAudit(tx, { subjectId: member._id, key: member.version, action: 'sign-in', actor, at: now });
    return ok({ name: member.name, roles: rolesOf(bound.data) });
  });
  // Who comes back after being unbound is reminded again of what has been under way all the time.
  if (signedIn.ok && own.transfers.length > 0) await replanPerson(ports, checked.data._id);
  return signedIn;
};
