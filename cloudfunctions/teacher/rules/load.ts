/** The rules of a scope as they are stored, and what they stand on. */
import type { Ground } from '../../../miniprogram/domain/rules/overlay/check';
import { EVERYBODY, type Overlay } from '../../../miniprogram/domain/rules/overlay/edition';
import { shippedIdOf } from '../../../miniprogram/domain/rules/rulebook/chosen';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { overlayIn } from '../../_shared/season/edits';
import type { CurrentSeason } from '../../_shared/season/season';
import { ruleSetIdOf } from '../../_shared/store/record-ids';
import type { RuleSet } from '../../_shared/store/records';

export const setIdFor = ({ rulebookId }: CurrentSeason, scopeId: string): string =>
  ruleSetIdOf(scopeId, shippedIdOf(rulebookId));

/** As it is stored, or before anybody has changed anything. */
export const storedSet = (stored: RuleSet | undefined, season: CurrentSeason, scopeId: string): RuleSet =>
  stored ?? {
    _id: setIdFor(season, scopeId),
    recordVersion: 1,
    version: 0,
    scopeId,
    shippedId: shippedIdOf(season.rulebookId),
    number: 0,
    edits: [],
    publishedAt: null,
    settleAt: null,
    draft: null,
  };

const shippedOf = ({ rulebookId }: CurrentSeason): Rulebook => {
  const shipped = rulebookOf(shippedIdOf(rulebookId));
  if (!shipped) throw new Error('the season’s rulebook is not shipped');
  return shipped;
};

/** What a scope's changes stand on. */
export const groundFor = (season: CurrentSeason, lower: readonly Overlay[]): Ground => ({
  shipped: shippedOf(season),
  id: season.rulebookId,
  lower,
});

export interface OwnRules {
  readonly season: CurrentSeason;
  readonly set: RuleSet;
  /** The committee's changes below a college's; none for the committee. */
  readonly lower: readonly Overlay[];
}

/** @param season read while the caller was being identified */
export const loadRules = async (
  ports: Ports,
  { scopeId }: CollegeCaller,
  season: CurrentSeason,
): Promise<OwnRules> => {
  const isAll = scopeId === EVERYBODY;
  const ids = [scopeId, ...(isAll ? [] : [EVERYBODY])].map((scope) => setIdFor(season, scope));
  const found = await ports.store.getMany('ruleSets', ids);
  const setOf = (scope: string) => found.find((one) => one.scopeId === scope);
  const below = isAll ? undefined : setOf(EVERYBODY);
  return {
    season,
    set: storedSet(setOf(scopeId), season, scopeId),
    lower: below && below.number > 0 ? [overlayIn(below.edits)] : [],
  };
};

/** What a page shows of the rules of its scope. */
export const toSetView = ({ version, number, edits, publishedAt, draft }: RuleSet) => ({
  version,
  published: { number, edits, at: publishedAt },
  draft: draft && { edits: draft.edits, savedAt: draft.savedAt },
});
