/** A rulebook with some values changed: what a setting chooses, and what people edit on top of a shipped one. */
import type { JsonValue, RulebookEdit, Setting } from './settings';
import { withoutClosedRoutes } from './closed-routes';
import type { RouteRule, Rulebook } from '.';

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

/** `ways.<way>.routes.<route>`, nothing behind it. */
const ROUTE_PATH = /^ways\.([^.]+)\.routes\.([^.]+)$/;

/** A route is closed, not taken out: who is on it goes on. */
const closed = (rulebook: Rulebook, wayId: string, routeId: string): Rulebook =>
  withRoute(rulebook, wayId, routeId, (route) => ({ ...route, closed: true }));

/** One value changed, and nothing tidied up behind it. */
export const withEdit = (rulebook: Rulebook, { path, value }: RulebookEdit): Rulebook => {
  const [, wayId, routeId] = ROUTE_PATH.exec(path) ?? [];
  return value === null && wayId !== undefined && routeId !== undefined
    ? closed(rulebook, wayId, routeId)
    : (changedAt(rulebook, path.split('.'), value) as Rulebook);
};

/** Steps that were taken out are named no more. */
const withoutMissingSteps = (rulebook: Rulebook): Rulebook => {
  const steps = rulebook.offlineSteps.map(({ id }) => id);
  const tidy = (route: RouteRule): RouteRule => ({
    ...route,
    offlineSteps: route.offlineSteps.filter((id) => steps.includes(id)),
  });
  return {
    ...rulebook,
    ways: rulebook.ways.map((way) => ({ ...way, routes: way.routes.map(tidy) })),
  };
};

/** The rulebook with one route changed. */
export const withRoute = (
  rulebook: Rulebook,
  wayId: string,
  routeId: string,
  change: (route: RouteRule) => RouteRule,
): Rulebook => ({
  ...rulebook,
  ways: rulebook.ways.map((way) =>
    way.id === wayId
      ? { ...way, routes: way.routes.map((route) => (route.id === routeId ? change(route) : route)) }
      : way,
  ),
});

/**
 * The rulebook with values changed, one after the other. A path that leads nowhere changes nothing; null closes a route
 * and takes any other member out of its list. Values are not looked at here: the schema has to load the result before
 * anybody relies on it.
 */
export const applyEdits = (rulebook: Rulebook, edits: readonly RulebookEdit[]): Rulebook =>
  withoutClosedRoutes(withoutMissingSteps(edits.reduce(withEdit, rulebook)));

/** What the chosen answers change, by the settings' ids; an unknown answer changes nothing. */
export const editsOf = (
  settings: readonly Setting[],
  choices: Readonly<Record<string, string>>,
): readonly RulebookEdit[] =>
  settings.flatMap(({ id, options }) => options.find((option) => option.id === choices[id])?.edits ?? []);
