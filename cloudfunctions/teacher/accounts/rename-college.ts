/** A college's name put right, wherever it stands: its people, and the rights of its teachers. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { checkText } from '../../_shared/platform/text-check';
import type { Ports } from '../../_shared/platform/ports';
import { raiseRoster } from '../../_shared/roster/lock';
import { allColleges, branchIdsOf, membersOf, placeNamed } from '../../_shared/store/branches';
import type { College } from '../../_shared/store/records';
import { putCorrection } from '../corrections/put-correction';

/** Branch by branch and without a transaction: each line says the name for itself, and saying it twice is the same. */
const renameInLines = async (ports: Ports, { _id, name }: College): Promise<number> => {
  let people = 0;
  for (const branchId of await branchIdsOf(ports, [_id])) {
    const members = await membersOf(ports, branchId);
    const ids = members.filter(({ collegeName }) => collegeName !== name).map((member) => member._id);
    if (ids.length === 0) continue;
    const change = { set: { collegeName: name }, add: { version: 1 } };
    people += await ports.store.changeAll('members', { _id: { in: ids } }, change);
  }
  return people;
};

interface Named {
  readonly collegeId: string;
  readonly name: string;
  /** It takes a renaming back, which is no renaming to be taken back itself. */
  readonly isUndo: boolean;
}

const writeName = (
  ports: Ports,
  caller: CollegeCaller,
  { collegeId, name, isUndo }: Named,
): Promise<Result<College>> =>
  ports.store.transact(async (tx) => {
    const college = await tx.get('colleges', collegeId);
    if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
    if (college.name === name) return ok(college);
    const raised = await raiseRoster(tx, collegeId);
    if (!raised.ok) return raised;
    const after = { ...raised.data, name, nameKey: placeKey(name), version: college.version + 1 };
    tx.put('colleges', after);
    const accounts = await tx.getMany(
      'accounts',
      college.teachers.map(({ accountId }) => accountId),
    );
    for (const account of accounts) {
      const roles = account.roles.map((role) =>
        role.scopeId === collegeId ? { ...role, scopeName: name } : role,
      );
      tx.put('accounts', { ...account, roles, version: account.version + 1 });
    }
    if (isUndo) return ok(after);
    const at = ports.clock.now();
    const actor = actingAs(caller.account, caller.role);
    putAudit(tx, { subjectId: collegeId, key: after.version, action: 'rename-college', actor, at });
    const before = { collegeName: college.name };
    putCorrection(tx, caller, { kind: 'rename-college', collegeId, subject: college, before }, at);
    return ok(after);
  });

/** The same name once more goes on with what was broken off. `CONFLICT` with `name`: another college is called so. */
export const nameCollege = async (
  ports: Ports,
  caller: CollegeCaller,
  named: Named,
): Promise<Result<{ people: number }>> => {
  const namesake = placeNamed(await allColleges(ports), named.name);
  if (namesake && namesake._id !== named.collegeId) return fail('CONFLICT', 'name');
  const checked = await checkText(ports, caller.account, 'name', [named.name]);
  if (!checked.ok) return checked;
  const renamed = await writeName(ports, caller, named);
  return renamed.ok ? ok({ people: await renameInLines(ports, renamed.data) }) : renamed;
};

export const renameCollege: UseCase<'teacher', 'renameCollege', CollegeCaller> = (
  ports,
  { caller, request },
) => nameCollege(ports, caller, { ...request, isUndo: false });
