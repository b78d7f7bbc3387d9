/** New ways and routes, made like one that is there: a copy, and an answer of the way picker that leads to it. */
import { isQuestion, type Flow, type FlowNode } from '../flow';
import { routeOf, wayOf, type Rulebook, type RouteRule, type WayRule } from '../rulebook/index';
import type { Overlay } from './edition';
import { addedRouteOf, addedWayOf } from './paths';

interface End {
  readonly wayId: string;
  readonly routeId: string;
}

/** Answers one question of the picker can hold. */
export const MOST_ANSWERS = 4;

const endsIn =
  ({ wayId, routeId }: End) =>
  (node: FlowNode): boolean =>
    !isQuestion(node) &&
    node.result.kind === 'way' &&
    node.result.wayId === wayId &&
    node.result.routeId === routeId;

const nodeIdOf = ({ wayId, routeId }: End): string => `added-${wayId}-${routeId}`;
/** How the ids of questions begin that no shipped flow asks. */
const MADE_HERE = 'which-';
const questionIdOf = ({ wayId, routeId }: End): string => `${MADE_HERE}${wayId}-${routeId}`;

/** An answer for the new end beside the one it is made like, in a question of their own. */
const withAnswer = (flow: Flow, like: End, made: End, labels: { like: string; made: string }): Flow => {
  const beside = flow.nodes.find(endsIn(like));
  if (!beside) return flow;
  const node: FlowNode = { id: nodeIdOf(made), result: { kind: 'way', ...made } };
  const answer = { id: `${made.wayId}-${made.routeId}`, label: labels.made, next: node.id };
  const which = questionIdOf(like);
  const isAsked = flow.nodes.some(({ id }) => id === which);
  if (isAsked) {
    const nodes = flow.nodes.map((one) =>
      one.id === which && isQuestion(one) ? { ...one, options: [...one.options, answer] } : one,
    );
    return { ...flow, nodes: [...nodes, node] };
  }
  const question: FlowNode = {
    id: which,
    question: '是下面哪一种？',
    options: [{ id: 'usual', label: labels.like, next: beside.id }, answer],
  };
  const redirected = flow.nodes.map((one) =>
    isQuestion(one)
      ? {
          ...one,
          options: one.options.map((option) =>
            option.next === beside.id ? { ...option, next: which } : option,
          ),
        }
      : one,
  );
  const start = flow.start === beside.id ? which : flow.start;
  return { ...flow, start, nodes: [...redirected, question, node] };
};

/** Whether an answer of a question made here leads to that way, by that route where one is named. */
const leadsTo =
  (flow: Flow, wayId: string, routeId: string | undefined) =>
  ({ next }: { readonly next: string }): boolean =>
    flow.nodes.some(
      (node) =>
        node.id === next &&
        !isQuestion(node) &&
        node.result.kind === 'way' &&
        node.result.wayId === wayId &&
        (routeId === undefined || node.result.routeId === routeId),
    );

/** What the questions made here call a way or a route goes with its name, until somebody words the answer themselves. */
export const withAnswerRenamed = (
  flow: Flow,
  { wayId, routeId }: { readonly wayId: string; readonly routeId: string | undefined },
  { before, after }: { readonly before: string; readonly after: string },
): Flow => {
  const isMeant = leadsTo(flow, wayId, routeId);
  const nodes = flow.nodes.map((node) =>
    isQuestion(node) && node.id.startsWith(MADE_HERE)
      ? {
          ...node,
          options: node.options.map((option) =>
            option.label === before && isMeant(option) ? { ...option, label: after } : option,
          ),
        }
      : node,
  );
  return { ...flow, nodes };
};

export const withPicker = (rulebook: Rulebook, change: (flow: Flow) => Flow): Rulebook => ({
  ...rulebook,
  flows: { ...rulebook.flows, 'way-picker': change(rulebook.flows['way-picker']) },
});

const fresh = (route: RouteRule, part: Partial<RouteRule>): RouteRule => {
  const { closed: _offered, ...rest } = route;
  return { ...rest, ...part };
};

const withAddedRoute = (rulebook: Rulebook, made: End, likeId: string): Rulebook => {
  const like = { wayId: made.wayId, routeId: likeId };
  const template = routeOf(rulebook, like.wayId, like.routeId);
  if (!template || routeOf(rulebook, made.wayId, made.routeId)) return rulebook;
  const label = `${template.label}（新）`;
  const route = fresh(template, { id: made.routeId, label });
  const grown = rulebook.ways.map((way): WayRule =>
    way.id === made.wayId
      ? { ...way, routeQuestion: way.routeQuestion ?? '是下面哪一种？', routes: [...way.routes, route] }
      : way,
  );
  return withPicker({ ...rulebook, ways: grown }, (flow) =>
    withAnswer(flow, like, made, { like: template.label, made: label }),
  );
};

const withAddedWay = (rulebook: Rulebook, id: string, likeId: string): Rulebook => {
  const template = wayOf(rulebook, likeId);
  if (!template || wayOf(rulebook, id)) return rulebook;
  const label = `${template.label}（新）`;
  const way: WayRule = { ...template, id, label, routes: template.routes.map((route) => fresh(route, {})) };
  const labels = { like: template.label, made: label };
  return template.routes.reduce<Rulebook>(
    (grown, { id: routeId }) =>
      withPicker(grown, (flow) =>
        withAnswer(flow, { wayId: likeId, routeId }, { wayId: id, routeId }, labels),
      ),
    { ...rulebook, ways: [...rulebook.ways, way] },
  );
};

/** The rulebook with what the overlay adds, ways first. What is made like nothing that is there is left out. */
export const withAdditions = (rulebook: Rulebook, overlay: Overlay): Rulebook => {
  const added = overlay.flatMap(({ path, value }) =>
    typeof value === 'string' ? [{ path, like: value }] : [],
  );
  const withWays = added.reduce((grown, { path, like }) => {
    const id = addedWayOf(path);
    return id === undefined ? grown : withAddedWay(grown, id, like);
  }, rulebook);
  return added.reduce((grown, { path, like }) => {
    const made = addedRouteOf(path);
    return made ? withAddedRoute(grown, made, like) : grown;
  }, withWays);
};
