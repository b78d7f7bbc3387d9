/** Takes back what was put right on the roster by hand, as long as nothing else has happened to it since. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { CorrectionKind } from '../../../miniprogram/domain/people/corrections';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import type { Ports } from '../../_shared/platform/ports';
import type { Correction } from '../../_shared/store/records';
import { nameCollege } from '../accounts/rename-college';
import { nameBranch } from '../roster/change-branch';
import { bringBackBranch, splitBranch } from './undo-branch';
import { bringBackMember, correctBack, splitMembers } from './undo-member';

type Undo = (ports: Ports, caller: CollegeCaller, correction: Correction) => Promise<Result<unknown>>;

/** By the same way it was put right. */
const renameBranchBack: Undo = async (ports, caller, { branch }) =>
  branch
    ? nameBranch(ports, caller, { branchId: branch._id, name: branch.name, isUndo: true })
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

/** Tells that it was taken back; once more it is not there any more. */
const settle = (ports: Ports, caller: CollegeCaller, { _id }: Correction): Promise<Result<object>> =>
  ports.store.transact(async (tx) => {
    const correction = await tx.get('corrections', _id);
    if (!correction || correction.undoneAt !== null) return ok({});
    const at = ports.clock.now();
    tx.put('corrections', { ...correction, undoneAt: at });
    const { memberId, branch, collegeId, kind } = correction;
    const subjectId = memberId ?? branch?._id ?? collegeId;
    const actor = actingAs(caller.account, caller.role);
    putAudit(tx, { subjectId, key: at, action: 'undo-correction', actor, at, facts: { kind } });
    return ok({});
  });

export const undoCorrection: UseCase<'teacher', 'undoCorrection', CollegeCaller> = async (
  ports,
  { caller, request: { correctionId } },
) => {
  const correction = await ports.store.get('corrections', correctionId);
  if (!correction || !mayActFor(caller, correction.collegeId)) return fail('NOT_FOUND', 'correctionId');
  if (correction.undoneAt !== null || correction.expiresAt <= ports.clock.now())
    return fail('NOT_FOUND', 'correctionId');
  const undone = await UNDO[correction.kind](ports, caller, correction);
  if (!undone.ok) return undone;
  const settled = await settle(ports, caller, correction);
  return settled.ok ? ok({}) : settled;
};
