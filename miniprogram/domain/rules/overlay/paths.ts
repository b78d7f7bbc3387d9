/** Paths of an overlay that mean more than a value at its place in the rulebook. */

interface RoutePath {
  readonly wayId: string;
  readonly routeId: string;
}

const matched =
  <Found>(pattern: RegExp, found: (parts: readonly (string | undefined)[]) => Found) =>
  (path: string) => {
    const match = pattern.exec(path);
    return match ? found(match.slice(1)) : undefined;
  };

const route = ([wayId = '', routeId = '']: readonly (string | undefined)[]): RoutePath => ({
  wayId,
  routeId,
});

/** `settings.letter`: the answer to a setting, for this scope. */
export const settingOf = matched(/^settings\.([^.]+)$/, ([id = '']) => id);
/** `ways.employed.routes.own-1.from`: a new route, made like the route of that id. */
export const addedRouteOf = matched(/^ways\.([^.]+)\.routes\.([^.]+)\.from$/, route);
/** `ways.own-1.from`: a new way, made like the way of that id. */
export const addedWayOf = matched(/^ways\.([^.]+)\.from$/, ([id = '']) => id);
/** `ways.employed.label` or `ways.employed.routes.direct.label`: what a way or a route is called. */
export const labelledOf = matched(
  /^ways\.([^.]+)(?:\.routes\.([^.]+))?\.label$/,
  ([wayId = '', routeId]): { readonly wayId: string; readonly routeId: string | undefined } => ({
    wayId,
    routeId,
  }),
);
/** `ways.employed.routes.direct.on`: whether a route is offered. */
export const switchedRouteOf = matched(/^ways\.([^.]+)\.routes\.([^.]+)\.on$/, route);
/** `offlineSteps.card.on`: whether a step is done at all. */
export const switchedStepOf = matched(/^offlineSteps\.([^.]+)\.on$/, ([id = '']) => id);
/** `ways.employed.routes.direct.fields.region`: required, optional or absent. */
export const fieldUseOf = matched(
  /^ways\.([^.]+)\.routes\.([^.]+)\.fields\.([^.]+)$/,
  ([wayId = '', routeId = '', field = '']) => ({ wayId, routeId, field }),
);
/** `ways.employed.routes.direct.window.opens`, or `deadline`: a route without a window gets one by it. */
export const windowDayOf = matched(
  /^ways\.([^.]+)\.routes\.([^.]+)\.window\.(opens|deadline)$/,
  ([wayId = '', routeId = '', day = '']) => ({ wayId, routeId, isFirst: day === 'opens' }),
);

/** Routes and ways that people added: the committee's are `own-1`, a college's `our-1`. */
export const ADDED_BY = { committee: 'own', college: 'our' } as const;
export const isAddedId = (id: string): boolean => /^(?:own|our)-\d+$/.test(id);
