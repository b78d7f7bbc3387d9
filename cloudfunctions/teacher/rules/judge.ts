/** Whether a version may be published, and what it means for those that stand on it. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { checkDraft, type Ground } from '../../../miniprogram/domain/rules/overlay/check';
import { EVERYBODY, type Overlay } from '../../../miniprogram/domain/rules/overlay/edition';
import type { Level } from '../../../miniprogram/domain/rules/overlay/place';
import { succeeding } from '../../../miniprogram/domain/rules/overlay/succession';
import { loadRulebook } from '../../../miniprogram/domain/rules/rulebook-schema';
import { overlayIn } from '../../_shared/season/edits';
import type { CurrentSeason } from '../../_shared/season/season';
import type { RuleSet } from '../../_shared/store/records';
import { groundFor } from './load';

export const levelOf = (scopeId: string): Level => (scopeId === EVERYBODY ? 'committee' : 'college');

interface Publishable {
  /** As it is published: with what the version before owes to whoever is under way. */
  readonly overlay: Overlay;
  readonly result: Rulebook;
}

/** `RULES_CONTRADICTORY` with the path of the first thing to mend. */
export const judged = (
  ground: Ground,
  { published, draft, level }: { published: Overlay; draft: Overlay; level: Level },
): Result<Publishable> => {
  const overlay = succeeding(ground.shipped, published, draft);
  const { problems, result } = checkDraft(ground, overlay, level);
  const [first] = problems;
  if (first) return fail('RULES_CONTRADICTORY', first.path);
  const loaded = loadRulebook({ ...result, id: ground.shipped.id });
  return loaded.ok ? ok({ overlay, result }) : fail('RULES_CONTRADICTORY', loaded.problems[0]?.path);
};

/** A college's changes without those that do not go with what now lies below them. */
const fitting = (ground: Ground, overlay: Overlay): Overlay => {
  const { problems } = checkDraft(ground, overlay, 'college');
  if (problems.length === 0) return overlay;
  const wrong = problems.map(({ path }) => path);
  const kept = overlay.filter(({ path }) => !wrong.includes(path));
  // What is wrong may hang on an answer to a setting, or on several changes together.
  return fitting(ground, kept.length < overlay.length ? kept : []);
};

export interface Refitted {
  readonly set: RuleSet;
  readonly overlay: Overlay;
  /** How many changes are taken back. */
  readonly count: number;
}

/** Colleges whose own changes no longer fit on a version of the committee, without what does not. */
export const refitted = (season: CurrentSeason, below: Overlay, colleges: readonly RuleSet[]): Refitted[] =>
  colleges.flatMap((set) => {
    const before = overlayIn(set.edits);
    const overlay = fitting(groundFor(season, [below]), before);
    return overlay.length === before.length ? [] : [{ set, overlay, count: before.length - overlay.length }];
  });
