import type { ShownState } from '../../../../domain/transfer/shown-state';
import type { Request, Response } from '../../../../contract';
import { daysLeft } from '../../../../domain/rules/deadline';
import { isClockRunning } from '../../../../domain/transfer/lifecycle';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../domain/people/steps';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';

export type PeopleFilter = Request<'teacher', 'people'>['filter'];
type Person = Response<'teacher', 'people'>['people'][number];

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  readonly line: string;
  readonly state: ShownState;
  readonly days: string;
  readonly tone: '' | 'soon' | 'stop';
}

export interface StepChip {
  readonly id: PeopleStep;
  readonly label: string;
  readonly on: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The filter a page was opened with; undefined when the address does not hold one. The cloud checks its values. */
export const filterFromQuery = (text: string | undefined): PeopleFilter | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) && typeof value.by === 'string' ? (value as PeopleFilter) : undefined;
  } catch {
    return undefined;
  }
};

/** Steps to switch between; none where the list is not by step. */
export const stepChips = (filter: PeopleFilter): StepChip[] =>
  filter.by === 'step'
    ? PEOPLE_STEPS.map((id) => ({ id, label: PEOPLE_STEP_WORDS[id], on: id === filter.step }))
    : [];

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
  return {
    id: person.memberId,
    name: person.name,
    branch: person.branchName.replace(/团支部$/, ''),
    line: person.bound
      ? (way ?? PEOPLE_STEP_WORDS[person.step])
      : `${PEOPLE_STEP_WORDS.bind}，学号 ${person.studentNumber}`,
    state: person.shown,
    ...daysOf(person, rulebook, now),
  };
};
