/** Branches put right: another name, everybody into another branch, or away with one that is empty. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { AuditAction } from '../../../miniprogram/domain/people/audit';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { chunks } from '../../_shared/kernel/chunks';
import { NUDGE } from '../../_shared/kernel/policy';
import { readAllAlong } from '../../_shared/people/take-along';
import type { Ports } from '../../_shared/platform/ports';
import { checkText } from '../../_shared/platform/text-check';
import { raiseRoster } from '../../_shared/roster/lock';
import { putMembers } from '../../_shared/roster/put-member';
import { branchesOf, membersOf, withAliases } from '../../_shared/store/branches';
import type { Transaction } from '../../_shared/store/ports';
import type { Branch, Member } from '../../_shared/store/records';
import { handOverApprovals } from '../../_shared/transfers/hand-over-approvals';
import { correctionIdOf, putCorrection } from '../corrections/put-correction';

type Place = Pick<Branch, '_id' | 'name'>;

const branchWithin = async (
  ports: Ports,
  caller: CollegeCaller,
  branchId: string,
  field: string,
): Promise<Result<Branch>> => {
  const branch = await ports.store.get('branches', branchId);
  return branch && mayActFor(caller, branch.collegeId) ? ok(branch) : fail('BRANCH_UNKNOWN', field);
};

const isThere = ({ branchId, branchName }: Member, { _id, name }: Place): boolean =>
  branchId === _id && branchName === name;

/** One transaction for some people: their lines, what is under way of theirs, and the roster's version. */
const movePart = async (
  ports: Ports,
  collegeId: string,
  members: readonly Member[],
  { _id: branchId, name: branchName }: Place,
): Promise<Result<undefined>> => {
  const planned = members.map((member) => ({ ...member, branchId, branchName }));
  const along = await readAllAlong(ports, members, planned);
  return ports.store.transact(async (tx) => {
    const put = await putMembers(ports, tx, planned, along);
    if (!put.ok) return put;
    const raised = await raiseRoster(tx, collegeId);
    return raised.ok ? ok(undefined) : raised;
  });
};

/** Those with an office first: whoever waits for a secretary finds theirs there already. */
const officesFirst = (members: readonly Member[]): (readonly Member[])[] =>
  [true, false].flatMap((isFirst) =>
    chunks(
      members.filter(({ isSecretary }) => isSecretary === isFirst),
      NUDGE.peoplePerTransaction,
    ),
  );

/** People into a place; safe to repeat, and goes on where it was broken off. Resolves to how many moved. */
export const moveMembers = async (
  ports: Ports,
  collegeId: string,
  members: readonly Member[],
  to: Place,
): Promise<Result<number>> => {
  const left = members.filter((member) => !isThere(member, to));
  for (const some of officesFirst(left)) {
    const moved = await movePart(ports, collegeId, some, to);
    if (!moved.ok) return moved;
  }
  return ok(left.length);
};

const moveAll = async (ports: Ports, { _id: from, collegeId }: Branch, to: Place): Promise<Result<number>> =>
  moveMembers(ports, collegeId, await membersOf(ports, from), to);

const audit = (
  { clock }: Ports,
  tx: Transaction,
  { account, role }: CollegeCaller,
  { branch, action }: { branch: Branch; action: AuditAction },
): void => {
  const at = clock.now();
  const entry = { subjectId: branch._id, key: at, action, actor: actingAs(account, role), at };
  putAudit(tx, { ...entry, facts: { collegeId: branch.collegeId } });
};

const noteBranch = (
  { clock }: Ports,
  tx: Transaction,
  caller: CollegeCaller,
  { branch, kind }: { branch: Branch; kind: 'rename-branch' | 'remove-branch' },
): void => {
  const { collegeId } = branch;
  putCorrection(tx, caller, { kind, collegeId, subject: branch, before: { branch } }, clock.now());
};

/**
 * Keys a branch answers to besides `nameKey`, its name from now on. A roster that still has the old name means this
 * branch. A renaming taken back leaves what it answered to before, and what rosters have taught it since.
 */
const aliasesUnder = (nameKey: string, branch: Branch, before: Branch | undefined): string[] =>
  before
    ? withAliases({ nameKey, aliases: before.aliases }, branch.aliases)
    : withAliases({ nameKey, aliases: branch.aliases }, [branch.nameKey]);

/**
 * `CONFLICT` with `name` when another branch of the college is called so: the two are merged instead. A name another one
 * only had before is free.
 * @param before the branch as it was, to take a renaming back: that is no renaming to be taken back itself
 */
