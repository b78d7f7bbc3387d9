/** The check before beginning: which of its questions have to be asked at all. */
import { RECEIVER_QUESTIONS } from './contradictions';
import { isQuestion, nodeOf, replay, type Answers, type Flow, type FlowResult } from './flow';
import type { Region } from './fields/kinds';
import type { RouteRule } from './rulebook';
import { receivingSystemOf, type SystemRules } from './rulebook/system';

/** Every result that can still be reached. */
const resultsFrom = (flow: Flow, id: string): FlowResult[] => {
  const node = nodeOf(flow, id);
  return isQuestion(node) ? node.options.flatMap(({ next }) => resultsFrom(flow, next)) : [node.result];
};

/** Whether nothing can stand in the way any more: every answer still to be given leads to the form. */
export const isCleared = (flow: Flow, answers: Answers): boolean =>
  resultsFrom(flow, replay(flow, answers).current.id).every(
    (result) => result.kind === 'advice' && result.action?.do === 'open-form',
  );

/** The first question about the receiver’s system that is still to be answered. */
const receiverQuestion = (flow: Flow) =>
  flow.nodes.filter(isQuestion).find(({ id }) => RECEIVER_QUESTIONS.includes(id));

/** How the check greets whom nothing stands in the way; said in the middle of a form it would be odd. */
const GREETING = /^可以开始了，/;

export interface ReceiverNote {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
}

interface Receiving {
  readonly system: SystemRules;
  readonly region: Region | undefined;
  readonly route: Pick<RouteRule, 'receivingSystem'>;
}

/**
 * What the check would have said about a receiver in this region, for whom it was not asked; null where the school’s
 * own system is used, or where the question was answered.
 */
export const noteOnReceiver = (
  flow: Flow,
  answers: Answers,
  { system, region, route }: Receiving,
): ReceiverNote | null => {
  const expected = receivingSystemOf(system, region?.names, route);
  const question = receiverQuestion(flow);
  const isAnswered = replay(flow, answers).trail.some(({ node }) => RECEIVER_QUESTIONS.includes(node.id));
  if (!question || isAnswered || expected === system.id) return null;
  const option =
    question.options.find(({ id }) => id === expected) ?? question.options.find(({ id }) => id === 'yes');
  const node = option && nodeOf(flow, option.next);
  if (!node || isQuestion(node) || node.result.kind !== 'advice') return null;
  const { title, text, steps = [] } = node.result;
  return { title: title.replace(GREETING, ''), text, steps };
};
