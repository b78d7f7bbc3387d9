/**
 * 去向: each rulebook names its own ways and their routes. Code never asks for one by name: it reads the traits the
 * rulebook gives it (see `rulebook`), so a new way is data alone.
 */
export type WayId = string;
export type RouteId = string;

/** How an id of a way, route or list is written. It stands in stored keys and in addresses of pages. */
export const RULE_ID_PATTERN = /^[a-z][a-z0-9-]{0,31}$/;
