import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { runWithin, toRunView } from './roster/run-view';

export const rosterProgress: UseCase<'teacher', 'rosterProgress', CollegeCaller> = async (
  ports,
  { caller, request: { runId } },
) => {
  const run = await runWithin(ports, caller, runId);
  return run.ok ? ok({ run: await toRunView(ports, run.data), now: ports.clock.now() }) : run;
};
