/** The counters of people without a transfer beside a count of the people themselves. */
import {
  HEAD_SHARDS,
  HEAD_STAGES,
  headStageOf,
  type HeadStage,
} from '../../cloudfunctions/_shared/store/headcount';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { College, Headcount, Member, RecordOf } from '../../cloudfunctions/_shared/store/records';

export interface Headcounts {
  keep(name: CollectionName, record: RecordOf<CollectionName>): void;
  /** Beside people or counters that cannot be read nothing is judged. */
  keepUnread(name: CollectionName): void;
  /** Ids of the first shards whose sums do not agree. Who counts anew at the next look is not wrong. */
  wrong(): string[];
}

const NAMES: readonly CollectionName[] = ['members', 'colleges', 'headcounts'];

export const openHeadcounts = (): Headcounts => {
  const people = new Map<string, Map<HeadStage, number>>();
  const colleges: College[] = [];
  const shards: Headcount[] = [];
  let isUnsure = false;
  const countIn = (member: Member): void => {
    const own = people.get(member.collegeId) ?? new Map<HeadStage, number>();
    const stage = headStageOf(member);
    people.set(member.collegeId, own.set(stage, (own.get(stage) ?? 0) + 1));
  };
  const isWrong = ({ _id, rosterVersion, rosterRunId }: College): boolean => {
    const own = shards.filter(({ collegeId }) => collegeId === _id);
    const countedFor = own.find(({ shard }) => shard === 0)?.countedFor;
    if (own.length < HEAD_SHARDS || countedFor !== rosterVersion || rosterRunId !== null) return false;
    const sum = (stage: HeadStage): number => own.reduce((all, shard) => all + shard[stage], 0);
    return HEAD_STAGES.some((stage) => sum(stage) !== (people.get(_id)?.get(stage) ?? 0));
  };
  return {
    keep: (name, record) => {
      if (name === 'members') countIn(record as Member);
      if (name === 'colleges') colleges.push(record as College);
      if (name === 'headcounts') shards.push(record as Headcount);
    },
    keepUnread: (name) => void (isUnsure ||= NAMES.includes(name)),
    wrong: () => (isUnsure ? [] : colleges.filter(isWrong).map(({ _id }) => `${_id}:0`)),
  };
};
