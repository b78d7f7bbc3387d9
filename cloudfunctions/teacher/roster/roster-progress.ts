import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { runNamed, runWithin, toRunView } from './run-view';

export const rosterProgress: EarlyReader<'teacher', 'rosterProgress', CollegeCaller> = readingEarly(
  runNamed,
  async (ports, { caller }, named) => {
    const run = runWithin(ports, caller, named);
    return run.ok ? ok({ run: await toRunView(ports, run.data), now: ports.clock.now() }) : run;
  },
);
