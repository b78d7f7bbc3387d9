/** For people of the college who have not acted yet. */
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { recordManyFor } from '../../_shared/transfers/many-on-behalf';
import { recordStartFor, recordWayFor, type Recorder } from '../../_shared/transfers/on-behalf';

export const recorderOf = (caller: CollegeCaller): Recorder => ({
  account: caller.account,
  actor: actingAs(caller.account, caller.role),
  mayActFor: ({ collegeId }) => mayActFor(caller, collegeId),
});

export const recordWay: UseCase<'teacher', 'recordWay', CollegeCaller> = (ports, { caller, request }) =>
  recordWayFor(ports, recorderOf(caller), request);

export const recordStart: UseCase<'teacher', 'recordStart', CollegeCaller> = (ports, { caller, request }) =>
  recordStartFor(ports, recorderOf(caller), request);

export const recordMany: UseCase<'teacher', 'recordMany', CollegeCaller> = (ports, { caller, request }) =>
  recordManyFor(ports, recorderOf(caller), request);
