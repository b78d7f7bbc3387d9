import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { allColleges } from '../../_shared/store/branches';
import { latestReconcile, reconcileWithin, toReconcileView } from './run-view';

/** Where 对账 of a college stands: the run that is named, or the last one. */
export const reconcile: UseCase<'teacher', 'reconcile', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId = caller.scopeId, runId } },
) => {
  const now = ports.clock.now();
  if (runId !== undefined) {
    const run = reconcileWithin(ports, caller, await ports.store.get('reconciles', runId));
    if (!run.ok) return run;
    const { collegeId: id, collegeName: name } = run.data;
    return ok({ college: { id, name }, colleges: [], run: toReconcileView(run.data, now), now });
  }
  if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
  if (collegeId === ALL_COLLEGES) {
    const colleges = (await allColleges(ports)).map(({ _id: id, name }) => ({ id, name }));
    return ok({ college: null, colleges, run: null, now });
  }
  const [college, run] = await Promise.all([
    ports.store.get('colleges', collegeId),
    latestReconcile(ports, collegeId),
  ]);
  if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
  return ok({
    college: { id: college._id, name: college.name },
    colleges: [],
    run: run ? toReconcileView(run, now) : null,
    now,
  });
};
