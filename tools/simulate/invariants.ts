/** What must hold after every schedule, written without looking at how the timer does it. */
import { isQuiet } from '../../miniprogram/domain/calendar/quiet-hours';
import type { Notice, Season } from '../../cloudfunctions/_shared/store/records';
import { rulebookNamed, withSeason } from '../../cloudfunctions/_shared/season/season';
import { FIRST_RULEBOOK_ID } from '../../miniprogram/rulebooks';
import type { SentMessage } from '../emulator/state';
import { COLLEGE } from './college';
import { causeHolds, unheard, wrongEnd } from './ends';
import { ledgerFaults } from './ledger';
import type { Outcome, Round } from './outcome';
import { noticeIdOf } from './ports';
import { heldIn } from './held-season';
import { leftEvents, missedDigests, missedReminders, untoldEvents, wrongReaders } from './promises';

export interface Violation {
  readonly rule: string;
  readonly seed: number;
  readonly detail: string;
}

export interface Verdict {
  readonly violations: readonly Violation[];
  readonly messages: number;
  /** Messages beyond the first of a notice, all inside the documented window. */
  readonly duplicates: number;
  readonly mayRepeat: number;
}

type Violate = (rule: string, detail: string) => void;

const shown = (at: number): string => new Date(at).toISOString();

/** A send that began before night fell may end in it. */
const UNDER_WAY_MS = 5_000;

type Reach = Pick<Notice, 'rulebookId' | 'collegeId'>;

const disturbsUnder = (season: Season | undefined, { rulebookId, collegeId }: Reach, at: number): boolean => {
  const rulebook = rulebookNamed(rulebookId);
  const { quietHours } = season ? withSeason(rulebook, heldIn(season, collegeId)) : rulebook;
  return isQuiet(at, quietHours) && isQuiet(at - UNDER_WAY_MS, quietHours);
};

/** A run that began before the season was changed may go by what it was. */
const disturbs = ({ before, after }: Round, reach: Reach, at: number): boolean =>
  [before, after].every(({ season }) => disturbsUnder(season, reach, at));

const groupBy = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

/** Who was sent what: a notice, and the messages that arrived for it. Returns the duplicates. */
const judgeCopies = (
  notices: readonly Notice[],
  messages: readonly SentMessage[],
  violate: Violate,
): number => {
  const [first] = notices;
  const called = notices.filter(({ status }) => status === 'sent').length;
  if (!first) return 0;
  if (messages.length < called)
    violate('nothing due is lost', `${first._id}: called sent, but nothing arrived`);
  const copies = Math.max(0, messages.length - Math.max(1, called));
  if (copies > 0 && !notices.some(({ mayRepeat }) => mayRepeat))
    violate('duplicates are counted', `${first._id} was sent ${messages.length} times`);
  return copies;
};

/** Also a notice that was dropped may be made again, and be due later. */
const wasDue = (
  notices: readonly Notice[],
  { before, after }: Round,
  { sentAt, page }: SentMessage,
): boolean =>
  [
    ...notices.map(({ dueAt }) => dueAt),
    ...[before, after].map(({ dues }) => dues.get(noticeIdOf(page))),
  ].some((dueAt) => dueAt !== undefined && dueAt <= sentAt);

const judgeMoment = (
  notices: readonly Notice[],
  message: SentMessage,
  rounds: readonly Round[],
  violate: Violate,
): void => {
  const { sentAt, id } = message;
  const [notice] = notices;
  const round = rounds.find(({ messageIds }) => messageIds.includes(id));
  if (!notice || !round) return;
  const detail = `${notice._id} at ${shown(sentAt)}`;
  if (!wasDue(notices, round, message)) violate('nothing before it is due', detail);
  if (notices.every((one) => disturbs(round, one, sentAt))) violate('quiet hours', detail);
  if (!causeHolds(notice, round.before, sentAt) && !causeHolds(notice, round.after, sentAt))
    violate('no cause, no notice', detail);
};

/** Only this college has a robot; a post tells of several notices at once. */
const POSTED: Reach = { rulebookId: FIRST_RULEBOOK_ID, collegeId: COLLEGE.collegeId };

const judgePosts = ({ posts, rounds, notices }: Outcome, violate: Violate): void => {
  for (const { sentAt } of posts) {
    // Posts are in no round: those of the same time are.
    const season = rounds.filter(({ from, until }) => from <= sentAt && sentAt <= until);
    if (season.every((round) => disturbs(round, POSTED, sentAt)))
      violate('quiet hours', `a post at ${shown(sentAt)}`);
  }
  const posted = notices.filter(({ channel, status }) => channel === 'wecom' && status === 'sent');
  if (posted.length > 0 && posts.length === 0)
    violate('nothing due is lost', `${posted.length} called posted, but nothing arrived`);
};

/** Judges one schedule by what WeChat took and what is stored in the end. */
export const judge = (outcome: Outcome, all: readonly SentMessage[]): Verdict => {
  const { seed, rounds, notices } = outcome;
  const violations: Violation[] = [];
  const violate: Violate = (rule, detail) => void violations.push({ rule, seed, detail });
  for (const notice of notices) {
    const end = wrongEnd(notice, outcome) ?? unheard(notice, outcome);
    if (end) violate('nothing due is lost', `${notice._id} (${notice.status}): ${end}`);
  }
  for (const detail of [
    ...leftEvents(outcome),
    ...untoldEvents(outcome),
    ...missedReminders(outcome),
    ...missedDigests(outcome),
  ])
    violate('nothing due is lost', detail);
  for (const detail of wrongReaders(outcome)) violate('the right reader, once', detail);
  const byName = groupBy(notices, ({ _id }) => _id);
  const messagesOf = groupBy(all, ({ page }) => noticeIdOf(page));
  let duplicates = 0;
  for (const [name, group] of byName) {
    if (group.some(({ channel }) => channel === 'wecom')) continue;
    const messages = messagesOf.get(name) ?? [];
    duplicates += judgeCopies(group, messages, violate);
    for (const message of messages) judgeMoment(group, message, rounds, violate);
  }
  for (const name of messagesOf.keys())
    if (!byName.has(name)) violate('no cause, no notice', `${name} is nowhere`);
  judgePosts(outcome, violate);
  for (const detail of ledgerFaults(outcome, all)) violate('the ledger', detail);
  const mayRepeat = notices.filter((notice) => notice.mayRepeat).length;
  return { violations, messages: all.length, duplicates, mayRepeat };
};
