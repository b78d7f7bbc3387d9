/** What must have been told, reckoned from what happened and who stood where, and not from what the timer has made. */
import { EVENT_LIFE_MS } from '../../miniprogram/domain/reminding/due-notice';
import { chinaDay } from '../../miniprogram/domain/calendar/china-time';
import { isQuiet } from '../../miniprogram/domain/calendar/quiet-hours';
import { digestSlots } from '../../miniprogram/domain/reminding/digest';
import { dueReminders } from '../../miniprogram/domain/reminding/reminders';
import { isResetNoticeStillTrue, isStillTrue } from '../../miniprogram/domain/reminding/still-true';
import { audienceOf, toldOfReset, toldOfStep } from '../../miniprogram/domain/reminding/told';
import { placeOf, toldId } from '../../miniprogram/domain/reminding/told-ids';
import type { Actor } from '../../miniprogram/domain/rules/roles';
import { TRANSFER_STEPS } from '../../miniprogram/domain/transfer/steps';
import { takenBackIn } from '../../miniprogram/domain/transfer/taken-back';
import {
  forCollege,
  rulebookNamed,
  seasonByDefault,
  toCurrent,
  withSeason,
} from '../../cloudfunctions/_shared/season/season';
import type { Event, Notice } from '../../cloudfunctions/_shared/store/records';
import { timelineOf } from '../../cloudfunctions/_shared/store/records/timeline';
import { COLLEGE, SECRETARY, TEACHER } from './college';
import type { Outcome, Round, Snapshot } from './outcome';
import { standingIn } from './standing';

const calmRounds = ({ rounds, healedAt }: Outcome): Round[] => rounds.filter(({ from }) => from >= healedAt);

/** Reminders whose hour came while nothing went wrong any more, and that nobody made. */
export const missedReminders = (outcome: Outcome): string[] => {
  const made = new Set(outcome.notices.map(({ _id }) => _id));
  const missed = new Set<string>();
  for (const { from, before, after } of calmRounds(outcome))
    for (const member of before.members.filter(({ accountId }) => accountId !== null)) {
      const [then, later] = [before, after].map((snapshot) =>
        dueReminders(standingIn(snapshot, member), from),
      );
      for (const { id, dueAt } of then ?? [])
        if (dueAt > outcome.healedAt && later?.some((one) => one.id === id) && !made.has(id)) missed.add(id);
    }
  return [...missed].map((id) => `${id} was never made`);
};

const readersOf = (audience: Notice['audience'], collegeId: string, accountId: string | null): string[] => {
  if (audience === 'graduate') return accountId === null ? [] : [accountId];
  if (collegeId !== COLLEGE.collegeId) return [];
  return audience === 'teacher' ? [TEACHER] : [SECRETARY];
};

/** What an event still tells by the records of the end: ids of messages with their readers. */
const stillTold = (event: Event, { transfers, requests }: Snapshot): [planId: string, reader: string][] => {
  const { subjectId, action, actor, at, facts } = event;
  const transfer = transfers.find(({ _id }) => _id === subjectId);
  const step = TRANSFER_STEPS.find((one) => one === action);
  const told = (
    owner: { collegeId: string; accountId: string | null },
    audience: Notice['audience'],
    id: string,
  ) =>
    readersOf(audience, owner.collegeId, owner.accountId)
      .filter((reader) => reader !== actor.accountId)
      .map((reader): [string, string] => [id, reader]);
  if (transfer && step && transfer.attempt === facts.attempt) {
    const timeline = timelineOf(transfer);
    const index = placeOf(timeline, { step, at });
    if (takenBackIn(timeline).has(index)) return [];
    return toldOfStep(step, actor.role as Actor).flatMap((kind) => {
      const audience = audienceOf(kind, transfer.waitsFor);
      const isTrue = isStillTrue({ kind, audience }, transfer);
      const id = toldId({ id: subjectId, timeline }, { index, attempt: transfer.attempt, kind });
      return isTrue ? told(transfer, audience, id) : [];
    });
  }
  const request = requests.find(({ _id }) => _id === subjectId);
  if (!request || request.state !== facts.to) return [];
  return toldOfReset(request.state).flatMap((kind) =>
    isResetNoticeStillTrue(kind, request.state)
      ? told(request, audienceOf(kind, 'nobody'), `${subjectId}:1:${kind}`)
      : [],
  );
};

