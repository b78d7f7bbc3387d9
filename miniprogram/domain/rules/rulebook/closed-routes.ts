/** What a rulebook says no more once a route is gone or not offered: nothing leads there, and no question is idle. */
import { isQuestion, type Flow, type FlowNode, type FlowResult } from '../flow';
import type { HelpQuestion } from '../questions';
import { routeOf, type Rulebook } from './index';

type Offers = (wayId: string, routeId: string) => boolean;

const offeredBy =
  (rulebook: Rulebook): Offers =>
  (wayId, routeId) => {
    const route = routeOf(rulebook, wayId, routeId);
    return route !== undefined && route.closed !== true;
  };

const leadingTo = (node: FlowNode, from: string, to: string): FlowNode =>
  isQuestion(node)
    ? {
        ...node,
        options: node.options.map((option) => (option.next === from ? { ...option, next: to } : option)),
      }
    : node;

/** Without answers that lead nowhere; a question left with one answer is skipped, one with none goes too. */
const withoutDeadEnds = ({ nodes, ...flow }: Flow): Flow => {
  const ids = new Set(nodes.map(({ id }) => id));
  const kept = nodes.map((node): FlowNode =>
    isQuestion(node) ? { ...node, options: node.options.filter(({ next }) => ids.has(next)) } : node,
  );
  const idle = kept.filter(isQuestion).find(({ options }) => options.length < 2);
  if (!idle) return { ...flow, nodes: kept };
  const [only] = idle.options;
  const others = kept.filter(({ id }) => id !== idle.id);
  if (!only) return withoutDeadEnds({ ...flow, nodes: others });
  return withoutDeadEnds({
    ...flow,
    start: flow.start === idle.id ? only.next : flow.start,
    nodes: others.map((node) => leadingTo(node, idle.id, only.next)),
  });
};

/** Without a way on that a question before the advice no longer offers. */
const withoutLostWaysOn = (flow: Flow): Flow => {
  const { nodes } = flow;
  const before = (id: string) =>
    nodes.filter(isQuestion).filter(({ options }) => options.some(({ next }) => next === id));
  const mended = (id: string, result: FlowResult): FlowResult => {
    if (result.kind !== 'advice' || !result.settled) return result;
    const { settled, ...rest } = result;
    const goesOn = before(id).every(({ options }) => options.some((option) => option.id === settled.option));
    return goesOn ? result : rest;
  };
  return {
    ...flow,
    nodes: nodes.map((node) => (isQuestion(node) ? node : { ...node, result: mended(node.id, node.result) })),
  };
};

const withoutRoutes = (flow: Flow, isOffered: Offers): Flow => {
  const isGone = (node: FlowNode): boolean =>
    !isQuestion(node) && node.result.kind === 'way' && !isOffered(node.result.wayId, node.result.routeId);
  const nodes = flow.nodes.filter((node) => !isGone(node));
  return nodes.length === flow.nodes.length ? flow : withoutLostWaysOn(withoutDeadEnds({ ...flow, nodes }));
};

const withoutLink = (question: HelpQuestion, isOffered: Offers): HelpQuestion =>
  question.link?.page === 'guide' && !isOffered(question.link.wayId, question.link.routeId)
    ? { ...question, link: null }
    : question;

/** The rulebook without ways to routes that are gone or closed: in the picker and in the answers to questions. */
export const withoutClosedRoutes = (rulebook: Rulebook): Rulebook => {
  const isOffered = offeredBy(rulebook);
  const { flows, questions } = rulebook;
  return {
    ...rulebook,
    flows: { ...flows, 'way-picker': withoutRoutes(flows['way-picker'], isOffered) },
    questions: questions.map((question) => withoutLink(question, isOffered)),
  };
};
