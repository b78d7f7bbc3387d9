import type { ShownState } from '../../../../domain/transfer/shown-state';
import type { Response } from '../../../../contract';
import { daysLeft } from '../../../../domain/rules/deadline';
import { isClockRunning } from '../../../../domain/transfer/lifecycle';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';

type Person = Response<'teacher', 'people'>['people'][number];

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  /** Begins with the number, which tells people of one name apart. */
  readonly line: string;
  readonly state: ShownState;
  readonly days: string;
  readonly tone: '' | 'soon' | 'stop';
}

const daysOf = (
  person: Person,
  rulebook: Rulebook | undefined,
  now: number,
): Pick<PersonRow, 'days' | 'tone'> => {
  if (person.deadlineAt === null || !person.state || !isClockRunning(person.state))
    return { days: '', tone: '' };
  const left = daysLeft(person.deadlineAt, now);
  if (left < 0) return { days: `${-left} 天前到期`, tone: 'stop' };
  const days = left === 0 ? '今天截止' : `还剩 ${left} 天`;
  return { days, tone: left <= (rulebook?.soonDays ?? 0) ? 'soon' : '' };
};

/** One person of a list: who, where from, how far. */
export const toPersonRow = (person: Person, rulebook: Rulebook | undefined, now: number): PersonRow => {
  const way = person.wayId && rulebook ? wayOf(rulebook, person.wayId)?.label : undefined;
  const stands = person.bound ? (way ?? PEOPLE_STEP_WORDS[person.step]) : PEOPLE_STEP_WORDS.bind;
  return {
    id: person.memberId,
    name: person.name,
    branch: person.branchName.replace(/团支部$/, ''),
    line: `${person.studentNumber}，${stands}`,
    state: person.shown,
    ...daysOf(person, rulebook, now),
  };
};
