/** A rulebook with some values changed: what a setting chooses, and what people edit on top of a shipped one. */
import { isQuestion, type Flow, type FlowNode } from '../flow';
import type { JsonValue, RulebookEdit, Setting } from './settings';
import type { RouteRule, Rulebook, WayRule } from '.';

type Branch = Readonly<Record<string, unknown>>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

const hasId = (member: unknown, id: string): boolean => isBranch(member) && member['id'] === id;

/** Where a key leads in a list: the member with that id, or with that index where members have none. */
const indexIn = (list: readonly unknown[], key: string): number => {
  const byId = list.findIndex((member) => hasId(member, key));
  return byId >= 0 || !/^\d+$/.test(key) ? byId : Number(key);
};

/** The value with one place changed; as it was where the path leads nowhere. Null takes a member out of a list. */
const changedAt = (value: unknown, [key, ...rest]: readonly string[], change: JsonValue): unknown => {
  if (key === undefined) return change;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const index = indexIn(list, key);
    if (rest.length === 0 && change === null) return list.filter((_, at) => at !== index);
    return list.map((member, at) => (at === index ? changedAt(member, rest, change) : member));
  }
  return isBranch(value) && key in value ? { ...value, [key]: changedAt(value[key], rest, change) } : value;
};

const leadingTo = (node: FlowNode, from: string, to: string): FlowNode =>
  isQuestion(node)
    ? {
        ...node,
        options: node.options.map((option) => (option.next === from ? { ...option, next: to } : option)),
      }
    : node;

/** Without answers that lead nowhere; a question left with one answer is skipped, one with none goes too. */
const withoutDeadEnds = (nodes: readonly FlowNode[]): readonly FlowNode[] => {
  const ids = new Set(nodes.map(({ id }) => id));
  const kept = nodes.map((node): FlowNode =>
    isQuestion(node) ? { ...node, options: node.options.filter(({ next }) => ids.has(next)) } : node,
  );
  const idle = kept.filter(isQuestion).find(({ options }) => options.length < 2);
  if (!idle) return kept;
  const [only] = idle.options;
  const others = kept.filter(({ id }) => id !== idle.id);
  return withoutDeadEnds(only ? others.map((node) => leadingTo(node, idle.id, only.next)) : others);
};

const withoutTakenRoutes = (flow: Flow, ways: readonly WayRule[]): Flow => {
  const isTaken = (node: FlowNode): boolean => {
    if (isQuestion(node) || node.result.kind !== 'way') return false;
    const { wayId, routeId } = node.result;
    return !ways.some(({ id, routes }) => id === wayId && routes.some((route) => route.id === routeId));
  };
  const nodes = flow.nodes.filter((node) => !isTaken(node));
  return nodes.length === flow.nodes.length ? flow : { ...flow, nodes: withoutDeadEnds(nodes) };
};

/** What was taken out is named no more: by routes (offline steps), by the way picker, by a way without routes. */
const tidied = (rulebook: Rulebook): Rulebook => {
  const steps = rulebook.offlineSteps.map(({ id }) => id);
  const tidyRoute = (route: RouteRule): RouteRule => ({
    ...route,
    offlineSteps: route.offlineSteps.filter((id) => steps.includes(id)),
  });
  const ways = rulebook.ways
    .filter(({ routes }) => routes.length > 0)
    .map((way) => ({
      ...way,
      routeQuestion: way.routes.length > 1 ? way.routeQuestion : null,
      routes: way.routes.map(tidyRoute),
    }));
  const { flows } = rulebook;
  return {
    ...rulebook,
    ways,
    flows: { ...flows, 'way-picker': withoutTakenRoutes(flows['way-picker'], ways) },
  };
};

/**
 * The rulebook with values changed, one after the other. A path that leads nowhere changes nothing. Values are not
 * looked at here: the schema has to load the result before anybody relies on it.
 */
export const applyEdits = (rulebook: Rulebook, edits: readonly RulebookEdit[]): Rulebook =>
  tidied(
    edits.reduce<Rulebook>(
      (before, { path, value }) => changedAt(before, path.split('.'), value) as Rulebook,
      rulebook,
    ),
  );

/** What the chosen answers change, by the settings' ids; an unknown answer changes nothing. */
export const editsOf = (
  settings: readonly Setting[],
  choices: Readonly<Record<string, string>>,
): readonly RulebookEdit[] =>
  settings.flatMap(({ id, options }) => options.find((option) => option.id === choices[id])?.edits ?? []);
