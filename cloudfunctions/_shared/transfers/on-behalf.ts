/**
 * What a secretary or the college records for somebody who has not acted yet. The lifecycle says until when, and that a
 * secretary records nothing secret; here it is asked whose person it is, before and in the transaction.
 */
import type { Parsed, Response } from '../../../miniprogram/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { SubmissionFields } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Account, Member, Transfer } from '../store/records';
import { currentSeason, forCollege, type CurrentSeason } from '../season/season';
import type { CheckedText } from '../store/records/text-checked';
import { checkText } from '../platform/text-check';
import { handingIn, textsOf } from './hand-in';
import { latestTransfer } from './load';
import { takeStep } from './take-step';
import { takeWay } from './take-way';

type Place = Pick<Member, 'branchId' | 'collegeId'>;
type Recorded = Result<Response<'teacher', 'recordWay'>>;

/** Who records, and for whom they may. */
export interface Recorder {
  readonly account: Account;
  readonly actor: ActingPerson;
  /** Whether somebody of this place is theirs to record for. */
  readonly mayActFor: (place: Place) => boolean;
}

const notTheirs = (): Result<never> => fail('NOT_FOUND', 'memberId');

/** Whoever was moved away, or is being erased at this moment, is nobody's to record for. */
const stillTheirs =
  ({ mayActFor }: Recorder, memberId: string) =>
  async (tx: Transaction): Promise<Result<undefined>> => {
    const [[member], [erasure]] = await Promise.all([
      tx.getMany('members', [memberId]),
      tx.getMany('erasures', [memberId]),
    ]);
    if (!member || !mayActFor(member)) return notTheirs();
    return erasure ? fail('CONFLICT') : ok(undefined);
  };

const stateOf = (done: Result<Transfer>): Recorded =>
  done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;

export const recordWayFor = async (
  ports: Ports,
  recorder: Recorder,
  { memberId, ...choice }: Parsed<'teacher', 'recordWay'>,
): Promise<Recorded> => {
  const [current, member] = await Promise.all([currentSeason(ports), ports.store.get('members', memberId)]);
  if (!member || !recorder.mayActFor(member)) return notTheirs();
  if (!current.isOpen) return fail('SEASON_NOT_OPEN');
  const season = forCollege(current, member.collegeId);
  const mayAct = stillTheirs(recorder, memberId);
  const { actor } = recorder;
  return stateOf(await takeWay(ports, { ...choice, member, actor, season, step: 'choose-way', mayAct }));
};

/** What a start is recorded with: what WeChat said of its texts, and the season of the moment. */
interface Starting {
  readonly season: CurrentSeason;
  readonly checked: Result<CheckedText>;
  readonly fields: SubmissionFields;
}

/** Records the start on a transfer as it was seen. */
export const startOn = async (
  ports: Ports,
  { actor, mayActFor }: Recorder,
  {
    seen,
    version,
    season,
    checked,
    fields,
  }: Starting & { readonly seen: Transfer; readonly version: number },
): Promise<Recorded> => {
  const mayAct = (transfer: Transfer): Result<undefined> =>
    mayActFor(transfer) ? ok(undefined) : notTheirs();
  const submission = { version, fields, screenshots: null };
  const requestOf = handingIn(ports, submission, { checked, actor, season, mayAct });
  return stateOf(await takeStep(ports, seen, requestOf(seen)));
};

export const recordStartFor = async (
  ports: Ports,
  recorder: Recorder,
  { memberId, version, fields }: Parsed<'teacher', 'recordStart'>,
): Promise<Recorded> => {
  const [season, seen] = await Promise.all([currentSeason(ports), latestTransfer(ports, memberId)]);
  if (!seen || !recorder.mayActFor(seen)) return notTheirs();
  const checked = await checkText(ports, recorder.account, 'organisation', textsOf(fields));
  if (!checked.ok) return checked;
  return startOn(ports, recorder, { seen, version, season, checked, fields });
};
