/** Makes the reminders of graduates whose hour has come: asked of the records at that moment, none was stored before. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import type { Reminder } from '../../../../miniprogram/domain/reminding/due-notice';
import { dueReminders } from '../../../../miniprogram/domain/reminding/reminders';
import { startBy } from '../../../../miniprogram/domain/rules/rulebook/windows';
import { seasonYearOf } from '../../../../miniprogram/domain/rules/season-rules';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, withSeason, type CurrentSeason } from '../../season/season';
import { allColleges } from '../../store/branches';
import type { Member, Notice, Transfer } from '../../store/records';
import { toNotice, type CauseFacts } from '../notice-of';
import { keepNotices } from '../telling/keep-notices';
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

/** Makes what is due to these people; resolves to how many messages there are. */
const remindPeople = async (
  ports: Ports,
  members: readonly Member[],
  season: CurrentSeason,
): Promise<number> => {
  const { people, unreadable } = await readStandings(ports, members, season);
  const now = ports.clock.now();
  const due = [...people.values()]
    .filter(({ member }) => !unreadable.has(member._id))
    .flatMap((person) => dueReminders(person.standing, now).map((reminder) => ({ person, reminder })));
  const earlier = new Map(
    (
      await ports.store.getMany(
        'notices',
        due.map(({ reminder }) => reminder.earlierId),
      )
    ).map((one) => [one._id, one]),
  );
  const notices = due.flatMap(({ person, reminder }): Notice[] => {
    const { member } = person;
    const wasTold = isTold(earlier.get(reminder.earlierId), deadlineOf(reminder, person));
    if (member.accountId === null || wasTold) return [];
    const facts = factsOf(person, reminder, season);
    const { quietHours } = withSeason(facts.rulebook, forCollege(season, member.collegeId));
    const about = { memberId: member._id, collegeId: member.collegeId };
    return [
      toNotice(reminder, {
        about,
        to: { accountId: member.accountId, channel: 'subscribe' },
        facts,
        quietHours,
        templateIds: ports.settings.templateIds,
      }),
    ];
  });
  if (notices.length > 0) await keepNotices(ports, notices);
  return notices.length;
};

const ownersOf = async ({ store }: Ports, transfers: readonly Transfer[]): Promise<Member[]> => {
  const ids = transfers.flatMap(({ memberId, accountId }) => (accountId === null ? [] : [memberId]));
  return [...(await store.lookUp('members', [...new Set(ids)])).records];
};

const remindOwners = async (
  ports: Ports,
  season: CurrentSeason,
  pages: AsyncIterable<readonly Transfer[]>,
): Promise<number> => {
  let made = 0;
  for await (const transfers of pages) {
    const members = await ownersOf(ports, transfers);
    if (members.length > 0) made += await remindPeople(ports, members, season);
  }
  return made;
};

/** Before receivers' clocks end. @param days how many days ahead it is looked */
export const remindOfDeadlines = (ports: Ports, season: CurrentSeason, days: number): Promise<number> => {
  const today = chinaDay(ports.clock.now());
  return remindOwners(ports, season, approvedUntil(ports, today, today + days));
};

/** Where no clock runs. @param waited how many days it may have waited since the school let it go */
export const remindOfWaiting = (
  ports: Ports,
  season: CurrentSeason,
  waited: readonly number[],
): Promise<number> => {
  const today = chinaDay(ports.clock.now());
  // Pushed out of the quiet hours, a reminder may come on the day after its own.
  const days = waited.flatMap((count) => [today - count, today - count - 1]);
  return remindOwners(ports, season, approvedOn(ports, days));
};

/** Those whom the school keeps: their days are counted in months, so all of them are looked at. */
export const remindOfKeeping = (ports: Ports, season: CurrentSeason): Promise<number> =>
  remindOwners(ports, season, keptOnes(ports));

/** Before the season ends, in the colleges in which it is a day for it. */
export const remindOfSeason = async (ports: Ports, season: CurrentSeason): Promise<number> => {
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
    for await (const members of boundOf(ports, collegeId)) made += await remindPeople(ports, members, season);
  }
  return made;
};
