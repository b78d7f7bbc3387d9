/** 转接率: what colleges are measured by. Whom it leaves out is a trait of the route (`counts`). */
import type { MonthDay } from '../../calendar/month-day';
import type { ReceiverKind, WayRule } from './ways';

interface RateTarget extends MonthDay {
  /** To be reached by the end of that day of the season's year. */
  readonly percent: number;
}

/** Another share somebody asks for beside 转接率: of those not on the way to one kind of receiver, who reached another. */
export interface RateMeasure {
  readonly id: string;
  readonly label: string;
  /** 怎么算的, for whoever reads the figure. */
  readonly meaning: string;
  /** Counted as there: whoever arrived on a way that leads to nothing but this kind. */
  readonly reached: ReceiverKind;
  /** In neither number: whoever is on a way that leads to nothing but this kind. */
  readonly without: ReceiverKind;
  readonly source: string;
}

export interface RateRules {
  readonly targets: readonly RateTarget[];
  readonly measures: readonly RateMeasure[];
  readonly source: string;
}

/** Whether 转接率 leaves out whoever took this way. The counters know ways alone, so the routes of one way agree. */
export const isOutOfRate = ({ routes }: WayRule): boolean => routes.every(({ counts }) => !counts);

/** Ways of which every route leads to this kind of receiver. */
const waysTo = (kind: ReceiverKind, ways: readonly WayRule[]): string[] =>
  ways
    .filter(({ routes }) => routes.length > 0 && routes.every(({ receiver }) => receiver?.kind === kind))
    .map(({ id }) => id);

/** The shares a rulebook asks for, in its order, each with the ids of the ways it counts and leaves out. */
export const sharesAsked = ({ ways, rate }: { ways: readonly WayRule[]; rate: RateRules }) =>
  rate.measures.map(({ id, label, meaning, reached, without }) => ({
    id,
    label,
    meaning,
    reached: waysTo(reached, ways),
    without: waysTo(without, ways),
  }));
