/** Two records of one person become one: a slip of the roster that a corrected number brings to light. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { OPEN_RESETS, resetStateAt } from '../../../miniprogram/domain/transfer/reset-states';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { changeOwner, type OwnRecords } from '../../_shared/people/own-records';
import { readAlong } from '../../_shared/people/take-along';
import type { Ports } from '../../_shared/platform/ports';
import { handOverMoved, handOverOffice } from '../../_shared/people/hand-over-office';
import { auditOffices } from '../../_shared/roster/audit-offices';
import { raiseRoster } from '../../_shared/roster/lock';
import { moveSecretary, putMember } from '../../_shared/roster/put-member';
import type { Transaction } from '../../_shared/store/ports';
import type { Member } from '../../_shared/store/records';
import { putCorrection } from '../corrections/put-correction';
import { memberWithin, personNamed } from '../roster/member-within';

interface Person {
  readonly member: Member;
  readonly own: OwnRecords;
}

/** Fewer folders than a phone is given in a season, and fewer notices than one person gets. */
const MOST = 500;

const isOpen = ({ requests }: OwnRecords, now: number): boolean =>
  requests.some((request) => OPEN_RESETS.includes(resetStateAt(request, now)));

/**
 * The record that stays is the one with something under way, whoever's name and number are right: ids of transfers
 * name their owner.
 */
const whichStays = (right: Person, other: Person, now: number): Result<{ stays: Person; goes: Person }> => {
  const [mine, theirs] = [right.own.transfers.length, other.own.transfers.length];
  if (mine > 0 && theirs > 0) return fail('CONFLICT', 'transfers');
  if (right.member.accountId !== null && other.member.accountId !== null) return fail('CONFLICT', 'accounts');
  const isOthers = theirs > 0 || (mine === 0 && isOpen(other.own, now));
  const [stays, goes] = isOthers ? [other, right] : [right, other];
  return isOpen(goes.own, now) ? fail('CONFLICT', 'requests') : ok({ stays, goes });
};

/** What the roster says of somebody. */
const lineOf = ({ name, nameKey, studentNumber, numberKey, branchId, branchName, ...rest }: Member) => {
  const { birthMonth, graduationMonth, hasLeaguePost, isSecretary } = rest;
  const place = { branchId, branchName, isSecretary };
  return { name, nameKey, studentNumber, numberKey, ...place, birthMonth, graduationMonth, hasLeaguePost };
};

/** The WeChat that was bound to the record that goes is bound to the one that stays. */
const moveAccount = async (
  tx: Transaction,
  { stays, goes }: { readonly stays: Person; readonly goes: Member },
  after: Member,
): Promise<void> => {
  const { accountId } = goes;
  if (accountId === null) return;
  const [account] = await tx.getMany('accounts', [accountId]);
  if (account) tx.put('accounts', { ...account, memberId: after._id, version: account.version + 1 });
  await changeOwner(tx, stays.own, { accountId });
  await moveSecretary(tx, goes, { ...after, accountId });
};

/** Whatever else names the record that goes names the one that stays. */
const takeOver = async (
  ports: Ports,
  tx: Transaction,
  { goes, to }: { readonly goes: Person; readonly to: string },
): Promise<void> => {
  const { _id: memberId } = goes.member;
  const folders = await ports.store.findIds('uploads', { where: { memberId }, limit: MOST });
  const [uploads, requests] = await Promise.all([
    tx.getMany('uploads', folders),
    tx.getMany(
      'resetRequests',
      goes.own.requests.map(({ _id }) => _id),
    ),
  ]);
  for (const folder of uploads) tx.put('uploads', { ...folder, memberId: to });
  for (const request of requests) tx.put('resetRequests', { ...request, memberId: to });
  tx.remove('members', memberId);
  tx.remove('marks', memberId);
  tx.remove('cardCodes', memberId);
};

/** What they were told stays theirs. */
const takeNotices = async ({ store }: Ports, from: string, to: string): Promise<void> => {
  const ids = await store.findIds('notices', {
    where: { aboutId: from },
    orderBy: ['dueAt', 'desc'],
    limit: MOST,
  });
  if (ids.length > 0) await store.changeAll('notices', { _id: { in: ids } }, { set: { aboutId: to } });
};

const writeMerged = async (
  ports: Ports,
  tx: Transaction,
  caller: CollegeCaller,
  { right, stays, goes }: { right: Person; stays: Person; goes: Person },
): Promise<Result<{ memberId: string }>> => {
  const base = await tx.get('members', stays.member._id);
  const [gone] = await tx.getMany('members', [goes.member._id]);
  // Whatever was begun or bound since they were looked at is looked at again by whoever asks again.
  if (base?.version !== stays.member.version || gone?.version !== goes.member.version)
    return fail('CONFLICT');
  const raised = await raiseRoster(tx, base.collegeId);
  if (!raised.ok) return raised;
  const planned = { ...base, ...lineOf(right.member) };
  const along = await readAlong(ports, base, planned, stays.own);
  const put = await putMember(ports, tx, base, planned, along);
  if (!put.ok) return put;
  const accountId = base.accountId ?? gone.accountId;
  const loginConfirmedAt = base.loginConfirmedAt ?? gone.loginConfirmedAt;
  const after = { ...planned, accountId, loginConfirmedAt, version: base.version + 1 };
  tx.put('members', after);
  await moveAccount(tx, { stays, goes: gone }, after);
  await takeOver(ports, tx, { goes, to: base._id });
  const at = ports.clock.now();
  const actor = actingAs(caller.account, caller.role);
  const facts = { gone: gone._id };
  putAudit(tx, { subjectId: base._id, key: after.version, action: 'merge-members', actor, at, facts });
  auditOffices(tx, [base, gone].find(({ isSecretary }) => isSecretary) ?? base, after, { actor, at });
  const { collegeId, _id: memberId } = base;
  const before = { memberId, members: [base, gone] };
  putCorrection(tx, caller, { kind: 'merge-members', collegeId, subject: base, before }, at);
  return ok({ memberId });
};

const bothNamed = (ports: Ports, { memberId, otherId }: { memberId: string; otherId: string }) =>
  Promise.all([personNamed(ports, { memberId }), personNamed(ports, { memberId: otherId })]);

export const mergeMembers: EarlyReader<'teacher', 'mergeMembers', CollegeCaller> = readingEarly(
  bothNamed,
  async (ports, { caller }, [right, other]) => {
    const [mine, theirs] = [memberWithin(caller, right.member), memberWithin(caller, other.member)];
    if (!mine.ok) return mine;
    if (!theirs.ok || theirs.data.collegeId !== mine.data.collegeId) return fail('NOT_FOUND', 'otherId');
    if (theirs.data._id === mine.data._id) return fail('CONFLICT');
    const asked = { member: mine.data, own: right.own };
    const found = whichStays(asked, { member: theirs.data, own: other.own }, ports.clock.now());
    if (!found.ok) return found;
    const { goes } = found.data;
    const merged = await ports.store.transact((tx) =>
      writeMerged(ports, tx, caller, { right: asked, ...found.data }),
    );
    if (!merged.ok) return merged;
    await takeNotices(ports, goes.member._id, merged.data.memberId);
    const offices = [mine.data, theirs.data].filter(({ isSecretary }) => isSecretary);
    const left = offices.map(({ accountId }) => accountId);
    for (const branchId of new Set(offices.map((one) => one.branchId)))
      await handOverOffice(ports, branchId, left);
    await handOverMoved(ports, mine.data.branchId, [merged.data.memberId]);
    return merged;
  },
);
