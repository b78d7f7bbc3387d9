/** The counts of people without a transfer beside the people themselves. */
import { HEAD_STAGES, headStageOf, type HeadStage } from '../../cloudfunctions/_shared/store/headcount';
import { headsNow } from '../../cloudfunctions/_shared/transfers/figures/head-sums';
import { isUsable } from '../../cloudfunctions/_shared/transfers/figures/heads';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { College, Headcount, Member, RecordOf } from '../../cloudfunctions/_shared/store/records';

export interface Headcounts {
  keep(name: CollectionName, record: RecordOf<CollectionName>): void;
  /** Beside people or counts that cannot be read nothing is judged. */
  keepUnread(name: CollectionName): void;
  /** Ids of those that do not agree. Who counts anew at the next look is not wrong. */
  wrong(): string[];
}

const NAMES: readonly CollectionName[] = ['members', 'colleges', 'headcounts'];

/** People of one college: how many stand where, and those who have ever moved on. */
interface People {
  readonly at: Map<HeadStage, number>;
  readonly moved: Member[];
}

/** @param now epoch ms */
export const openHeadcounts = (now: number): Headcounts => {
  const people = new Map<string, People>();
  const colleges: College[] = [];
  const counts = new Map<string, Headcount>();
  let isUnsure = false;
  const countIn = (member: Member): void => {
    const own = people.get(member.collegeId) ?? { at: new Map<HeadStage, number>(), moved: [] };
    const stage = headStageOf(member);
    own.at.set(stage, (own.at.get(stage) ?? 0) + 1);
    if (member.headMovedAt !== undefined) own.moved.push(member);
    people.set(member.collegeId, own);
  };
  const isWrong = (college: College): boolean => {
    const count = counts.get(college._id);
    if (!count || !isUsable(count, college, now) || college.rosterRunId !== null) return false;
    const own = people.get(college._id);
    const heads = headsNow(count, own?.moved ?? []);
    return HEAD_STAGES.some((stage) => heads[stage] !== (own?.at.get(stage) ?? 0));
  };
  return {
    keep: (name, record) => {
      if (name === 'members') countIn(record as Member);
      if (name === 'colleges') colleges.push(record as College);
      if (name === 'headcounts') counts.set(record._id, record as Headcount);
    },
    keepUnread: (name) => void (isUnsure ||= NAMES.includes(name)),
    wrong: () => (isUnsure ? [] : colleges.filter(isWrong).map(({ _id }) => _id)),
  };
};
