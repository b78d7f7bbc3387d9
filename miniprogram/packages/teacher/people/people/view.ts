import type { Request, Response } from '../../../../contract';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../domain/people/steps';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';

export type PeopleFilter = Request<'teacher', 'people'>['filter'];

export interface StepChip {
  readonly id: PeopleStep | 'all';
  readonly label: string;
  readonly on: boolean;
}

const isFilter = (value: unknown): value is PeopleFilter =>
  typeof value === 'object' && value !== null && 'by' in value && typeof value.by === 'string';

/** The filter a page was opened with; undefined when the address does not hold one. The cloud checks its values. */
export const filterFromQuery = (text: string | undefined): PeopleFilter | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isFilter(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Steps to switch between, in a branch also all of them; none where the list is of something else. */
export const stepChips = (filter: PeopleFilter): StepChip[] => {
  if (filter.by !== 'step' && filter.by !== 'branch') return [];
  const steps = PEOPLE_STEPS.map((id) => ({ id, label: PEOPLE_STEP_WORDS[id], on: id === filter.step }));
  return filter.by === 'step' ? steps : [{ id: 'all', label: '全部', on: !filter.step }, ...steps];
};

/** The list after a step was chosen. */
export const atStep = (filter: PeopleFilter, id: StepChip['id']): PeopleFilter => {
  const step = id === 'all' ? {} : { step: id };
  if (filter.by === 'branch') return { by: 'branch', branchId: filter.branchId, ...step };
  return id === 'all' ? filter : { by: 'step', step: id };
};

/** The list after a branch was chosen, or all of them by an empty id; the step stays. */
export const inPlace = (filter: PeopleFilter, branchId: string): PeopleFilter => {
  const step = filter.by === 'step' || filter.by === 'branch' ? filter.step : undefined;
  if (branchId !== '') return { by: 'branch', branchId, ...(step ? { step } : {}) };
  return { by: 'step', step: step ?? PEOPLE_STEPS[0] };
};

type Person = Response<'teacher', 'people'>['people'][number];

/** Who has never come and has handed in nothing: way and start can be recorded for them. */
export const isAbsent = ({ bound, state }: Pick<Person, 'bound' | 'state'>): boolean =>
  !bound && (state === null || state === 'draft');

/** Who has never come, and of whom nothing is recorded either. */
export const isUnbegun = ({ bound, state }: Pick<Person, 'bound' | 'state'>): boolean =>
  !bound && state === null;

/** How many there are in all; the cloud says it with the first page. */
export const countLine = (total: number | null, shown: number): string =>
  total === null || total <= shown ? `共 ${shown} 人` : `共 ${total} 人，已列出 ${shown} 人`;
