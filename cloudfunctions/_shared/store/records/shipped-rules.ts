import type { RouteId, WayId } from '../../../../miniprogram/domain/rules/ways';
import { rulebookOf, routeOf } from '../../../../miniprogram/rulebooks';

/**
 * Whether the rulebook a record names, and the route, are among those this release ships. A later release may have
 * brought new ones; without its rules nobody can say what such a record means.
 */
export const followsShippedRules = (record: unknown): boolean => {
  const { rulebookId, wayId, routeId } = (record ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof rulebookId !== 'string') return true;
  const rulebook = rulebookOf(rulebookId);
  if (!rulebook) return false;
  return wayId === undefined || routeOf(rulebook, wayId as WayId, routeId as RouteId) !== undefined;
};
