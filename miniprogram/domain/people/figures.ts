/** The figures of a college or a branch, from how many stand in each state: for every page, workbook and sentence. */
import type { TransferState } from '../transfer/states';
import { PART_OF_STATE, type StatePart } from './people-step';

export interface StateCount {
  readonly state: TransferState;
  readonly count: number;
}

/** What a state alone decides. What each figure counts, people read in `words/figures`. */
export interface StateFigures extends Readonly<Record<Exclude<StatePart, 'notSubmitted'>, number>> {
  readonly started: number;
  readonly underWay: number;
}

/** Whether somebody has chosen a way and has not arrived: what was taken back is as if never begun. */
export const isUnderWay = (state: TransferState): boolean =>
  state !== 'withdrawn' && PART_OF_STATE[state] !== 'transferred';

export const stateFigures = (counts: readonly StateCount[]): StateFigures => {
  const sum = (isMeant: (state: TransferState) => boolean): number =>
    counts.reduce((all, { state, count }) => all + (isMeant(state) ? count : 0), 0);
  const part = (one: StatePart): number => sum((state) => PART_OF_STATE[state] === one);
  return {
    started: sum(() => true),
    underWay: sum(isUnderWay),
    withCollege: part('withCollege'),
    withReceiver: part('withReceiver'),
    stuck: part('stuck'),
    transferred: part('transferred'),
  };
};

/** Members who have handed nothing in, or took it back: together with the other parts all there are. */
export const notSubmitted = (
  members: number,
  { withCollege, withReceiver, stuck, transferred }: Omit<StateFigures, 'started' | 'underWay'>,
): number => members - withCollege - withReceiver - stuck - transferred;
