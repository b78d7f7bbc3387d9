import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import { ALL_COLLEGES, mayActFor, type CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import type { Export } from '../_shared/records';
import { EXPORT } from '../_shared/roster/limits';
import { runExport } from './exports/run-export';
import { toExportView } from './exports/view';

/** One's own export only, and only while one still has the rights it was started with. */
const exportWithin = ({ clock }: Ports, caller: CollegeCaller, job: Export | undefined): Result<Export> => {
  const isOwn = job?.accountId === caller.account._id && job.expiresAt > clock.now();
  const mayRead =
    job?.scopeId === ALL_COLLEGES ? caller.role === 'committee' : mayActFor(caller, job?.scopeId ?? '');
  return job && isOwn && mayRead ? ok(job) : fail('NOT_FOUND', 'exportId');
};

/** Whether the job is this call's to do: not when it is done or somebody is at it. */
const takeLease = async ({ store, clock }: Ports, { _id, state, leaseUntil }: Export): Promise<boolean> => {
  const now = clock.now();
  if (state !== 'running' || leaseUntil > now) return false;
  const target = { _id: { in: [_id] }, state, leaseUntil: { lte: now } } as const;
  return (await store.changeAll('exports', target, { set: { leaseUntil: now + EXPORT.leaseMs } })) > 0;
};

/** Does the work unless another call is at it, and tells how far it is. */
export const exportProgress: EarlyReader<'teacher', 'exportProgress', CollegeCaller> = readingEarly(
  ({ store }, { exportId }) => store.get('exports', exportId),
  async (ports, { caller }, named) => {
    const found = exportWithin(ports, caller, named);
    if (!found.ok) return found;
    const isMine = await takeLease(ports, found.data);
    const job = isMine ? await runExport(ports, caller, found.data) : found;
    return job.ok ? ok({ export: await toExportView(ports, job.data), now: ports.clock.now() }) : job;
  },
);
