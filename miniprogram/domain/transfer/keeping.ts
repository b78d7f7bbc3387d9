/** A relation the school keeps for a while: when it ends and when the college asks how things are, all from one day. */
import { chinaDay, monthsAfter } from '../calendar/china-time';
import type { RouteRule, Rulebook } from '../rules/rulebook';
import type { KeepingKind } from '../rules/rulebook/keeping';
import type { OfflineStanding, OfflineTick } from './offline';
import type { TransferState } from './states';
import type { TransferStep } from './steps';

/** Epoch ms. */
export interface Keeping {
  readonly label: string;
  /** When the college recorded it. */
  readonly since: number;
  /** Usual end; null where the source names none. */
  readonly until: number | null;
  /** Latest end; null where the source names none. */
  readonly atMost: number | null;
  /** When the college gets in touch, first one first. */
  readonly followUps: readonly number[];
}

interface Kept {
  readonly state: TransferState;
  readonly timeline: readonly { readonly step: string; readonly at: number }[];
}

type Rules = Pick<Rulebook, 'keeping'>;

const kindOf = ({ keeping }: Rules, route: Pick<RouteRule, 'keeping'>): KeepingKind | undefined =>
  keeping.find(({ id }) => id === route.keeping);

const monthsOn = (since: number, months: number | null): number | null =>
  months === null ? null : monthsAfter(since, months);

/** When nobody may be kept any longer, epoch ms; null where the rules name no end. */
export const keptUntil = ({ until, atMost }: Pick<Keeping, 'until' | 'atMost'>): number | null =>
  atMost ?? until;

const RECORDED: TransferStep = 'record';
const CONTACT_DUE: TransferStep = 'contact-due';

/** The keeping of a transfer that is recorded; null for one that nobody keeps. */
export const keepingOf = (
  rules: Rules,
  route: Pick<RouteRule, 'keeping'>,
  { state, timeline }: Kept,
): Keeping | null => {
  const kind = kindOf(rules, route);
  const [recorded] = timeline.filter(({ step }) => step === RECORDED).slice(-1);
  if (state !== 'recorded' || !kind || !recorded) return null;
  const since = recorded.at;
  return {
    label: kind.label,
    since,
    until: monthsOn(since, kind.months),
    atMost: monthsOn(since, kind.mostMonths),
    followUps: kind.followUpMonths.map((months) => monthsAfter(since, months)),
  };
};

/** How many of its days to get in touch have come: the clock has written each of them down. */
const contactsDue = ({ since }: Keeping, { timeline }: Pick<Kept, 'timeline'>): number =>
  timeline.filter(({ step, at }) => step === CONTACT_DUE && at >= since).length;

/** When the clock next does something about a keeping: the college gets in touch, or it ends. Null when nothing is left. */
export const nextKeepingDay = (keeping: Keeping, kept: Pick<Kept, 'timeline'>): number | null => {
  const contact = keeping.followUps[contactsDue(keeping, kept)] ?? Infinity;
  const next = Math.min(contact, keptUntil(keeping) ?? Infinity);
  return next === Infinity ? null : next;
};

/** Where contacts stand among a transfer's ticks: each keeping has its own. */
const contactIdOf = ({ since }: Keeping, index: number): string => `contact-${chinaDay(since)}-${index + 1}`;

/** The days on which the college is to get in touch that have come, as steps on paper it ticks one by one. */
export const contactStandings = (
  keeping: Keeping,
  { timeline, offline }: Pick<Kept, 'timeline'> & { readonly offline: readonly OfflineTick[] },
): OfflineStanding[] =>
  Array.from({ length: contactsDue(keeping, { timeline }) }, (_, index) => {
    const id = contactIdOf(keeping, index);
    const tick = offline.find(({ stepId }) => stepId === id) ?? null;
    return {
      step: {
        id,
        label: `保留期间第 ${index + 1} 次联系`,
        hint: '学院问一问：去处落实了没有，地址和电话变了没有',
        opens: 'submitted',
        who: 'college',
        receivedBy: 'any',
        atDesk: false,
        needs: [],
        source: keeping.label,
      },
      status: tick ? 'done' : 'open',
      tick,
    };
  });

/** The next day to get in touch; null when all have passed. */
export const nextFollowUp = ({ followUps }: Keeping, now: number): number | null =>
  followUps.find((at) => at > now) ?? null;
