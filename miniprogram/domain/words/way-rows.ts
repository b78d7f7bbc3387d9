/** The ways somebody picks from on behalf of others. */
import type { RouteId, WayId } from '../rules/ways';
import type { RouteRule, Rulebook } from '../rules/rulebook/index';
import { spokenOf } from './spoken-of';
import { wayText } from './ways';

export interface WayRow {
  readonly key: string;
  readonly wayId: WayId;
  readonly routeId: RouteId;
  readonly title: string;
  readonly hint: string;
}

/** Every way and route that may be taken now and passes, in the words of who speaks of the graduate. */
export const wayRows = (rulebook: Rulebook, passes: (route: RouteRule) => boolean): WayRow[] =>
  rulebook.ways.flatMap((way) =>
    way.routes
      .filter((route) => !route.closed && passes(route))
      .map((route) => ({
        key: `${way.id} ${route.id}`,
        wayId: way.id,
        routeId: route.id,
        title: wayText(way, route),
        hint: spokenOf(route.hint),
      })),
  );
