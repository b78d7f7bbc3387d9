/** Several people who have not acted and took the same way: recorded one by one, in one call. */
import type { Parsed, Response } from '../../../miniprogram/contract';
import { MANY_OF_OTHERS_ERRORS } from '../../../miniprogram/contract/on-behalf';
import { fail, ok, type ErrorCode, type Failure, type Result } from '../../../miniprogram/domain/errors';
import { mayRecordFor } from '../../../miniprogram/domain/transfer/on-behalf';
import { inParallel } from '../kernel/in-parallel';
import { BATCH } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import { checkText } from '../platform/text-check';
import { currentSeason } from '../season/season';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { ifReadable } from '../store/records/unreadable';
import { textsOf } from './hand-in';
import { latestTransfer } from './load';
import { recordWayFor, startOn, type Recorder } from './on-behalf';

type Asked = Parsed<'teacher', 'recordMany'>;
type Outcome = Response<'teacher', 'recordMany'>['results'][number];

/** What is wrong with what was asked is so for everybody. */
const OF_ALL: readonly ErrorCode[] = MANY_OF_OTHERS_ERRORS.filter((code) => code !== 'NOT_FOUND');

/** Whether others recorded this very way for them, and nothing since. */
const isPrepared = (transfer: Transfer, { wayId, routeId }: Asked): boolean =>
  transfer.state === 'draft' &&
  transfer.wayId === wayId &&
  transfer.routeId === routeId &&
  mayRecordFor({ state: transfer.state, timeline: timelineOf(transfer) });

/** Their transfer on this way: begun now, or recorded before. `TRANSFER_ILLEGAL_STEP` where they have begun otherwise. */
const wayTaken = async (
  ports: Ports,
  recorder: Recorder,
  asked: Asked & { readonly memberId: string },
): Promise<Result<Transfer>> => {
  const { memberId, wayId, routeId } = asked;
  const begun = await recordWayFor(ports, recorder, { memberId, version: null, wayId, routeId });
  if (!begun.ok && begun.error.code !== 'TRANSFER_VERSION_STALE') return begun;
  const transfer = await latestTransfer(ports, memberId);
  const isTheirs = transfer !== undefined && (begun.ok || isPrepared(transfer, asked));
  return isTheirs ? ok(transfer) : fail('TRANSFER_ILLEGAL_STEP');
};

const outcomeOf = (memberId: string, done: Result<Pick<Transfer, 'state'>> | undefined): Outcome => {
  if (done?.ok) return { memberId, left: null, state: done.data.state };
  return { memberId, left: done?.error.code === 'BUSY' ? 'busy' : 'begun', state: null };
};

/**
 * Records the way of each, and that it was started where `fields` say with what. `NOT_FOUND` where one of them is not
 * theirs to record for; what is wrong with way or fields fails the call. Called again it does the rest.
 */
export const recordManyFor = async (
  ports: Ports,
  recorder: Recorder,
  asked: Asked,
): Promise<Result<Response<'teacher', 'recordMany'>>> => {
  const { memberIds, fields } = asked;
  const ids = [...new Set(memberIds)];
  const [season, members] = await Promise.all([currentSeason(ports), ports.store.getMany('members', ids)]);
  if (members.length < ids.length || !members.every(recorder.mayActFor))
    return fail('NOT_FOUND', 'memberIds');
  const checked = fields && (await checkText(ports, recorder.account, 'organisation', textsOf(fields)));
  if (checked && !checked.ok) return checked;
  const one = async (memberId: string): Promise<Result<Pick<Transfer, 'state'>>> => {
    const taken = await wayTaken(ports, recorder, { ...asked, memberId });
    // Whose window has not opened has nothing to start yet.
    if (!taken.ok || !fields || !checked || taken.data.state !== 'draft') return taken;
    const seen = taken.data;
    return startOn(ports, recorder, { seen, version: seen.version, season, checked, fields });
  };
  let wrong: Failure | undefined;
  const jobs = ids.map((memberId) => async () => {
    const done = wrong ? undefined : await ifReadable(one(memberId));
    if (done && !done.ok && OF_ALL.includes(done.error.code)) wrong = done.error;
    return outcomeOf(memberId, done);
  });
  const results = await inParallel(jobs, BATCH.parallel);
  return wrong ? { ok: false, error: wrong } : ok({ results });
};
