import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { memberByNumber } from '../../_shared/people/find-people';
import { handOverMoved, handOverOffice } from '../../_shared/people/hand-over-office';
import { changeOwner, ownRecords } from '../../_shared/people/own-records';
import { readAlong } from '../../_shared/people/take-along';
import type { Ports } from '../../_shared/platform/ports';
import { raiseRoster } from '../../_shared/roster/lock';
import { moveSecretary, putMember } from '../../_shared/roster/put-member';
import type { Transaction } from '../../_shared/store/ports';
import type { Correction, Member } from '../../_shared/store/records';
import { changeMember } from '../roster/member-within';

/** Whether the number is nobody's but one of these. */
const isFree = async (ports: Ports, { studentNumber }: Member, ids: readonly string[]): Promise<boolean> => {
  const other = await memberByNumber(ports, studentNumber);
  return other === undefined || ids.includes(other._id);
};

const isNamed = (member: Member, as: Pick<Member, 'name' | 'studentNumber'>): boolean =>
  member.name === as.name && member.studentNumber === as.studentNumber;

/** `CONFLICT` when name or number were changed once more, as by a newer roster, or somebody else has the number. */
export const correctBack = async (
  ports: Ports,
  caller: CollegeCaller,
  { members: [before], correctedTo }: Correction,
): Promise<Result<object>> => {
  const member = before && (await ports.store.get('members', before._id));
  if (!before || !member || !(await isFree(ports, before, [before._id]))) return fail('CONFLICT');
  if (correctedTo && !isNamed(member, correctedTo) && !isNamed(member, before)) return fail('CONFLICT');
  const { name, nameKey, studentNumber, numberKey } = before;
  return changeMember(
    ports,
    caller,
    { member },
    {
      action: 'correct-member',
      change: { name, nameKey, studentNumber, numberKey },
      isDone: (stored) => isNamed(stored, before),
    },
  );
};

/** Back on the roster, where they stood. `CONFLICT` when their branch is gone or their number somebody else's. */
export const bringBackMember = async (
  ports: Ports,
  _caller: CollegeCaller,
  { members: [before] }: Correction,
): Promise<Result<undefined>> => {
  if (!before || !(await isFree(ports, before, [before._id]))) return fail('CONFLICT');
  return ports.store.transact(async (tx) => {
    if (await tx.get('members', before._id)) return ok(undefined);
    const [branch] = await tx.getMany('branches', [before.branchId]);
    if (!branch) return fail('CONFLICT');
    const raised = await raiseRoster(tx, before.collegeId);
    if (!raised.ok) return raised;
    tx.put('members', { ...before, branchName: branch.name, version: before.version + 1 });
    return ok(undefined);
  });
};

/** The WeChat goes back to the record it came from, unless it is another's by now. */
const returnAccount = async (tx: Transaction, now: Member, goes: Member): Promise<string | null> => {
  if (goes.accountId === null || now.accountId !== goes.accountId) return null;
  const [account] = await tx.getMany('accounts', [goes.accountId]);
  if (account?.memberId !== now._id) return null;
  tx.put('accounts', { ...account, memberId: goes._id, version: account.version + 1 });
  return goes.accountId;
};

/** Resolves to the one that was both. */
const writeSplit = async (
  ports: Ports,
  tx: Transaction,
  base: Member,
  gone: Member,
): Promise<Result<Member>> => {
  const now = await tx.get('members', base._id);
  if (!now || (await tx.getMany('members', [gone._id])).length > 0) return fail('CONFLICT');
  const branches = await tx.getMany('branches', [...new Set([base.branchId, gone.branchId])]);
  const place = (member: Member) => branches.find(({ _id }) => _id === member.branchId);
  const [basePlace, gonePlace] = [place(base), place(gone)];
  if (!basePlace || !gonePlace) return fail('CONFLICT');
  const raised = await raiseRoster(tx, now.collegeId);
  if (!raised.ok) return raised;
  const planned = { ...now, ...base, branchName: basePlace.name, startedIn: now.startedIn };
  const own = await ownRecords(ports, base._id);
  const put = await putMember(ports, tx, now, planned, await readAlong(ports, now, planned, own));
  if (!put.ok) return put;
  const accountId = await returnAccount(tx, now, gone);
  if (accountId !== null) {
    await changeOwner(tx, own, { accountId: null });
    await moveSecretary(tx, { ...planned, accountId }, { ...planned, accountId, isSecretary: false });
    tx.put('members', { ...planned, accountId: null, version: now.version + 1 });
  }
  const back = { ...gone, accountId, branchName: gonePlace.name, version: gone.version + 1 };
  tx.put('members', back);
  if (back.isSecretary) await moveSecretary(tx, { ...back, isSecretary: false }, back);
  return ok(now);
};

/** Two records again; what was begun under the one that stayed stays with it. */
export const splitMembers = async (
  ports: Ports,
  _caller: CollegeCaller,
  { members: [base, gone] }: Correction,
): Promise<Result<undefined>> => {
  if (!base || !gone) return fail('CONFLICT');
  const ids = [base._id, gone._id];
  const free = await Promise.all([isFree(ports, base, ids), isFree(ports, gone, ids)]);
  if (free.includes(false)) return fail('CONFLICT');
  const split = await ports.store.transact((tx) => writeSplit(ports, tx, base, gone));
  if (!split.ok) return split;
  const offices = [split.data, base].filter(({ isSecretary }) => isSecretary);
  const left = [split.data.accountId];
  for (const branchId of new Set(offices.map((one) => one.branchId)))
    await handOverOffice(ports, branchId, left);
  await handOverMoved(ports, base.branchId, [base._id]);
  return ok(undefined);
};
