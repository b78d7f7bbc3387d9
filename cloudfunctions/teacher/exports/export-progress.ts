import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Export } from '../../_shared/store/records';
import { EXPORT } from '../../_shared/roster/limits';
import { currentSeason, type CurrentSeason } from '../../_shared/season/season';
import { branchesOf, runExport } from './run-export';
import { toExportView } from './view';

/** One's own export only, and only while one still has the rights it was started with. */
const exportWithin = ({ clock }: Ports, caller: CollegeCaller, job: Export | undefined): Result<Export> => {
  const isOwn = job?.accountId === caller.account._id && job.expiresAt > clock.now();
  const mayRead =
    job?.scopeId === ALL_COLLEGES ? caller.role === 'committee' : mayActFor(caller, job?.scopeId ?? '');
  return job && isOwn && mayRead ? ok(job) : fail('NOT_FOUND', 'exportId');
};

/** Takes the job for this call; false when another was quicker. */
const takeLease = async ({ store, clock }: Ports, { _id, state }: Export): Promise<boolean> => {
  const now = clock.now();
  const target = { _id: { in: [_id] }, state, leaseUntil: { lte: now }, expiresAt: { gt: now } } as const;
  return (await store.changeAll('exports', target, { set: { leaseUntil: now + EXPORT.leaseMs } })) > 0;
};

const workOn = async (
  ports: Ports,
  caller: CollegeCaller,
  job: Export,
  season: CurrentSeason,
): Promise<Result<Export>> => {
  const isFree = job.state === 'running' && job.leaseUntil <= ports.clock.now();
  if (!isFree) return ok(job);
  const [isMine, branches] = await Promise.all([takeLease(ports, job), branchesOf(ports, job.scopeId)]);
  return isMine ? runExport(ports, caller, job, { season, branches }) : ok(job);
};

/** Does the work unless it is done or another call is at it, and tells how far it is. */
export const exportProgress: EarlyReader<'teacher', 'exportProgress', CollegeCaller> = readingEarly(
  (ports, { exportId }) => Promise.all([ports.store.get('exports', exportId), currentSeason(ports)]),
  async (ports, { caller }, [named, season]) => {
    const found = exportWithin(ports, caller, named);
    if (!found.ok) return found;
    const job = await workOn(ports, caller, found.data, season);
    return job.ok ? ok({ export: await toExportView(ports, job.data), now: ports.clock.now() }) : job;
  },
);
