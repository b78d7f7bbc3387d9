/** 去向: the ways and routes a rulebook can offer; their meaning is data in `rulebooks/`. */

/**
 * The words of the domain, as closed lists: identical in code, stored records and wording tables.
 * Ids of ways and routes follow the college's guide; their meaning is data in `rulebooks/`.
 */

/** 去向: the eight ways of the guide, in its order. */
export const WAY_IDS = [
  'no-organisation',
  'employed',
  'further-study',
  'study-abroad',
  'work-abroad',
  'army',
  'confidential',
  'deferred',
] as const;

export type WayId = (typeof WAY_IDS)[number];

/** Sub-routes of a way; a way without a choice has the one route `direct`. */
export const ROUTE_IDS = ['direct', 'registered-residence', 'current-residence', 'keep'] as const;

export type RouteId = (typeof ROUTE_IDS)[number];
