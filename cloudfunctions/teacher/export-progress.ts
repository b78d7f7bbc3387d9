import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import { ALL_COLLEGES, mayActFor, type CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import type { Export } from '../_shared/records';
import { EXPORT } from '../_shared/roster/limits';
import { runExport } from './exports/run-export';
import { toExportView } from './exports/view';

/** One's own export only, and only while one still has the rights it was started with. */
const exportWithin = async (
  { store, clock }: Ports,
  caller: CollegeCaller,
  exportId: string,
): Promise<Result<Export>> => {
  const job = await store.get('exports', exportId);
  const isOwn = job?.accountId === caller.account._id && job.expiresAt > clock.now();
  const mayRead =
    job?.scopeId === ALL_COLLEGES ? caller.role === 'committee' : mayActFor(caller, job?.scopeId ?? '');
  return job && isOwn && mayRead ? ok(job) : fail('NOT_FOUND', 'exportId');
};

/** The job when it is this call's to do; nothing when it is done or somebody is at it. */
const takeLease = ({ store, clock }: Ports, exportId: string): Promise<Result<Export | undefined>> =>
  store.transact(async (tx) => {
    const job = await tx.get('exports', exportId);
    const now = clock.now();
    if (job?.state !== 'running' || job.leaseUntil > now) return ok(undefined);
    const leased = { ...job, leaseUntil: now + EXPORT.leaseMs };
    tx.put('exports', leased);
    return ok(leased);
  });

/** Does the work unless another call is at it, and tells how far it is. */
export const exportProgress: UseCase<'teacher', 'exportProgress', CollegeCaller> = async (
  ports,
  { caller, request: { exportId } },
) => {
  const found = await exportWithin(ports, caller, exportId);
  if (!found.ok) return found;
  const leased = await takeLease(ports, exportId);
  if (!leased.ok) return leased;
  const job = leased.data ? await runExport(ports, caller, leased.data) : found;
  return job.ok ? ok({ export: await toExportView(ports, job.data), now: ports.clock.now() }) : job;
};
