/** The version of a college's roster: whatever changes people on it raises it. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Transaction } from '../store/ports';
import type { College } from '../store/records';

/** A run is being written to this college, unless it is the run itself that asks. */
export const isBeingWritten = (college: College, runId?: string): boolean =>
  college.rosterRunId !== null && college.rosterRunId !== runId;

/**
 * Raises the version in the same transaction as the change. `CONFLICT` while a run is being written.
 * @param runId null when the roster is free afterwards; the id of the run that holds it otherwise.
 */
export const raiseRoster = async (
  tx: Transaction,
  collegeId: string,
  { by, runId = null }: { by?: string; runId?: string | null } = {},
): Promise<Result<College>> => {
  const [college] = await tx.getMany('colleges', [collegeId]);
  if (!college) return fail('COLLEGE_UNKNOWN');
  if (isBeingWritten(college, by)) return fail('CONFLICT');
  const raised = { ...college, rosterVersion: college.rosterVersion + 1, rosterRunId: runId };
  tx.put('colleges', raised);
  return ok(raised);
};
