/**
 * Tells staff on working days what has waited for them too long, and what they could not be told at once. Who that is
 * the records say at that hour: there is nothing to plan, and nothing to take back when all is done.
 */
import { HOUR_MS, chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { digestOf, digestSlots, type DigestSlot } from '../../../../miniprogram/domain/reminding/digest';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, withSeason, type CurrentSeason } from '../../season/season';
import type { Query } from '../../store/ports';
import type { Branch, College, Notice } from '../../store/records';
import { personOf, toDigest, type DigestReader } from '../digest';
import { recipientsOf } from '../place';
import { keepNotices } from '../telling/keep-notices';
import { endEarlierDigests } from './earlier-digests';
import { reportedOverAge } from './reported-over-age';
import { waitingFor, type Asked } from './waiting';

/** Looked at to find out whose patience is tried; more than that are counted by college and branch all the same. */
const MOST = 1000;

interface Slot extends DigestSlot {
  readonly now: number;
  readonly season: CurrentSeason;
}

const rulesFor = (season: CurrentSeason, collegeId: string) => {
  const held = forCollege(season, collegeId);
  return withSeason(rulebookNamed(held.rulebookId), held);
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Colleges and branches for which something has waited since then or longer. */
const placesWaitedFor = async (ports: Ports, { since, ageLimit }: Asked) => {
  const { store } = ports;
  // Most of the year no transfer waits for staff, and one request says so.
  const [waiting] = await store.findIds('transfers', {
    where: { waitsFor: { in: ['college', 'secretary'] } },
    limit: 1,
  });
  const transfers = async (where: Query<'transfers'>['where']) =>
    waiting === undefined
      ? []
      : store.find('transfers', {
          where: { ...where, waitingSince: { lte: since } },
          orderBy: ['waitingSince', 'asc'],
          limit: MOST,
        });
  const [submitted, registered, accepted, recorded, escalated, aged, bySecretary] = await Promise.all([
    transfers({ state: 'submitted', waitsFor: 'college' }),
    transfers({ state: 'registered', waitsFor: 'college' }),
    transfers({ state: 'accepted', waitsFor: 'college' }),
    transfers({ state: 'recorded', waitsFor: 'college' }),
    // With the teacher since then: before, it was the secretary who let them wait.
    store.find('resetRequests', {
      where: { state: 'escalated', escalatedAt: { lte: since } },
      orderBy: ['escalatedAt', 'asc'],
      limit: MOST,
    }),
    reportedOverAge(ports, { until: since, ageLimit }),
    transfers({ state: 'submitted', waitsFor: 'secretary' }),
  ]);
  return {
    collegeIds: unique(
      [
        ...[...submitted, ...registered, ...accepted, ...recorded, ...escalated],
        ...aged.map(({ member }) => member),
      ].map(({ collegeId }) => collegeId),
    ),
    branchIds: unique(bySecretary.map(({ branchId }) => branchId)),
  };
};

const teachersOf = (college: College): DigestReader[] =>
  recipientsOf({ accountId: null }, { branch: undefined, college }).teacher.map((to) => ({
    to,
    audience: 'teacher',
    aboutId: college._id,
    collegeId: college._id,
  }));

const secretariesOf = (branch: Branch): DigestReader[] =>
  recipientsOf({ accountId: null }, { branch, college: undefined }).secretary.map((to) => ({
    to,
    audience: 'secretary',
    aboutId: branch._id,
    collegeId: branch.collegeId,
  }));

/** Whose patience has ended when the slot begins. */
const tried = async (
  ports: Ports,
  { at, season }: Slot,
): Promise<{ readers: DigestReader[]; since: number }> => {
  const { escalateAfterHours, ageLimit } = rulebookNamed(season.rulebookId);
  const since = at - escalateAfterHours * HOUR_MS;
  const { collegeIds, branchIds } = await placesWaitedFor(ports, { since, ageLimit });
  const [colleges, branches] = await Promise.all([
    ports.store.getMany('colleges', collegeIds),
    ports.store.getMany('branches', branchIds),
  ]);
  return { readers: [...colleges.flatMap(teachersOf), ...branches.flatMap(secretariesOf)], since };
};

/** Nobody has left a consent, or it was given up: in either case its reader has heard nothing. */
const UNHEARD = ['no-credit', 'dead', 'invalid'] as const;

/** Who could not be told at once since the slot before. */
const untold = async ({ store }: Ports, { at, since }: Slot): Promise<DigestReader[]> => {
  const found = await store.find('notices', {
    where: { status: { in: UNHEARD }, settledAt: { gt: since } },
    orderBy: ['settledAt', 'asc'],
    limit: MOST,
  });
  const staff = found.filter(
    ({ audience, kind, settledAt }) => audience !== 'graduate' && kind !== 'digest' && (settledAt ?? 0) <= at,
  );
  const secretaries = staff.filter(({ audience }) => audience === 'secretary');
  const about = await store.getMany('members', unique(secretaries.map(({ aboutId }) => aboutId)));
  const branchOf = new Map(about.map(({ _id, branchId }) => [_id, branchId]));
  const readers = staff.flatMap(({ accountId, channel, audience, aboutId, collegeId }): DigestReader[] => {
    if (collegeId === null || audience === 'graduate') return [];
    const to = { accountId, channel: channel === 'wecom' ? channel : ('subscribe' as const) };
    if (audience === 'teacher') return [{ to, audience, aboutId: collegeId, collegeId }];
    const branchId = branchOf.get(aboutId);
    return branchId === undefined ? [] : [{ to, audience, aboutId: branchId, collegeId }];
  });
  return [...new Map(readers.map((reader) => [reader.to.accountId, reader])).values()];
};

const digestFor = async (
  ports: Ports,
  reader: DigestReader,
  { slot, of, since }: { slot: Slot; of: 'overdue' | 'all'; since: number },
): Promise<Notice[]> => {
  const rulebook = rulesFor(slot.season, reader.collegeId);
  const facts = await waitingFor(ports, reader, { since, ageLimit: rulebook.ageLimit });
  if (!facts) return [];
  const due = digestOf(slot, { reader: personOf(reader.to.accountId), audience: reader.audience });
  return [toDigest(due, reader, { facts, digestOf: of, rulebook, templateIds: ports.settings.templateIds })];
};

/** @param first the morning's: where nobody told in the morning what waits too long, it is told now */
const makeSlot = async (ports: Ports, slot: Slot, first: Slot): Promise<number> => {
  const [waited, missed] = await Promise.all([tried(ports, first), untold(ports, slot)]);
  const all = missed.map((reader) => digestFor(ports, reader, { slot, of: 'all', since: slot.now }));
  // What waits too long is part of all that waits.
  const toldAll = new Set(missed.map(({ to }) => to.accountId));
  const overdue = waited.readers
    .filter(({ to }) => !toldAll.has(to.accountId))
    .map((reader) => digestFor(ports, reader, { slot: first, of: 'overdue', since: waited.since }));
  const notices = (await Promise.all([...all, ...overdue])).flat();
  if (notices.length > 0) await keepNotices(ports, notices);
  await endEarlierDigests(ports, slot, notices);
  return notices.length;
};

/** The digests that today's slots ask for so far; one that is there already stays. Resolves to how many there are. */
export const makeDigests = async (ports: Ports, season: CurrentSeason): Promise<number> => {
  const now = ports.clock.now();
  const slots = digestSlots(chinaDay(now), withSeason(rulebookNamed(season.rulebookId), season));
  const begun = slots.filter(({ at }) => at <= now).map((slot): Slot => ({ ...slot, now, season }));
  const [first] = begun;
  const latest = begun[begun.length - 1];
  return first && latest ? makeSlot(ports, latest, first) : 0;
};
