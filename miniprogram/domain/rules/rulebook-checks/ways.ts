/** What ways, routes and lists owe one another. */
import { isQuestion } from '../flow';
import type { RouteRule, Rulebook } from '../rulebook';
import { offlineStepsOf } from '../rulebook/offline-steps';
import { STANDING_LISTS } from '../standing-lists';
import { missingFrom, problem, repeated, type Check, type RulebookProblem } from './problem';
import { checkDay, isBefore } from './times';

const checkTraits = (path: string, { handledBy, ...route }: RouteRule): RulebookProblem[] => {
  const isOwn = handledBy === 'graduate';
  const { opens = null, deadline = null } = route.window ?? {};
  return [
    ...problem(
      `${path}.receiverClock`,
      'runs although the college handles this route',
      route.receiverClock && !isOwn,
    ),
    ...problem(
      `${path}.approvals`,
      'names nobody who lets the graduate go',
      isOwn && route.approvals.length === 0,
    ),
    ...problem(
      `${path}.approvals`,
      'are asked for although the college records it',
      !isOwn && route.approvals.length > 0,
    ),
    ...problem(`${path}.approvals`, 'names somebody twice', repeated(route.approvals) !== undefined),
    ...problem(`${path}.initiators`, 'names nobody who starts it', isOwn && route.initiators.length === 0),
    ...problem(`${path}.keeping`, 'keeps what the graduate moves away', isOwn && route.keeping !== null),
    ...checkDay(`${path}.window.opens`, opens),
    ...checkDay(`${path}.window.deadline`, deadline),
    ...problem(
      `${path}.window.deadline`,
      'comes before the window opens',
      opens !== null && deadline !== null && isBefore(deadline, opens),
    ),
  ];
};

const checkRoute = (path: string, route: RouteRule): RulebookProblem[] => {
  const both = route.required.filter((field) => route.optional.includes(field));
  const asksName = route.required.includes('organisation');
  const { tellReceiver } = route.guide;
  return [
    ...checkTraits(path, route),
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
          !route.closed &&
          !results.some(
            (result) => result.kind === 'way' && result.wayId === id && result.routeId === route.id,
          ),
      )
      .map((route) => `${id} by ${route.id}`),
  );
};

export const checkWays: Check = (rulebook) => {
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
      ...problem(
        `ways.${index}.routes`,
        'count for the rate on some and not on others, but figures are kept by way',
        new Set(way.routes.map(({ counts }) => counts)).size > 1,
      ),
      ...way.routes.flatMap((route, at) => checkRoute(`ways.${index}.routes.${at}`, route)),
    ]),
  ];
};

export const checkLists: Check = ({ lists, ways }) => {
  const ids = lists.map(({ id }) => id);
  const twice = repeated([...STANDING_LISTS, ...ids]);
  const named = ways.flatMap(({ routes }) => routes.flatMap(({ list }) => (list === null ? [] : [list])));
  const unknown = missingFrom(ids, named);
  return [
    ...problem('lists', `holds ${twice} twice`, twice !== undefined),
    ...problem('lists', `lacks ${unknown.join(', ')}, which a route names`, unknown.length > 0),
  ];
};

/** What a route names of the offline steps and kinds of keeping is there, and at most one step is at the desk. */
export const checkNamed: Check = (rulebook) => {
  const { ways, offlineSteps, keeping } = rulebook;
  const steps = offlineSteps.map(({ id }) => id);
  const kinds = keeping.map(({ id }) => id);
  const routes = ways.flatMap((way) => way.routes);
  const noSteps = missingFrom(
    steps,
    routes.flatMap((route) => route.offlineSteps),
  );
  const noKinds = missingFrom(
    kinds,
    routes.flatMap((route) => route.keeping ?? []),
  );
  const crowded = routes.filter(
    (route) => offlineStepsOf(rulebook, route).filter(({ atDesk }) => atDesk).length > 1,
  );
  return [
    ...problem('offlineSteps', `holds ${repeated(steps)} twice`, repeated(steps) !== undefined),
    ...problem('offlineSteps', `lacks ${noSteps.join(', ')}, which a route names`, noSteps.length > 0),
    ...problem('offlineSteps', 'has two steps at the desk for one route', crowded.length > 0),
    ...problem('keeping', `holds ${repeated(kinds)} twice`, repeated(kinds) !== undefined),
    ...problem('keeping', `lacks ${noKinds.join(', ')}, which a route names`, noKinds.length > 0),
    ...keeping.flatMap(({ months, mostMonths }, index) =>
      problem(
        `keeping.${index}.mostMonths`,
        'is less than the usual months',
        months !== null && mostMonths !== null && mostMonths < months,
      ),
    ),
  ];
};

/** A setting offers its default, and no two answers with one id. */
export const checkSettings: Check = ({ settings }) => {
  const twice = repeated(settings.map(({ id }) => id));
  return [
    ...problem('settings', `holds ${twice} twice`, twice !== undefined),
    ...settings.flatMap(({ options, ...setting }, index) => {
      const ids = options.map(({ id }) => id);
      const path = `settings.${index}`;
      return [
        ...problem(`${path}.default`, 'is not among the options', !ids.includes(setting.default)),
        ...problem(`${path}.options`, 'holds one twice', repeated(ids) !== undefined),
      ];
    }),
  ];
};
