import { EVERYBODY } from '../../../miniprogram/domain/rules/overlay/edition';
import { shippedIdOf } from '../../../miniprogram/domain/rules/rulebook/chosen';
import type { Ports } from '../../_shared/platform/ports';
import type { CurrentSeason } from '../../_shared/season/season';
import type { RuleSet } from '../../_shared/store/records';

/** A university has a few dozen colleges. */
const MOST = 1000;

/** What colleges have published of their own on the season's rulebook. */
export const collegeSets = async ({ store }: Ports, season: CurrentSeason): Promise<RuleSet[]> => {
  const found = await store.find('ruleSets', { where: { number: { gt: 0 } }, limit: MOST });
  return found.filter(
    ({ scopeId, shippedId }) => scopeId !== EVERYBODY && shippedId === shippedIdOf(season.rulebookId),
  );
};
