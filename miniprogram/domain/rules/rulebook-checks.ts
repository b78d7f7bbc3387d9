/** What a rulebook's parts owe one another. A schema sees shapes only; these are the promises between them. */
import { isQuestion } from './flow';
import type { Flow, FlowNode } from './flow';
import { isQuietHour } from '../calendar/quiet-hours';
import { STANDING_LISTS } from './standing-lists';
import { routeOf } from './rulebook';
import type { RouteRule, Rulebook } from './rulebook';

/** `path` is dotted, from the rulebook's root. */
export interface RulebookProblem {
  readonly path: string;
  readonly message: string;
}

type Check = (rulebook: Rulebook) => RulebookProblem[];

const problem = (path: string, message: string, wrong: boolean): RulebookProblem[] =>
  wrong ? [{ path, message }] : [];

const repeated = (items: readonly (string | number)[]): string | undefined => {
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  return twice === undefined ? undefined : String(twice);
};

const daysInMonth = (month: number): number => (month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31);

const checkTimes: Check = (rulebook) => {
  const { reminderDays, reminderValue, seasonDeadline, receiverDays } = rulebook;
  const values = new Set<number | string>(reminderValue);
  const missing = [...reminderDays, 'timed-out'].filter((value) => !values.has(value));
  const reminderCount = reminderDays.length + 1;
  return [
    ...problem('reminderValue', `says nothing about ${missing.join(', ')}`, missing.length > 0),
    ...problem('reminderValue', 'ranks what is not planned', values.size > reminderCount),
    ...problem('reminderDays', 'holds a day twice', repeated(reminderDays) !== undefined),
    ...problem(
      'reminderDays',
      'starts before the receiver clock does',
      Math.max(...reminderDays) >= receiverDays,
    ),
    ...problem(
      'reminderHour',
      'lies in the quiet hours',
      isQuietHour(rulebook.reminderHour, rulebook.quietHours),
    ),
    ...problem(
      'seasonDeadline.day',
      'is not a day of every such month',
      seasonDeadline.day > daysInMonth(seasonDeadline.month),
    ),
    ...problem(
      'escalateWarningHours',
      'does not come before the escalation',
      rulebook.escalateWarningHours >= rulebook.escalateAfterHours,
    ),
  ];
};

const checkRoute = (path: string, route: RouteRule): RulebookProblem[] => {
  const both = route.required.filter((field) => route.optional.includes(field));
  const asksName = route.required.includes('organisation');
  const { tellReceiver } = route.guide;
  return [
    ...problem(`${path}.optional`, `holds what is required: ${both.join(', ')}`, both.length > 0),
    ...problem(
      `${path}.organisationEndings`,
      asksName ? 'is empty although a name is required' : 'is filled although no name is required',
      asksName !== route.organisationEndings.length > 0,
    ),
    ...problem(
      `${path}.receiver`,
      'is described exactly where a name is required',
      asksName !== (route.receiver !== null),
    ),
    ...problem(
      `${path}.nameMissing`,
      'and nameMustMention go together',
      (route.nameMissing === null) !== (route.nameMustMention.length === 0),
    ),
    ...problem(
      `${path}.required`,
      'lacks initiatedAt, from which the receiver clock runs',
      route.receiverClock && !route.required.includes('initiatedAt'),
    ),
    ...problem(
      `${path}.receiverClock`,
      'runs although the college handles this route',
      route.receiverClock && route.handledBy === 'college',
    ),
    ...problem(
      `${path}.transferReason`,
      'is missing although the graduate fills in the form',
      route.handledBy === 'graduate' && route.transferReason === null,
    ),
    ...problem(
      `${path}.guide.tellReceiver`,
      'does not say who writes: {name} is missing',
      tellReceiver !== null && !tellReceiver.includes('{name}'),
    ),
  ];
};

/** Routes no answers of the way picker lead to: nobody could ever choose them. */
const unreachedRoutes = ({ ways, flows }: Rulebook): string[] => {
  const results = flows['way-picker'].nodes.flatMap((node) => (isQuestion(node) ? [] : [node.result]));
  return ways.flatMap(({ id, routes }) =>
    routes
      .filter(
        (route) =>
          !results.some(
            (result) => result.kind === 'way' && result.wayId === id && result.routeId === route.id,
          ),
      )
      .map((route) => `${id} by ${route.id}`),
  );
};

const checkWays: Check = (rulebook) => {
  const { ways } = rulebook;
  const unreached = unreachedRoutes(rulebook);
  const twice = repeated(ways.map(({ id }) => id));
  return [
    ...problem('flows.way-picker', `never ends in ${unreached.join(', ')}`, unreached.length > 0),
    ...problem('ways', `holds ${twice} twice`, twice !== undefined),
    ...ways.flatMap((way, index) => [
      ...problem(
        `ways.${index}.routes`,
        'holds a route twice',
        repeated(way.routes.map(({ id }) => id)) !== undefined,
      ),
      ...problem(
        `ways.${index}.routeQuestion`,
        'must be asked exactly where there are several routes',
        way.routes.length > 1 !== (way.routeQuestion !== null),
      ),
      ...way.routes.flatMap((route, at) => checkRoute(`ways.${index}.routes.${at}`, route)),
    ]),
  ];
};

const checkLists: Check = ({ lists, ways }) => {
  const ids = lists.map(({ id }) => id);
  const twice = repeated([...STANDING_LISTS, ...ids]);
  const named = ways.flatMap(({ routes }) => routes.flatMap(({ list }) => (list === null ? [] : [list])));
  const unknown = named.filter((id) => !ids.includes(id));
  return [
    ...problem('lists', `holds ${twice} twice`, twice !== undefined),
    ...problem('lists', `lacks ${unknown.join(', ')}, which a route names`, unknown.length > 0),
  ];
};

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
    return twice === undefined ? [] : [`${node.id} offers ${twice} twice`];
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

const checkFlows: Check = (rulebook) =>
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

const checkQuestions: Check = (rulebook) => {
  const twice = repeated(rulebook.questions.map(({ id }) => id));
  return [
    ...problem('questions', `holds ${twice} twice`, twice !== undefined),
    ...rulebook.questions.flatMap(({ copy, link }, index) => [
      ...problem(
        `questions.${index}.copy`,
        'does not say who writes: {name} is missing',
        copy !== null && !copy.includes('{name}'),
      ),
      ...problem(
        `questions.${index}.link`,
        'leads to a route the rulebook does not have',
        link?.page === 'guide' && routeOf(rulebook, link.wayId, link.routeId) === undefined,
      ),
    ]),
  ];
};

/** Everything that does not fit together; empty for a sound rulebook. */
export const rulebookProblems: Check = (rulebook) => [
  ...checkTimes(rulebook),
  ...checkWays(rulebook),
  ...checkLists(rulebook),
  ...checkFlows(rulebook),
  ...checkQuestions(rulebook),
];
