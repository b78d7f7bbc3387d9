/** Takes back what was put right on the roster by hand, as long as nothing else has happened to it since. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { CorrectionKind } from '../../../miniprogram/domain/people/corrections';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import type { Ports } from '../../_shared/platform/ports';
import type { Query } from '../../_shared/store/ports';
import type { Correction } from '../../_shared/store/records';
import { nameCollege } from '../accounts/rename-college';
import { nameBranch } from '../roster/change-branch';
import { bringBackBranch, splitBranch } from './undo-branch';
import { bringBackMember, correctBack, splitMembers } from './undo-member';

type Undo = (ports: Ports, caller: CollegeCaller, correction: Correction) => Promise<Result<unknown>>;

/** By the same way it was put right. */
const renameBranchBack: Undo = async (ports, caller, { branch }) =>
  branch
    ? nameBranch(ports, caller, { branchId: branch._id, name: branch.name, before: branch })
    : fail('CONFLICT');

const renameCollegeBack: Undo = async (ports, caller, { collegeId, collegeName }) =>
  caller.role === 'committee' && collegeName
    ? nameCollege(ports, caller, { collegeId, name: collegeName, isUndo: true })
    : fail('NOT_FOUND');

const UNDO: Readonly<Record<CorrectionKind, Undo>> = {
  'correct-member': correctBack,
  'remove-member': bringBackMember,
  'merge-members': splitMembers,
  'rename-branch': renameBranchBack,
  'merge-branch': splitBranch,
  'remove-branch': bringBackBranch,
  'rename-college': renameCollegeBack,
};

const subjectOf = ({ memberId, branch, collegeId }: Correction): string =>
  memberId ?? branch?._id ?? collegeId;

/** More than a day's corrections of one person, branch or college. */
const MOST = 1000;

/** What leads to the corrections of the same person, branch or college. */
const ofSameSubject = ({ memberId, branch, collegeId }: Correction): Query<'corrections'>['where'] => {
  if (memberId !== null) return { memberId };
  return { collegeId, ...(branch ? { 'branch._id': branch._id } : { kind: 'rename-college' }) };
};

/** Of two within one millisecond the version of what was put right says which came first: it ends the id. */
const versionIn = ({ _id }: Correction): number => Number(_id.slice(_id.lastIndexOf(':') + 1));
const isLater = (one: Correction, than: Correction): boolean =>
  one.at === than.at ? versionIn(one) > versionIn(than) : one.at > than.at;

/** Whether the same person, branch or college was put right once more since: that has to be taken back first. */
const isOvertaken = async ({ store }: Ports, correction: Correction): Promise<boolean> => {
  const where = ofSameSubject(correction);
  const same = await store.find('corrections', { where, limit: MOST });
  return same.some((one) => one.undoneAt === null && isLater(one, correction));
};

/** Tells that it was taken back; once more it is not there any more. */
const settle = (ports: Ports, caller: CollegeCaller, { _id }: Correction): Promise<Result<object>> =>
  ports.store.transact(async (tx) => {
    const correction = await tx.get('corrections', _id);
    if (!correction || correction.undoneAt !== null) return ok({});
    const at = ports.clock.now();
    tx.put('corrections', { ...correction, undoneAt: at });
    const { kind } = correction;
    const subjectId = subjectOf(correction);
    const actor = actingAs(caller.account, caller.role);
    putAudit(tx, { subjectId, key: at, action: 'undo-correction', actor, at, facts: { kind } });
    return ok({});
  });

/** `CONFLICT` when something has happened to it since. */
export const undoCorrection: UseCase<'teacher', 'undoCorrection', CollegeCaller> = async (
  ports,
  { caller, request: { correctionId } },
) => {
  const correction = await ports.store.get('corrections', correctionId);
  if (!correction || !mayActFor(caller, correction.collegeId)) return fail('NOT_FOUND', 'correctionId');
  if (correction.undoneAt !== null || correction.expiresAt <= ports.clock.now())
    return fail('NOT_FOUND', 'correctionId');
  if (await isOvertaken(ports, correction)) return fail('CONFLICT');
  const undone = await UNDO[correction.kind](ports, caller, correction);
  if (!undone.ok) return undone;
  const settled = await settle(ports, caller, correction);
  return settled.ok ? ok({}) : settled;
};
