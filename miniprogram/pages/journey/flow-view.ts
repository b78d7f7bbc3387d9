import {
  isQuestion,
  progressAt,
  replay,
  withAnswer,
  type Answers,
  type Flow,
  type FlowAction,
  type QuestionNode,
} from '../../domain/rules/flow';
import type { SystemRules } from '../../domain/rules/rulebook/system';
import type { PathStep } from './path';

/** In the place of what is not known of who only reads. */
export const UNNAMED = '（姓名）';
export const UNNAMED_BRANCH = '（团支部）';

export interface FlowView {
  readonly id: string;
  readonly progress: string;
  readonly title: string;
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  readonly steps: readonly PathStep[];
  /** A message to send to somebody. */
  readonly copy: string;
  readonly website: string;
  readonly action: { readonly label: string; readonly do: FlowAction } | null;
  /** The way on once what stood in the way is gone; empty when nothing does. */
  readonly settled: string;
  readonly canGoBack: boolean;
  /** Where words stand that may have to be explained. */
  readonly texts: readonly string[];
}

const EMPTY = {
  progress: '',
  text: '',
  options: [],
  steps: [],
  copy: '',
  website: '',
  action: null,
  settled: '',
  texts: [],
} as const;

/** A list of sentences on the rail, none of them done. */
export const asSteps = (titles: readonly string[]): PathStep[] =>
  titles.map((title) => ({ mark: 'later', title, side: '', hint: '' }));

/** Everything a question says. */
export const questionTexts = ({ question, help = '', options }: QuestionNode): string[] => [
  question,
  help,
  ...options.flatMap(({ label, hint = '' }) => [label, hint]),
];

/** Where the system's page is, to copy: graduates open it in a browser. */
export const websiteOf = ({ address }: Pick<SystemRules, 'address'>): string => `https://${address}`;

/**
 * The screen the answers lead to.
 * @param system its page can be copied where a step names it
 * @param name the graduate's, for messages to copy
 */
export const toFlowView = (
  flow: Flow,
  answers: Answers,
  { system, name }: { readonly system: Pick<SystemRules, 'address'>; readonly name: string },
): FlowView => {
  const { trail, current } = replay(flow, answers);
  const base = { ...EMPTY, id: current.id, canGoBack: trail.length > 0 };
  if (isQuestion(current)) {
    const { step, atMost } = progressAt(flow, answers, trail.length);
    return {
      ...base,
      progress: atMost > 1 ? `第 ${step} 题，最多 ${atMost} 题` : '',
      title: current.question,
      text: current.help ?? '',
      options: current.options.map(({ id, label, hint = '' }) => ({ id, label, hint })),
      texts: questionTexts(current),
    };
  }
  const { result } = current;
  if (result.kind !== 'advice') return { ...base, title: '' };
  const steps = result.steps ?? [];
  return {
    ...base,
    title: result.title,
    text: result.text,
    steps: asSteps(steps),
    texts: [result.title, result.text, ...steps],
    copy: result.copy?.split('{name}').join(name) ?? '',
    website: steps.some((step) => step.includes(system.address)) ? websiteOf(system) : '',
    action: result.action ?? null,
    settled: result.settled?.label ?? '',
  };
};

/** The answers without the last one given. */
export const withoutLast = (flow: Flow, answers: Answers): Answers =>
  Object.fromEntries(
    replay(flow, answers)
      .trail.slice(0, -1)
      .map(({ node, option }) => [node.id, option.id]),
  );

/** The answers once what an advice was about is settled: the question before it gets its other answer. */
export const whenSettled = (flow: Flow, answers: Answers): Answers => {
  const { trail, current } = replay(flow, answers);
  const asked = trail[trail.length - 1]?.node.id;
  const settled =
    !isQuestion(current) && current.result.kind === 'advice' ? current.result.settled : undefined;
  return asked && settled ? withAnswer(flow, answers, asked, settled.option) : answers;
};
