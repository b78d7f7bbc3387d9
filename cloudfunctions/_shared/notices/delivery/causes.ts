/** Whether what a notice says is still so: its cause is read again just before sending. */
import type { StateOrNone } from '../../../../miniprogram/domain/transfer/lifecycle';
import {
  isResetNoticeStillTrue,
  isStillTrue,
  isTheirPart,
} from '../../../../miniprogram/domain/reminding/still-true';
import { isFreedByAge } from '../../season/freed-by-age';
import type { Ports } from '../../platform/ports';
import { transferIdOf } from '../../store/record-ids';
import type { Mark, Member, Notice, ResetRequest, Transfer } from '../../store/records';
import { rulesOf } from '../../season/rules-of';
import { forCollege, rulebookNamed, type CurrentSeason } from '../../season/season';

type Cause =
  | { readonly of: 'reset'; readonly id: string }
  | { readonly of: 'transfer'; readonly id: string; readonly attempt: number }
  /** Season reminders belong to no attempt, and hold for a person and a season. */
  | { readonly of: 'season'; readonly id: string; readonly memberId: string; readonly seasonId: string };

/** Plan ids are `transferId:attempt:kind`, `requestId:1:kind` or `seasonId:memberId:season-near-days`. */
const causeOf = ({ kind, planId }: Notice): Cause | undefined => {
  const [owner = '', second = ''] = planId.split(':');
  if (kind === 'season-near')
    return { of: 'season', id: transferIdOf(owner, second), memberId: second, seasonId: owner };
  if (owner.startsWith('r-')) return { of: 'reset', id: owner };
  // What is true of nobody's transfer depends on none, such as a nudge.
  return isStillTrue(kind, 'none') ? undefined : { of: 'transfer', id: owner, attempt: Number(second) };
};

/** A transfer with nothing to do offline completes with its arrival, and that is still news. */
const toldState = (transfer: Transfer | undefined): StateOrNone => {
  if (!transfer) return 'none';
  return transfer.state === 'completed' && rulesOf(transfer).route.offlineSteps.length === 0
    ? 'accepted'
    : transfer.state;
};

/** `unknown`: its cause is there, but cannot be read. */
export type Truth = (notice: Notice) => boolean | 'unknown';

type ById<T> = ReadonlyMap<string, T>;

const byId = <T extends { readonly _id: string }>(records: readonly T[]): ById<T> =>
  new Map(records.map((one) => [one._id, one]));

/** A person who is there and not over age is reminded, of the day that holds for them now. */
const isOfSeason = (
  { notAfter, collegeId }: Notice,
  { seasonId }: Extract<Cause, { of: 'season' }>,
  { member, mark, season }: { member: Member | undefined; mark: Mark | undefined; season: CurrentSeason },
): boolean =>
  member !== undefined &&
  !isFreedByAge(member, mark, rulebookNamed(season.rulebookId).ageLimit) &&
  season.id === seasonId &&
  forCollege(season, collegeId).deadlineAt === notAfter;

/** Reads the causes of a batch at once. */
export const readCauses = async (
  { store }: Ports,
  notices: readonly Notice[],
  season: CurrentSeason,
): Promise<Truth> => {
  const causes = notices.flatMap((notice) => causeOf(notice) ?? []);
  const idsOf = (isAsked: (cause: Cause) => boolean) => [
    ...new Set(causes.filter(isAsked).map(({ id }) => id)),
  ];
  const memberIds = causes.flatMap((cause) => (cause.of === 'season' ? [cause.memberId] : []));
  const [transfers, requests, members, marks] = await Promise.all([
    store.lookUp(
      'transfers',
      idsOf(({ of }) => of !== 'reset'),
    ),
    store.lookUp(
      'resetRequests',
      idsOf(({ of }) => of === 'reset'),
    ),
    store.lookUp('members', [...new Set(memberIds)]),
    store.lookUp('marks', [...new Set(memberIds)]),
  ]);
  const unreadable = new Set(
    [transfers, requests, members, marks].flatMap((one) => [...one.unreadable.keys()]),
  );
  const [transferOf, requestOf, memberOf, markOf] = [
    byId<Transfer>(transfers.records),
    byId<ResetRequest>(requests.records),
    byId<Member>(members.records),
    byId<Mark>(marks.records),
  ];
  return (notice) => {
    const cause = causeOf(notice);
    if (!cause) return true;
    if (unreadable.has(cause.id)) return 'unknown';
    if (cause.of === 'reset') {
      const request = requestOf.get(cause.id);
      return request !== undefined && isResetNoticeStillTrue(notice.kind, request.state);
    }
    const transfer = transferOf.get(cause.id);
    const state = toldState(transfer);
    const isTrue = isStillTrue(notice.kind, state) && isTheirPart(notice.kind, state);
    if (cause.of === 'transfer') return cause.attempt === transfer?.attempt && isTrue;
    if (unreadable.has(cause.memberId)) return 'unknown';
    const { memberId } = cause;
    const about = { member: memberOf.get(memberId), mark: markOf.get(memberId), season };
    return isTrue && isOfSeason(notice, cause, about);
  };
};
