/** Sums over people by how far they are without a transfer: pure. */
import { HEAD_STAGES, headStageAt, headStageOf, type HeadStage } from '../../store/headcount';
import type { Headcount, Member } from '../../store/records';

/** People at each stage; together all who are on the roster. */
export type Heads = Readonly<Record<HeadStage, number>>;

export const NO_HEADS: Heads = { bind: 0, login: 0, choose: 0, begun: 0 };

const mapStages = (count: (stage: HeadStage) => number): Heads => ({
  bind: count('bind'),
  login: count('login'),
  choose: count('choose'),
  begun: count('begun'),
});

export const plusHeads = (a: Heads, b: Heads): Heads => mapStages((stage) => a[stage] + b[stage]);

export const allOf = (heads: Heads): number => HEAD_STAGES.reduce((sum, stage) => sum + heads[stage], 0);

export const isSame = (one: Heads, other: Heads): boolean =>
  HEAD_STAGES.every((stage) => one[stage] === other[stage]);

type StageOf = (member: Member) => HeadStage;

/** The count with everybody of these taken from one stage to another. */
export const movedOn = (heads: Heads, moved: readonly Member[], from: StageOf, to: StageOf): Heads =>
  mapStages((stage) => {
    const left = moved.filter((member) => from(member) === stage).length;
    const come = moved.filter((member) => to(member) === stage).length;
    return heads[stage] - left + come;
  });

export const stageAt =
  (at: number): StageOf =>
  (member) =>
    headStageAt(member, at);

/** What a count comes to with the moves since. */
export const headsNow = (count: Headcount, moved: readonly Member[]): Heads =>
  movedOn(count, moved, stageAt(count.asOf), headStageOf);

export const ofCollege = (moved: readonly Member[], id: string): Member[] =>
  moved.filter(({ collegeId }) => collegeId === id);

/** What says whether two looks at them have seen the same moves. */
export const movesOf = (moved: readonly Member[]): string =>
  JSON.stringify(moved.map(({ _id, headMoves = [] }) => JSON.stringify([_id, headMoves])).sort());
