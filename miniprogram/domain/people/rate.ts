/** 转接率, by one formula wherever it is shown: transferred ÷ members, without whom the rulebook leaves out. */
import { waysTo, type RateMeasure } from '../rules/rulebook/rate';
import type { Rulebook } from '../rules/rulebook/index';
import { stateFigures, type StateCount } from './figures';

export interface RateFigures {
  readonly members: number;
  /** Everybody who arrived, those left out among them. */
  readonly transferred: number;
  /** Arrived on a way that the rate leaves out. */
  readonly leftOut: number;
}

export interface Rate {
  /** In neither of them is whoever is left out. */
  readonly transferred: number;
  readonly members: number;
  /** One decimal; 0 where the rate is about nobody. */
  readonly percent: number;
}

const share = (transferred: number, members: number): Rate => ({
  transferred,
  members,
  percent: members <= 0 ? 0 : Math.round((transferred * 1000) / members) / 10,
});

export const rateOf = ({ members, transferred, leftOut }: RateFigures): Rate =>
  share(transferred - leftOut, members - leftOut);

/** How many stand in a state on a way. */
export interface WayCount extends StateCount {
  readonly wayId: string;
}

export interface Measured extends Rate {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
}

const measured = (
  { id, label, meaning, reached, without }: RateMeasure,
  { ways }: Pick<Rulebook, 'ways'>,
  { members, leftOut }: Pick<RateFigures, 'members' | 'leftOut'>,
  counts: readonly WayCount[],
): Measured => {
  const on = (kind: RateMeasure['reached']): readonly WayCount[] => {
    const ids = waysTo(kind, ways);
    return counts.filter(({ wayId }) => ids.includes(wayId));
  };
  const elsewhere = stateFigures(on(without).filter(({ state }) => state !== 'withdrawn')).started;
  return {
    id,
    label,
    meaning,
    ...share(stateFigures(on(reached)).transferred, members - leftOut - elsewhere),
  };
};

/** What the rulebook has counted beside 转接率, in its order. */
export const measuresOf = (
  rulebook: Pick<Rulebook, 'ways' | 'rate'>,
  figures: Pick<RateFigures, 'members' | 'leftOut'>,
  counts: readonly WayCount[],
): Measured[] => rulebook.rate.measures.map((measure) => measured(measure, rulebook, figures, counts));

/** How many more have to arrive before the rate is at least `percent`, a whole number from 1 to 100. */
export const missingTo = (
  { members, transferred }: Pick<Rate, 'members' | 'transferred'>,
  percent: number,
): number => Math.max(0, Math.ceil((members * percent) / 100) - transferred);
