import type { RouteRule, WayRule } from '../rules/rulebook/index';

/** 去向 with its route, where the way has several. */
export const wayText = (way: WayRule, route: RouteRule): string =>
  way.routes.length > 1 ? `${way.label}，${route.label}` : way.label;
