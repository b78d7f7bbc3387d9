/**
 * Makes messages of events: right after their commit by whoever committed, and by the timer for what is held or was
 * left behind. An event says that it is told only after its messages are there, and their ids follow from it: a crash
 * between the two makes the same messages once more, which changes nothing.
 */
import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { OVER_AGE_KINDS } from '../../../../miniprogram/domain/reminding/over-age';
import { apart } from '../../kernel/apart';
import { describeBug } from '../../kernel/bugs';
import { DELIVERY, PAGING } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import { keepPublished } from '../../season/published';
import { currentSeason, forCollege, withSeason, type CurrentSeason } from '../../season/season';
import { isOfDatabase } from '../../store/database-errors';
import type { Event, Notice, ResetRequest, Transfer } from '../../store/records';
import { endAskedForCode } from '../end-asked';
import { toNotice } from '../notice-of';
import { recipientsOf, type Place } from '../place';
import { nudgeCause, overAgeCause, resetCause, transferCause, type Cause } from './causes';
import { keepNotices } from './keep-notices';

/** How long an event waits whose record cannot be read. */
const UNREADABLE_MS = HOUR_MS;

type About =
  | { readonly of: 'transfer'; readonly transfer: Transfer }
  | { readonly of: 'reset'; readonly request: ResetRequest };

const isOf =
  (prefix: string) =>
  ({ subjectId }: Event) =>
    subjectId.startsWith(prefix);

/** Nobody is told at once what they did themselves. */
const noticesOf = (
  { clock, settings: { templateIds } }: Ports,
  event: Event,
  { owner, facts, told }: Cause,
  { place, season }: { place: Place; season: CurrentSeason },
): Notice[] => {
  const recipients = recipientsOf(owner, place);
  const { quietHours } = withSeason(facts.rulebook, forCollege(season, owner.collegeId));
  // Told late, it may have become of no use.
  const inTime = told.filter(({ notAfter }) => notAfter >= clock.now());
  return inTime.flatMap((due) =>
    recipients[due.audience]
      .filter(({ accountId }) => accountId !== event.actor.accountId)
      .map((to) => toNotice(due, { about: owner, to, facts, quietHours, templateIds })),
  );
};

const isOverAge = ({ action }: Event): boolean => action in OVER_AGE_KINDS;

const strike = async ({ store }: Ports, events: readonly Event[], tellAt: number | null): Promise<void> => {
  const ids = events.map(({ _id }) => _id);
  if (ids.length > 0) await store.changeAll('audits', { _id: { in: ids } }, { set: { tellAt } });
};

/**
 * Tells what a commit has just made an event of, by the records it was made with. The commit stands whatever comes of
 * this: what fails here the timer makes up for.
 */