/** No message leaves at night, whatever a season says. */
const NIGHT = { from: 23, to: 7 };

/**
 * Whether it could be told while it was news: it was, by the event itself, or a turn by day came in which nothing went
 * wrong any more. A turn that fails tells nothing, and the timer may stand still for weeks after it.
 */
const hadTime = ({ rounds, healedAt }: Outcome, { _id, at }: Event): boolean => {
  const inTime = rounds.filter(({ from, until }) => until >= at && from <= at + EVENT_LIFE_MS);
  const isCalm = ({ from }: Round): boolean => from >= healedAt && from > at && !isQuiet(from, NIGHT);
  return inTime.some((round) => round.after.told.get(_id) === true || isCalm(round));
};

/** Events of which nobody was told although what they say still holds in the end. */
export const untoldEvents = (outcome: Outcome): string[] => {
  const { events, notices, rounds } = outcome;
  const last = rounds.at(-1);
  if (!last) return [];
  const told = new Set(notices.map(({ planId, accountId }) => `${planId} ${accountId}`));
  return events
    .filter((event) => (event.tellAt === null || event.tellAt <= last.from) && hadTime(outcome, event))
    .flatMap((event) => stillTold(event, last.after))
    .filter(([planId, reader]) => !told.has(`${planId} ${reader}`))
    .map(([planId, reader]) => `${reader} never heard of ${planId}`);
};

/** Events that nobody has finished telling. */
export const leftEvents = ({ events, rounds }: Outcome): string[] => {
  const until = rounds.at(-1)?.from ?? 0;
  return events.flatMap(({ _id, tellAt }) =>
    tellAt !== null && tellAt <= until ? [`${_id} is still to be told`] : [],
  );
};

/** Whoever reads a message must be the one it is for, and there is one for each reader. */
export const wrongReaders = ({ notices, rounds }: Outcome): string[] => {
  const members = rounds.at(-1)?.after.members ?? [];
  const seen = new Set<string>();
  return notices.flatMap(({ _id, planId, audience, accountId, aboutId, collegeId }) => {
    const key = `${planId} ${accountId}`;
    const isTwice = seen.has(key);
    seen.add(key);
    if (isTwice) return [`${key} is there twice`];
    const owner = members.find((member) => member._id === aboutId);
    const readers = [
      ...readersOf(audience, collegeId ?? '', owner?.accountId ?? null),
      ...(audience === 'teacher' ? [COLLEGE.collegeId] : []),
    ];
    return readers.includes(accountId) ? [] : [`${_id} went to ${accountId}`];
  });
};

const waitsForTeacher = ({ transfers, requests }: Snapshot, since: number): boolean =>
  transfers.some(
    ({ collegeId, waitsFor, waitingSince }) =>
      collegeId === COLLEGE.collegeId && waitsFor === 'college' && waitingSince <= since,
  ) ||
  requests.some(
    ({ collegeId, state, escalatedAt }) =>
      collegeId === COLLEGE.collegeId &&
      state === 'escalated' &&
      escalatedAt !== null &&
      escalatedAt <= since,
  );

/** Mornings of working days on which the college's teacher had something too long and was told of no digest. */
export const missedDigests = (outcome: Outcome): string[] => {
  const told = new Set(
    outcome.notices
      .filter(({ kind, accountId }) => kind === 'digest' && accountId === TEACHER)
      .map(({ dueAt }) => chinaDay(dueAt)),
  );
  return calmRounds(outcome).flatMap(({ from, before, after }) => {
    const current = before.season ? toCurrent(before.season) : seasonByDefault(from);
    const rules = withSeason(rulebookNamed(current.rulebookId), forCollege(current, null));
    const [slot] = digestSlots(chinaDay(from), rules);
    if (!slot || slot.at > from || slot.at <= outcome.healedAt || told.has(chinaDay(from))) return [];
    const since = slot.at - rules.escalateAfterHours * 3_600_000;
    const isWaiting = [before, after].every((snapshot) => waitsForTeacher(snapshot, since));
    return isWaiting ? [`no digest on ${new Date(from).toISOString()}`] : [];
  });
};
