/** Which branches, or for the committee which colleges, are behind the next target. */
import { missingTo, rateOf } from '../../../domain/people/rate';
import type { Board } from '../board/board-panel/board';

export interface Behind {
  readonly id: string;
  /** Without the word that all of them end with. */
  readonly name: string;
  /** Who answers for it; empty where nobody has signed in yet. */
  readonly inCharge: readonly string[];
  readonly share: string;
  /** Percent of its own people. */
  readonly percent: number;
  /** How many more it takes. */
  readonly missing: number;
}

/** The first one that is not met; undefined when all are, or there are none. */
export const nextTarget = ({ rate }: Board): Board['rate']['targets'][number] | undefined =>
  rate.targets.find(({ met }) => !met);

/** Those below the percentage, who miss most first. */
export const behindIn = (board: Board, percent: number): Behind[] =>
  (board.college ? board.byBranch : board.byCollege)
    .map((place): Behind => {
      const rate = rateOf(place);
      return {
        id: place.id,
        name: place.name.replace(/团支部$/, ''),
        inCharge: place.inCharge,
        share: `${rate.transferred}/${rate.members}`,
        percent: rate.percent,
        missing: missingTo(rate, percent),
      };
    })
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing || a.name.localeCompare(b.name, 'zh'));