export const nameBranch = async (
  ports: Ports,
  caller: CollegeCaller,
  { branchId, name, before }: { branchId: string; name: string; before?: Branch },
): Promise<Result<{ people: number }>> => {
  const found = await branchWithin(ports, caller, branchId, 'branchId');
  if (!found.ok) return found;
  const nameKey = placeKey(name);
  const others = await branchesOf(ports, found.data.collegeId);
  if (others.some((other) => other._id !== branchId && other.nameKey === nameKey))
    return fail('CONFLICT', 'name');
  const checked = await checkText(ports, caller.account, 'name', [name]);
  if (!checked.ok) return checked;
  const renamed = await ports.store.transact(async (tx) => {
    const branch = await tx.get('branches', branchId);
    if (!branch) return fail('BRANCH_UNKNOWN', 'branchId');
    const aliases = aliasesUnder(nameKey, branch, before);
    const after = { ...branch, name, nameKey, aliases, version: branch.version + 1 };
    const raised = await raiseRoster(tx, branch.collegeId);
    if (!raised.ok) return raised;
    tx.put('branches', after);
    if (before) return ok(after);
    audit(ports, tx, caller, { branch, action: 'rename-branch' });
    noteBranch(ports, tx, caller, { branch, kind: 'rename-branch' });
    return ok(after);
  });
  if (!renamed.ok) return renamed;
  const moved = await moveAll(ports, renamed.data, renamed.data);
  return moved.ok ? ok({ people: moved.data }) : moved;
};

export const renameBranch: UseCase<'teacher', 'renameBranch', CollegeCaller> = (ports, { caller, request }) =>
  nameBranch(ports, caller, request);

/** `CONFLICT` while somebody still stands in it. */
const removeEmpty = (
  ports: Ports,
  caller: CollegeCaller,
  branchId: string,
  action: AuditAction,
): Promise<Result<undefined>> =>
  ports.store.transact(async (tx) => {
    const branch = await tx.get('branches', branchId);
    if (!branch) return ok(undefined);
    const raised = await raiseRoster(tx, branch.collegeId);
    if (!raised.ok) return raised;
    if ((await ports.store.count('members', { branchId })) > 0) return fail('CONFLICT');
    tx.remove('branches', branchId);
    audit(ports, tx, caller, { branch, action });
    if (action === 'remove-branch') noteBranch(ports, tx, caller, { branch, kind: action });
    return ok(undefined);
  });

/** Who is about to move, noted ahead: a merging that is broken off and gone on with is taken back as one. */
const noteMerging = async (
  ports: Ports,
  caller: CollegeCaller,
  from: Branch,
  { _id, name, aliases }: Branch,
): Promise<Result<undefined>> => {
  const people = await membersOf(ports, from._id);
  return ports.store.transact(async (tx) => {
    const { collegeId } = from;
    const subject = { _id: from._id, version: 0 };
    const begun = await tx.get('corrections', correctionIdOf({ kind: 'merge-branch', subject }));
    const goesOn = begun && begun.undoneAt === null && begun.into?.id === _id ? begun : undefined;
    const ids = [...(goesOn?.memberIds ?? []), ...people.map((member) => member._id)];
    const branch = goesOn?.branch ?? from;
    const into = goesOn?.into ?? { id: _id, name, aliases };
    const before = { branch, into, memberIds: [...new Set(ids)] };
    putCorrection(tx, caller, { kind: 'merge-branch', collegeId, subject, before }, ports.clock.now());
    return ok(undefined);
  });
};

/** Rosters that spell it as the merged one was called mean this branch from now on. */
const takeNames = ({ store }: Ports, from: Branch, { _id }: Branch): Promise<Result<undefined>> =>
  store.transact(async (tx) => {
    const into = await tx.get('branches', _id);
    if (!into) return fail('BRANCH_UNKNOWN', 'into');
    const aliases = withAliases(into, [from.nameKey, ...from.aliases]);
    tx.put('branches', { ...into, aliases, version: into.version + 1 });
    return ok(undefined);
  });

const mergeInto = async (
  ports: Ports,
  caller: CollegeCaller,
  from: Branch,
  into: Branch,
): Promise<Result<{ people: number }>> => {
  const noted = await noteMerging(ports, caller, from, into);
  if (!noted.ok) return noted;
  const moved = await moveAll(ports, from, into);
  if (!moved.ok) return moved;
  await handOverApprovals(ports, into._id);
  const taken = await takeNames(ports, from, into);
  if (!taken.ok) return taken;
  const removed = await removeEmpty(ports, caller, from._id, 'merge-branch');
  return removed.ok ? ok({ people: moved.data }) : removed;
};

/** Everybody of one branch into another of the same college; the empty one goes. Secretaries keep their office. */
export const mergeBranch: UseCase<'teacher', 'mergeBranch', CollegeCaller> = async (
  ports,
  { caller, request },
) => {
  const [from, into] = await Promise.all([
    branchWithin(ports, caller, request.branchId, 'branchId'),
    branchWithin(ports, caller, request.into, 'into'),
  ]);
  if (!from.ok) return from;
  if (!into.ok) return into;
  const isOther = from.data._id !== into.data._id && from.data.collegeId === into.data.collegeId;
  return isOther ? mergeInto(ports, caller, from.data, into.data) : fail('BRANCH_UNKNOWN', 'into');
};

/** An empty branch alone. */
export const removeBranch: UseCase<'teacher', 'removeBranch', CollegeCaller> = async (
  ports,
  { caller, request: { branchId } },
) => {
  const found = await branchWithin(ports, caller, branchId, 'branchId');
  if (!found.ok) return found;
  const removed = await removeEmpty(ports, caller, branchId, 'remove-branch');
  return removed.ok ? ok({}) : removed;
};
