import type { Response } from '../../../../contract';
import { searchOf } from '../../../../domain/rules/question-search';
import { allQuestions } from '../../../../domain/rules/way-questions';
import type { Rulebook } from '../../../../domain/rules/rulebook';
import { toPersonRow, type PersonRow } from '../person-rows/view';

type Found = Response<'teacher', 'findPeople'>;

/** More answers than these would bury the people. */
const MOST_ANSWERS = 3;

interface Answer {
  readonly id: string;
  readonly question: string;
  /** To paste into a group. */
  readonly text: string;
}

export interface FindView {
  readonly people: readonly PersonRow[];
  /** How many fit, and how many of them stand here. */
  readonly count: string;
  readonly branches: readonly { readonly id: string; readonly name: string; readonly collegeId: string }[];
  readonly answers: readonly Answer[];
  /** What was typed fits nobody and nothing. */
  readonly nothing: boolean;
}

/** Answers of 问一问 to what was typed, each as one text; prepared once for a rulebook. */
export const answersIn = (rulebook: Rulebook): ((typed: string) => Answer[]) => {
  const find = searchOf(allQuestions(rulebook));
  return (typed) =>
    find(typed)
      .slice(0, MOST_ANSWERS)
      .map(({ id, question, answer, askWhom }) => ({
        id,
        question,
        text: [...answer, `还不清楚的话：${askWhom.replace(/。$/, '')}。`].join('\n'),
      }));
};

const countLine = (total: number, shown: number): string =>
  total === 0 ? '' : total > shown ? `共 ${total} 人，先列 ${shown} 人，多打几个字更准` : `共 ${total} 人`;

export const toFindView = (
  { people, total, branches, now }: Found,
  rulebook: Rulebook | undefined,
  { answers, committee }: { answers: readonly Answer[]; committee: boolean },
): FindView => ({
  people: people.map((person) => {
    const row = toPersonRow(person, rulebook, now);
    return committee ? { ...row, branch: `${person.collegeName}，${row.branch}` } : row;
  }),
  count: countLine(total, people.length),
  branches: branches.map(({ branchId: id, name, collegeId, collegeName }) => ({
    id,
    name: committee ? `${collegeName}，${name}` : name,
    collegeId,
  })),
  answers,
  nothing: people.length === 0 && branches.length === 0 && answers.length === 0,
});