export const tellNow = async (
  ports: Ports,
  events: readonly Event[],
  { about, place, season }: { about: About; place: Place; season: CurrentSeason },
): Promise<void> => {
  const now = ports.clock.now();
  const due = events.filter(({ tellAt }) => tellAt !== null && tellAt <= now);
  if (due.length === 0) return;
  try {
    const notices = due.flatMap((event) => {
      const cause =
        about.of === 'transfer'
          ? transferCause(event, about.transfer, forCollege(season, about.transfer.collegeId))
          : resetCause(event, about.request);
      return noticesOf(ports, event, cause, { place, season });
    });
    if (notices.length > 0) await keepNotices(ports, notices);
    await strike(ports, due, null);
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};

const byId = <T extends { readonly _id: string }>({ records }: { readonly records: readonly T[] }) =>
  new Map(records.map((one) => [one._id, one]));

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The records that events are about, and who is told of them. */
const readAbout = async ({ store }: Ports, events: readonly Event[]) => {
  const idsOf = (prefix: string) => unique(events.filter(isOf(prefix)).map(({ subjectId }) => subjectId));
  const aged = events.filter(isOverAge).map(({ subjectId }) => subjectId);
  const [transfers, requests, members, marks] = await Promise.all([
    store.lookUp('transfers', idsOf('t-')),
    store.lookUp('resetRequests', idsOf('r-')),
    store.lookUp('members', idsOf('m-')),
    store.lookUp('marks', unique(aged)),
  ]);
  const owners = [...transfers.records, ...requests.records, ...members.records];
  const [branches, colleges] = await Promise.all([
    store.lookUp('branches', unique(owners.map(({ branchId }) => branchId))),
    store.lookUp('colleges', unique(owners.map(({ collegeId }) => collegeId))),
  ]);
  const unreadable = new Set(
    [transfers, requests, members, marks].flatMap((one) => [...one.unreadable.keys()]),
  );
  return {
    transfers: byId(transfers),
    requests: byId(requests),
    members: byId(members),
    marks: byId(marks),
    branches: byId(branches),
    colleges: byId(colleges),
    unreadable,
  };
};

type Read = Awaited<ReturnType<typeof readAbout>>;

const causeOf = (event: Event, read: Read, season: CurrentSeason): Cause | undefined => {
  const { subjectId } = event;
  const transfer = read.transfers.get(subjectId);
  if (transfer) return transferCause(event, transfer, forCollege(season, transfer.collegeId));
  const request = read.requests.get(subjectId);
  if (request) return resetCause(event, request);
  const member = read.members.get(subjectId);
  if (!member) return undefined;
  const { branchId, collegeId } = member;
  const own = forCollege(season, collegeId);
  if (!isOverAge(event))
    return nudgeCause(event, member, { branch: read.branches.get(branchId), season: own });
  const [mark, college] = [read.marks.get(subjectId), read.colleges.get(collegeId)];
  return overAgeCause(event, member, { mark, college, season: own });
};

const tellTogether = async (ports: Ports, events: readonly Event[]): Promise<void> => {
  const [season, read] = await Promise.all([currentSeason(ports), readAbout(ports, events)]);
  const isUnreadable = ({ subjectId }: Event) => read.unreadable.has(subjectId);
  const notices = events.flatMap((event) => {
    const cause = causeOf(event, read, season);
    if (!cause) return [];
    const { branchId, collegeId } = cause.owner;
    const branch = read.branches.get(branchId);
    const place = { branch, college: read.colleges.get(collegeId), isBranchUnreadable: false };
    return noticesOf(ports, event, cause, { place, season });
  });
  await keepNotices(ports, notices);
  // What went up to the college within somebody else's change: until then its secretaries were asked.
  const escalated = [...read.requests.values()].filter(({ state }) => state === 'escalated');
  for (const request of escalated) await endAskedForCode(ports, 'waiting', request);
  const [later, done] = [events.filter(isUnreadable), events.filter((event) => !isUnreadable(event))];
  await strike(ports, done, null);
  await strike(ports, later, ports.clock.now() + UNREADABLE_MS);
};

/** Where a fault of ours meets one of them, the others are told without it. */
const tellSome = async (ports: Ports, events: readonly Event[]): Promise<void> => {
  await apart(events, {
    work: (some) => tellTogether(ports, some),
    isForAll: isOfDatabase,
    broken: async (event, error) => {
      const { _id: id, action } = event;
      ports.log('telling-broken', { action, ...describeBug(error) });
      await ports.store.setAside([{ collection: 'audits', id, reason: 'broken', collegeId: null }]);
      await strike(ports, [event], ports.clock.now() + DELIVERY.brokenMs);
    },
  });
};

/** As `tellNow`, of whatever their records say now. */
export const tellEvents = async (ports: Ports, events: readonly Event[]): Promise<void> => {
  try {
    if (events.length > 0) await tellSome(ports, events);
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};

/** The earliest ones, whenever they are to be told. */
const untold = ({ store }: Ports): Promise<Event[]> =>
  store.find('audits', { where: { tellAt: { gt: 0 } }, orderBy: ['tellAt', 'asc'], limit: PAGING.untold });

/** Tells all that is due. `nextAt`: when the next held event is, epoch ms, `Infinity` where none is. */
export const tellDue = async (ports: Ports): Promise<{ told: number; nextAt: number }> => {
  for (let told = 0; ;) {
    const events = await untold(ports);
    const now = ports.clock.now();
    const due = events.filter(({ tellAt }) => tellAt !== null && tellAt <= now);
    if (due.length > 0) {
      await keepPublished(ports);
      await tellSome(ports, due);
    }
    told += due.length;
    if (due.length < PAGING.untold) {
      const held = events.flatMap(({ tellAt }) => (tellAt !== null && tellAt > now ? [tellAt] : []));
      return { told, nextAt: Math.min(Infinity, ...held) };
    }
  }
};
