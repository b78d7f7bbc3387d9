/** What the nodes of a flow owe one another: all are reached, none goes in a circle. */
import { isQuestion, type Flow, type FlowNode } from '../flow';
import { routeOf, type Rulebook } from '../rulebook/index';
import { repeated, type Check } from './problem';

/** Visits what can be reached from the start; `open` holds the path, to notice a circle. */
const walk = (flow: Flow, id: string, open: readonly string[], reached: Set<string>): string[] => {
  if (open.includes(id)) return [`goes in a circle at ${id}`];
  const node = flow.nodes.find((candidate) => candidate.id === id);
  if (!node) return [`leads to ${id}, which does not exist`];
  if (reached.has(id)) return [];
  reached.add(id);
  return isQuestion(node) ? node.options.flatMap(({ next }) => walk(flow, next, [...open, id], reached)) : [];
};

const checkNode = (rulebook: Rulebook, node: FlowNode): string[] => {
  if (isQuestion(node)) {
    const twice = repeated(node.options.map(({ id }) => id));
    const always = node.options.filter(({ notFor }) => notFor === undefined).length;
    return [
      ...(twice === undefined ? [] : [`${node.id} offers ${twice} twice`]),
      ...(always >= 2 ? [] : [`${node.id} may offer fewer than two answers`]),
    ];
  }
  const { result } = node;
  const unknown = result.kind === 'way' && !routeOf(rulebook, result.wayId, result.routeId);
  return unknown ? [`${node.id} ends in a route the rulebook does not have`] : [];
};

/** What has been settled must be an answer of every question that leads here, and lead elsewhere. */
const checkSettled = (flow: Flow): string[] =>
  flow.nodes.flatMap((node) => {
    if (isQuestion(node) || node.result.kind !== 'advice' || !node.result.settled) return [];
    const { option } = node.result.settled;
    const before = flow.nodes
      .filter(isQuestion)
      .filter(({ options }) => options.some(({ next }) => next === node.id));
    const goesOn = before.every(({ options }) =>
      options.some(({ id, next }) => id === option && next !== node.id),
    );
    return goesOn ? [] : [`${node.id} goes on with ${option}, which the question before does not offer`];
  });

export const checkFlows: Check = (rulebook) =>
  Object.entries(rulebook.flows).flatMap(([id, flow]) => {
    const reached = new Set<string>();
    const walked = walk(flow, flow.start, [], reached);
    const ids = flow.nodes.map((node) => node.id);
    const unreached = ids.filter((node) => !reached.has(node));
    const twice = repeated(ids);
    return [
      ...walked,
      ...(unreached.length > 0 ? [`never reaches ${unreached.join(', ')}`] : []),
      ...(twice === undefined ? [] : [`has two nodes ${twice}`]),
      ...(flow.id === id ? [] : [`calls itself ${flow.id}`]),
      ...flow.nodes.flatMap((node) => checkNode(rulebook, node)),
      ...checkSettled(flow),
    ].map((message) => ({ path: `flows.${id}`, message }));
  });
