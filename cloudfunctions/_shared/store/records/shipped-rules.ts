import { isAddedId } from '../../../../miniprogram/domain/rules/overlay/paths';
import { rulebookOf, routeOf } from '../../../../miniprogram/rulebooks';

/**
 * Whether the rulebook a record names, and the route, are among those this release ships or a university added. A later release may have
 * brought new ones; without its rules nobody can say what such a record means.
 */
export const followsShippedRules = (record: unknown): boolean => {
  const { rulebookId, wayId, routeId } = (record ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof rulebookId !== 'string') return true;
  const rulebook = rulebookOf(rulebookId);
  if (!rulebook) return false;
  if (wayId === undefined) return true;
  return (
    typeof wayId === 'string' &&
    typeof routeId === 'string' &&
    (routeOf(rulebook, wayId, routeId) !== undefined || [wayId, routeId].some(isAddedId))
  );
};
