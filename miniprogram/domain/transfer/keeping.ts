/** A relation the school keeps for a while: when it ends and when the college asks how things are, all from one day. */
import { monthsAfter } from '../calendar/china-time';
import type { RouteRule, Rulebook } from '../rules/rulebook';
import type { KeepingKind } from '../rules/rulebook/keeping';
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

/** When a keeping that is recorded at `since` is over at the latest; null where it never is. */
export const keepingEndsAt = (
  rules: Rules,
  route: Pick<RouteRule, 'keeping'>,
  since: number,
): number | null => {
  const kind = kindOf(rules, route);
  return kind ? monthsOn(since, kind.mostMonths ?? kind.months) : null;
};

const RECORDED: TransferStep = 'record';

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

/** The next day to get in touch; null when all have passed. */
export const nextFollowUp = ({ followUps }: Keeping, now: number): number | null =>
  followUps.find((at) => at > now) ?? null;
