/** Several people who never came and took the same way: who they are, and what became of recording them. */
import type { Response } from '../../../contract';
import type { AbsentPerson } from '../../../memory/absent-people';

type Result = Response<'teacher', 'recordMany'>['results'][number];

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly on: boolean;
}

export const rowsOf = (people: readonly AbsentPerson[], picked: ReadonlySet<string>): PersonRow[] =>
  people.map(({ memberId, name, studentNumber, branchName }) => ({
    id: memberId,
    name,
    line: [studentNumber, branchName].filter(Boolean).join('，'),
    on: picked.has(memberId),
  }));

/** Those whose way is recorded, so that a start can follow. */
export const startable = (results: readonly Result[]): string[] =>
  results.flatMap(({ memberId, left, state }) => (left === null && state === 'draft' ? [memberId] : []));

export interface Outcome {
  readonly title: string;
  /** One sentence for each kind of those left alone. */
  readonly lines: readonly string[];
}

/** Longer lists of names say how many more there are. */
const NAMES = 8;

const namesOf = (ids: readonly string[], people: readonly AbsentPerson[]): string => {
  const names = people.filter(({ memberId }) => ids.includes(memberId)).map(({ name }) => name);
  const more = names.length - NAMES;
  return names.slice(0, NAMES).join('、') + (more > 0 ? `等 ${names.length} 人` : '');
};

const LEFT_WORDS: Readonly<Record<NonNullable<Result['left']>, string>> = {
  begun: '已经在办或者选了别的，没有动',
  busy: '这会儿太忙，没有记上，请再记一次',
};

/** What was recorded of whom: the way, or that it was started. */
export const outcomeOf = (
  results: readonly Result[],
  people: readonly AbsentPerson[],
  what: 'way' | 'start',
): Outcome => {
  const done = results.filter(({ left }) => left === null).length;
  const lines = Object.entries(LEFT_WORDS).flatMap(([kind, words]) => {
    const ids = results.flatMap(({ memberId, left }) => (left === kind ? [memberId] : []));
    return ids.length > 0 ? [`${namesOf(ids, people)}：${words}`] : [];
  });
  return { title: what === 'way' ? `${done} 人的去向记好了` : `${done} 人记为已发起`, lines };
};
