/** Makes the reminders of graduates whose hour has come: asked of the records at that moment, none was stored before. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import type { DueNotice, Reminder } from '../../../../miniprogram/domain/reminding/due-notice';
import { comingReminders, dueReminders } from '../../../../miniprogram/domain/reminding/reminders';
import { startBy } from '../../../../miniprogram/domain/rules/rulebook/windows';
import { seasonYearOf } from '../../../../miniprogram/domain/rules/season-rules';
import { apart } from '../../kernel/apart';
import { describeBug } from '../../kernel/bugs';
import { chunks } from '../../kernel/chunks';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, withSeason, type CurrentSeason } from '../../season/season';
import { allColleges } from '../../store/branches';
import { isOfDatabase } from '../../store/database-errors';
import type { Member, Notice, Transfer } from '../../store/records';
import { toNotice, type CauseFacts } from '../notice-of';
import { noticeFacts } from '../transfer-facts';
import { approvedOn, approvedUntil, boundOf, keptOnes } from './candidates';
import { readStandings, type Person } from './standings';

const seasonFacts = ({ member, standing }: Person, season: CurrentSeason) => {
  const { name, branchName, collegeId } = member;
  const held = forCollege(season, collegeId);
  const rulebook = withSeason(rulebookNamed(held.rulebookId), held);
  const seasonDeadlineAt = standing.season.deadlineAt;
  const isOwnDay = seasonDeadlineAt !== held.deadlineAt;
  return { memberName: name, branchName, seasonDeadlineAt, isOwnDay, rulebook };
};

const factsOf = (person: Person, { id, dueAt }: Reminder, season: CurrentSeason): CauseFacts => {
  const { member, transfers } = person;
  const transfer = transfers.find(({ _id }) => id.startsWith(`${_id}:`));
  const { collegeId } = member;
  return transfer
    ? { ...noticeFacts(transfer, forCollege(season, collegeId)), at: dueAt }
    : { ...seasonFacts(person, season), at: dueAt };
};

/** Whether 1.0 has told it, or is about to: its names do not tell one deadline from another. */
const isTold = (earlier: Notice | undefined, deadlineAt: number | null): boolean =>
  earlier !== undefined && earlier.status !== 'cancelled' && earlier.notAfter === deadlineAt;

const deadlineOf = ({ kind, id }: Reminder, { standing }: Person): number | null =>
  kind === 'season-near'
    ? standing.season.deadlineAt
    : (standing.transfers.find((transfer) => id.startsWith(`${transfer.id}:`))?.deadlineAt ?? null);

/** Takes what was made of people, and sends what of it may leave. */
export type Keep = (
  notices: readonly Notice[],
  comingTo: (notice: Notice) => readonly DueNotice[],
) => Promise<void>;

/** What one turn of reminding goes by. */
export interface Making {
  readonly ports: Ports;
  readonly season: CurrentSeason;
  readonly keep: Keep;
}

const toReminder = ({ ports, season }: Making, person: Person, reminder: Reminder): readonly Notice[] => {
  const { _id: memberId, accountId, collegeId } = person.member;
  if (accountId === null) return [];
  const facts = factsOf(person, reminder, season);
  const { quietHours } = withSeason(facts.rulebook, forCollege(season, collegeId));
  const to = { accountId, channel: 'subscribe' } as const;
  const { templateIds } = ports.settings;
  return [toNotice(reminder, { about: { memberId, collegeId }, to, facts, quietHours, templateIds })];
};

/** Makes what is due to these people; resolves to how many messages there are. */
const remindSome = async (making: Making, members: readonly Member[]): Promise<number> => {
  const { ports, season, keep } = making;
  const { people, unreadable } = await readStandings(ports, members, season);
  const now = ports.clock.now();
  const due = [...people.values()]
    .filter(({ member }) => !unreadable.has(member._id))
    .flatMap((person) => dueReminders(person.standing, now).map((reminder) => ({ person, reminder })));
  const earlierIds = due.map(({ reminder }) => reminder.earlierId);
  const earlier = new Map((await ports.store.getMany('notices', earlierIds)).map((one) => [one._id, one]));
  const notices = due
    .filter(({ person, reminder }) => !isTold(earlier.get(reminder.earlierId), deadlineOf(reminder, person)))
    .flatMap(({ person, reminder }) => toReminder(making, person, reminder));
  const comingTo = ({ aboutId }: Notice): readonly DueNotice[] => {
    const person = people.get(aboutId);
    return person ? comingReminders(person.standing, now) : [];
  };
  if (notices.length > 0) await keep(notices, comingTo);
  return notices.length;
};

