/** 转接率, by one formula wherever it is shown: transferred ÷ members, without whom the rulebook leaves out. */
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

export const rateOf = ({ members, transferred, leftOut }: RateFigures): Rate => {
  const counted = members - leftOut;
  const arrived = transferred - leftOut;
  return {
    transferred: arrived,
    members: counted,
    percent: counted <= 0 ? 0 : Math.round((arrived * 1000) / counted) / 10,
  };
};

/** How many more have to arrive before the rate is at least `percent`. */
export const missingTo = (
  { members, transferred }: Pick<Rate, 'members' | 'transferred'>,
  percent: number,
): number => Math.max(0, Math.ceil((members * percent) / 100 - 1e-9) - transferred);
