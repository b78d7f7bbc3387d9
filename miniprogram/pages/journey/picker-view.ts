import {
  isQuestion,
  progressAt,
  replay,
  type Answers,
  type Flow,
  type FlowAction,
} from '../../domain/rules/flow';
import { factText, offeredTo, takenFromRoster, type OnRoster } from '../../domain/rules/on-roster';
import type { RouteId, WayId } from '../../domain/rules/ways';
import { questionTexts } from '../journey/flow-view';

export interface QuestionView {
  readonly id: string;
  readonly number: number;
  readonly atMost: number;
  /** How much is answered; 100 is drawn green, so no open question has it. */
  readonly percent: number;
  /** What was chosen one question before; empty on the first. */
  readonly previous: string;
  readonly question: string;
  readonly help: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  readonly chosen: string;
  /** Where words stand that may have to be explained. */
  readonly texts: readonly string[];
}

export interface AdviceView {
  readonly previous: string;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  /** Words to send, in the graduate's name; empty when there are none. */
  readonly copy: string;
  readonly action: { readonly label: string; readonly do: FlowAction } | null;
}

/** What one page of the flow shows: a question, an advice, or nothing but the way on to the result page. */
export interface PickerView {
  readonly question: QuestionView | null;
  readonly advice: AdviceView | null;
  readonly way: { readonly wayId: WayId; readonly routeId: RouteId } | null;
}

/** What the roster answered in the person’s place. */
export interface TakenView {
  readonly questionId: string;
  readonly says: string;
}

export const takenView = (flow: Flow, answers: Answers, person: OnRoster, ageLimit: number): TakenView[] =>
  takenFromRoster(flow, answers, person).map(({ questionId, fact }) => ({
    questionId,
    says: factText(fact, ageLimit),
  }));

/** The page after the one at `index`: questions the roster has answered are passed over. */
export const pageAfter = (flow: Flow, answers: Answers, index: number, person?: OnRoster): number => {
  const taken = person ? takenFromRoster(flow, answers, person).map(({ questionId }) => questionId) : [];
  const ahead = replay(flow, answers).trail.slice(index + 1);
  const asked = ahead.findIndex(({ node }) => !taken.includes(node.id));
  return index + 1 + (asked === -1 ? ahead.length : asked);
};

/** What the person chose last before the page at `at`; what the roster answered is not their choice. */
const chosenBefore = (flow: Flow, answers: Answers, at: number, person: OnRoster | undefined): string => {
  const taken = person ? takenFromRoster(flow, answers, person).map(({ questionId }) => questionId) : [];
  const own = replay(flow, answers)
    .trail.slice(0, at)
    .filter(({ node }) => !taken.includes(node.id));
  return own[own.length - 1]?.option.label ?? '';
};

/**
 * The page at `index` of the flow (0 is the first question), by the answers given so far.
 * @param name the graduate's name, for words to copy
 * @param person what the roster says of them; none for who has not signed in
 */
export const toPickerView = (
  flow: Flow,
  answers: Answers,
  index: number,
  name: string,
  person?: OnRoster,
): PickerView => {
  const { trail, current } = replay(flow, answers);
  const at = Math.min(index, trail.length);
  const node = trail[at]?.node ?? current;
  const previous = chosenBefore(flow, answers, at, person);
  if (isQuestion(node)) {
    const { step, atMost } = progressAt(flow, answers, at);
    const chosen = trail[at]?.option.id ?? '';
    const question: QuestionView = {
      id: node.id,
      number: step,
      atMost,
      percent: Math.round(((chosen === '' ? step - 1 : step) * 100) / atMost),
      previous,
      question: node.question,
      help: node.help ?? '',
      options: offeredTo(node, person).map(({ id, label, hint }) => ({ id, label, hint: hint ?? '' })),
      chosen,
      texts: questionTexts(node),
    };
    return { question, advice: null, way: null };
  }
  const { result } = node;
  if (result.kind === 'way') {
    return { question: null, advice: null, way: { wayId: result.wayId, routeId: result.routeId } };
  }
  const advice: AdviceView = {
    previous,
    title: result.title,
    text: result.text,
    steps: result.steps ?? [],
    copy: (result.copy ?? '').split('{name}').join(name),
    action: result.action ?? null,
  };
  return { question: null, advice, way: null };
};

/** Words for the person who can help with a question. */
export const helpRequest = (question: string): string =>
  `我在选团关系的去向，这一题不确定怎么选：“${question}”能帮我看看吗？`;

/** Words for the college, for somebody the questions could not place. */
export const collegeRequest = (name: string, branchName: string, title: string): string =>
  `老师您好，我是${branchName}的${name}。我在选团关系的去向，小程序建议我先问学院（${title}）。我的情况是：`;
