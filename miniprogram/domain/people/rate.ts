/** 转接率, by one formula wherever it is shown: transferred ÷ members, without whom the rulebook leaves out. */
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

/** A share beside 转接率: of those on no way of `without`, how many arrived on a way of `reached`; both are ids of ways. */
interface ShareAsked {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
  readonly reached: readonly string[];
  readonly without: readonly string[];
}

export interface Measured extends Rate {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
}

const measured = (
  { id, label, meaning, reached, without }: ShareAsked,
  { members, leftOut }: Pick<RateFigures, 'members' | 'leftOut'>,
  counts: readonly WayCount[],
): Measured => {
  const arrived = stateFigures(counts.filter(({ wayId }) => reached.includes(wayId))).transferred;
  const elsewhere = stateFigures(
    counts.filter(({ wayId, state }) => without.includes(wayId) && state !== 'withdrawn'),
  ).started;
  return { id, label, meaning, ...share(arrived, members - leftOut - elsewhere) };
};

/** What is counted beside 转接率, in the order it is asked for. */
export const measuresOf = (
  asked: readonly ShareAsked[],
  figures: Pick<RateFigures, 'members' | 'leftOut'>,
  counts: readonly WayCount[],
): Measured[] => asked.map((one) => measured(one, figures, counts));

/** How many more have to arrive before the rate is at least `percent`, a whole number from 1 to 100. */
export const missingTo = (
  { members, transferred }: Pick<Rate, 'members' | 'transferred'>,
  percent: number,
): number => Math.max(0, Math.ceil((members * percent) / 100) - transferred);