/** The same, where a fault of ours meets one of them without that one: it is told, and the others are reminded. */
const remindPeople = async (making: Making, members: readonly Member[]): Promise<number> => {
  const { log, store } = making.ports;
  const parts = await apart(members, {
    work: (some) => remindSome(making, some),
    isForAll: isOfDatabase,
    broken: async ({ _id: id, collegeId }, error) => {
      log('reminding-broken', { id, ...describeBug(error) });
      await store.setAside([{ collection: 'members', id, reason: 'broken', collegeId }]);
      return 0;
    },
  });
  return parts.reduce((sum, made) => sum + made, 0);
};

const ownersOf = async ({ store }: Ports, transfers: readonly Transfer[]): Promise<Member[]> => {
  const ids = transfers.flatMap(({ memberId, accountId }) => (accountId === null ? [] : [memberId]));
  return [...(await store.lookUp('members', [...new Set(ids)])).records];
};

/** As many as one look at their records takes. */
const AT_ONCE = 250;

const remindOwners = async (making: Making, pages: AsyncIterable<readonly Transfer[]>): Promise<number> => {
  let made = 0;
  for await (const page of pages)
    for (const transfers of chunks([...page], AT_ONCE)) {
      const members = await ownersOf(making.ports, transfers);
      if (members.length > 0) made += await remindPeople(making, members);
    }
  return made;
};

/** Before receivers' clocks end. @param days how many days ahead it is looked */
export const remindOfDeadlines = (making: Making, days: number): Promise<number> => {
  const today = chinaDay(making.ports.clock.now());
  return remindOwners(making, approvedUntil(making.ports, today, today + days));
};

/** Where no clock runs. @param waited how many days it may have waited since the school let it go */
export const remindOfWaiting = (making: Making, waited: readonly number[]): Promise<number> => {
  const today = chinaDay(making.ports.clock.now());
  // Pushed out of the quiet hours, a reminder may come on the day after its own.
  const days = waited.flatMap((count) => [today - count, today - count - 1]);
  return remindOwners(making, approvedOn(making.ports, days));
};

/** Those whom the school keeps: their days are counted in months, so all of them are looked at. */
export const remindOfKeeping = (making: Making): Promise<number> =>
  remindOwners(making, keptOnes(making.ports));

/** Before the season ends, in the colleges in which it is a day for it. */
export const remindOfSeason = async (making: Making): Promise<number> => {
  const { ports, season } = making;
  // Before one is opened nobody can begin.
  if (!season.isOpen) return 0;
  const { seasonReminderDays, ways } = rulebookNamed(season.rulebookId);
  const year = seasonYearOf(season.id);
  const ownDays = ways.flatMap(({ routes }) => routes.map(({ window }) => window));
  const today = chinaDay(ports.clock.now());
  // Pushed out of the quiet hours, a reminder may come on the day after its own.
  const isNear = (seasonDeadlineAt: number) =>
    [null, ...ownDays].some((window) => {
      const deadlineAt = startBy(window, { year, deadlineAt: seasonDeadlineAt });
      return [0, 1].some((later) => seasonReminderDays.includes(chinaDay(deadlineAt) - today + later));
    });
  const deadlines = [season, ...season.colleges.map(({ collegeId }) => forCollege(season, collegeId))];
  if (!deadlines.some(({ deadlineAt }) => isNear(deadlineAt))) return 0;
  let made = 0;
  for (const { _id: collegeId } of await allColleges(ports)) {
    if (!isNear(forCollege(season, collegeId).deadlineAt)) continue;
    for await (const members of boundOf(ports, collegeId)) made += await remindPeople(making, members);
  }
  return made;
};
