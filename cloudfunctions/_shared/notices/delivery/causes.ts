/** Whether what a message says is still so, and still theirs to hear: asked of the records just before sending. */
import {
  comingReminders,
  dueReminders,
  isTheirTurn,
} from '../../../../miniprogram/domain/reminding/reminders';
import type { DueNotice } from '../../../../miniprogram/domain/reminding/due-notice';
import type { NoticeKind } from '../../../../miniprogram/domain/reminding/kinds';
import {
  isOverAgeNoticeStillTrue,
  OVER_AGE_KINDS,
  type OverAgeKind,
} from '../../../../miniprogram/domain/reminding/over-age';
import { isResetNoticeStillTrue, isStillTrue } from '../../../../miniprogram/domain/reminding/still-true';
import { falseIds } from '../../../../miniprogram/domain/reminding/told-ids';
import { resetStateAt } from '../../../../miniprogram/domain/transfer/reset-states';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, type CurrentSeason } from '../../season/season';
import type { Member, Notice, ResetRequest, Transfer } from '../../store/records';
import { timelineOf } from '../../store/records/timeline';
import { readStandings, type Person } from '../reminders/standings';
import { toldState } from '../telling/causes';
import { readReaders } from './readers';

/** Kinds that hang on where somebody stands, not on one record. */
const OF_STANDING: readonly NoticeKind[] = [
  'deadline-near',
  'season-near',
  'still-waiting',
  'keeping-contact',
  'keeping-near',
  'nudged',
];

const isOfStanding = ({ kind }: Notice): boolean => OF_STANDING.includes(kind);

/** What it is about, by the first part of its name: `transferId:attempt:kind` or `requestId:1:kind`. */
const ownerOf = ({ planId }: Notice): string => planId.split(':')[0] ?? '';
const attemptOf = ({ planId }: Notice): number => Number(planId.split(':')[1]);

const isOf =
  (prefix: string) =>
  (notice: Notice): boolean =>
    !isOfStanding(notice) && ownerOf(notice).startsWith(prefix);

/** `unknown`: its cause is there, but cannot be read. */
export type Truth = (notice: Notice) => boolean | 'unknown';

export interface Causes {
  readonly isTrue: Truth;
  /** The reminders its reader is still to get, for which a scarce credit may be kept. */
  readonly comingTo: (notice: Notice) => readonly DueNotice[];
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const mapOf = <T extends { readonly _id: string }>(records: readonly T[]) =>
  new Map(records.map((one) => [one._id, one]));

/** Still due, and still theirs: the person may have signed in anew or done what it asks for. */
const isReminderTrue = (notice: Notice, person: Person | undefined, now: number): boolean => {
  if (person?.member.accountId !== notice.accountId) return false;
  if (notice.kind === 'nudged') return isTheirTurn(person.standing);
  // 1.0 named them without the day they are about.
  return dueReminders(person.standing, now).some(
    ({ id, earlierId }) => id === notice.planId || earlierId === notice.planId,
  );
};

interface Cause {
  readonly request: ResetRequest | undefined;
  readonly transfer: Transfer | undefined;
  /** Of what is told of their age. */
  readonly member: Member | undefined;
}

const isOverAgeKind = (kind: NoticeKind): kind is OverAgeKind =>
  Object.values(OVER_AGE_KINDS).some((one) => one === kind);

const isCauseTrue = (
  notice: Notice,
  { request, transfer, member }: Cause,
  { season, now }: { season: CurrentSeason; now: number },
): boolean => {
  const { kind } = notice;
  if (isOverAgeKind(kind)) {
    if (!member) return false;
    const { ageLimit } = rulebookNamed(forCollege(season, member.collegeId).rulebookId);
    return isOverAgeNoticeStillTrue(kind, attemptOf(notice), { person: member, ageLimit });
  }
  if (request) return isResetNoticeStillTrue(kind, resetStateAt(request, now));
  if (transfer?.attempt !== attemptOf(notice)) return false;
  if (falseIds({ id: transfer._id, timeline: timelineOf(transfer) }).has(notice.planId)) return false;
  return isStillTrue(notice, { state: toldState(transfer, notice.dueAt), waitsFor: transfer.waitsFor });
};

/** Reads the causes of a batch at once. */
export const readCauses = async (
  ports: Ports,
  notices: readonly Notice[],
  season: CurrentSeason,
): Promise<Causes> => {
  const { store } = ports;
  const idsOf = (prefix: string) => unique(notices.filter(isOf(prefix)).map(ownerOf));
  const [transfers, requests, aged, members] = await Promise.all([
    store.lookUp('transfers', idsOf('t-')),
    store.lookUp('resetRequests', idsOf('r-')),
    store.lookUp('members', idsOf('m-')),
    store.lookUp('members', unique(notices.filter(isOfStanding).map(({ aboutId }) => aboutId))),
  ]);
  const standings = await readStandings(ports, [...members.records], season);
  const unreadable = new Set([
    ...[transfers, requests, aged, members].flatMap((one) => [...one.unreadable.keys()]),
    ...standings.unreadable,
  ]);
  const [transferOf, requestOf] = [mapOf(transfers.records), mapOf(requests.records)];
  const agedOf = mapOf(aged.records);
  const now = ports.clock.now();

  const causeOf = (notice: Notice): Cause => ({
    request: requestOf.get(ownerOf(notice)),
    transfer: transferOf.get(ownerOf(notice)),
    member: agedOf.get(ownerOf(notice)),
  });
  const isTheirs = await readReaders(ports, notices, (notice) => {
    const { request, transfer, member } = causeOf(notice);
    return transfer ?? request ?? (member && { ...member, memberId: member._id });
  });
  const isTrue: Truth = (notice) => {
    const { aboutId, kind } = notice;
    if (unreadable.has(isOfStanding(notice) ? aboutId : ownerOf(notice))) return 'unknown';
    if (isOfStanding(notice)) return isReminderTrue(notice, standings.people.get(aboutId), now);
    // A digest has been written anew just before.
    const isSo = () => isCauseTrue(notice, causeOf(notice), { season, now });
    return isTheirs(notice) && (kind === 'digest' || isSo());
  };
  return {
    isTrue,
    comingTo: ({ aboutId }) => {
      const person = standings.people.get(aboutId);
      return person ? comingReminders(person.standing, now) : [];
    },
  };
};
