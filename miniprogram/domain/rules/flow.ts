/**
 * Decision flows as data, walked by replaying the answers from the start. No position is stored, so Back is
 * looking at an earlier step of the trail, and an answer that no longer follows simply has no place on it.
 */
import type { RouteId, WayId } from './ways';

export const FLOW_IDS = ['login-help', 'way-picker', 'pre-flight', 'refusal-coach', 'timeout'] as const;
export type FlowId = (typeof FLOW_IDS)[number];

/** What the button of a result does; pages map each to a call or a page. */
export const FLOW_ACTIONS = [
  'confirm-login',
  'request-code',
  'escalate-code',
  'login-help',
  'way-picker',
  'open-form',
  'resubmit',
  'ask-college',
  'report-over-age',
  'copy-text',
  'report-accepted',
  'report-refused',
  'report-returned',
  'keep-waiting',
] as const;
export type FlowAction = (typeof FLOW_ACTIONS)[number];

/** What the roster can say of a person. */
export const ROSTER_FACTS = ['no-post', 'post', 'under-age', 'over-age'] as const;
export type RosterFact = (typeof ROSTER_FACTS)[number];

export interface FlowOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Holds for whom the roster says this of: they are not asked. */
  readonly onRoster?: RosterFact;
  /** Not offered to whom the roster says this of: it would be the opposite of what is known. */
  readonly notFor?: RosterFact;
  /** Id of the node this answer leads to. */
  readonly next: string;
}

export interface QuestionNode {
  readonly id: string;
  readonly question: string;
  readonly help?: string;
  readonly options: readonly FlowOption[];
}

export type FlowResult =
  | { readonly kind: 'way'; readonly wayId: WayId; readonly routeId: RouteId }
  | {
      readonly kind: 'advice';
      readonly title: string;
      readonly text: string;
      readonly steps?: readonly string[];
      /** A message to copy, with `{name}` for the graduate's name (see `withName` in `rulebook`). */
      readonly copy?: string;
      readonly action?: { readonly label: string; readonly do: FlowAction };
      /** The way on once what stood in the way is gone: this option of the question just answered holds then. */
      readonly settled?: { readonly label: string; readonly option: string };
    };

export interface ResultNode {
  readonly id: string;
  readonly result: FlowResult;
}

export type FlowNode = QuestionNode | ResultNode;

export interface Flow {
  readonly id: FlowId;
  readonly title: string;
  readonly start: string;
  readonly nodes: readonly FlowNode[];
}

/** Chosen option by question id. Order does not matter; what is not on the path is ignored. */
export type Answers = Readonly<Record<string, string>>;

interface TrailStep {
  readonly node: QuestionNode;
  readonly option: FlowOption;
}

export interface Replay {
  /** Answered questions in order. */
  readonly trail: readonly TrailStep[];
  /** The first question without a valid answer, or the result. */
  readonly current: FlowNode;
}

export const isQuestion = (node: FlowNode): node is QuestionNode => 'options' in node;

export const nodeOf = (flow: Flow, id: string): FlowNode => {
  const node = flow.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`Flow ${flow.id} has no node ${id}`);
  return node;
};

/** The question a flow begins with. */
export const startOf = (flow: Flow): QuestionNode => {
  const node = nodeOf(flow, flow.start);
  if (!isQuestion(node)) throw new Error(`Flow ${flow.id} asks nothing`);
  return node;
};

/** Walks the flow by the answers until one is missing or unknown. The schema guarantees that flows end. */
export const replay = (flow: Flow, answers: Answers): Replay => {
  const trail: TrailStep[] = [];
  let current = nodeOf(flow, flow.start);
  while (isQuestion(current)) {
    const node: QuestionNode = current;
    const chosen = Object.prototype.hasOwnProperty.call(answers, node.id) ? answers[node.id] : undefined;
    const option = node.options.find((candidate) => candidate.id === chosen);
    if (!option) break;
    trail.push({ node, option });
    current = nodeOf(flow, option.next);
  }
  return { trail, current };
};

/** The answers after choosing an option: earlier ones stay, those that no longer follow are dropped. */
export const withAnswer = (flow: Flow, answers: Answers, questionId: string, optionId: string): Answers => {
  const { trail } = replay(flow, { ...answers, [questionId]: optionId });
  return Object.fromEntries(trail.map(({ node, option }) => [node.id, option.id]));
};

/** Most questions still ahead on any path from a node, the node itself included. */
export const longestFrom = (flow: Flow, nodeId: string): number => {
  const node = nodeOf(flow, nodeId);
  return isQuestion(node) ? 1 + Math.max(...node.options.map(({ next }) => longestFrom(flow, next))) : 0;
};

/** For “第 2 题，最多 4 题”: the number of the question at `index` of the trail, and the most there can be. */
export const progressAt = (flow: Flow, answers: Answers, index: number) => {
  const { trail, current } = replay(flow, answers);
  const node = trail[index]?.node ?? current;
  const step = Math.min(index, trail.length) + 1;
  return { step, atMost: step - 1 + longestFrom(flow, node.id) };
};
