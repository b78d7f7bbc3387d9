import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { EVERYBODY } from '../../../miniprogram/domain/rules/overlay/edition';
import { currentSeason, forCollege, rulebookNamed, withSeason } from '../../_shared/season/season';
import { loadRules, toSetView } from './load';

/** What the caller's scope has published and prepares. */
export const rules: EarlyReader<'teacher', 'rules', CollegeCaller> = readingEarly(
  currentSeason,
  async (ports, { caller }, season) => {
    const { set, lower } = await loadRules(ports, caller, season);
    const { scopeId, scopeName } = caller;
    const held = forCollege(season, scopeId === EVERYBODY ? null : scopeId);
    const { quietHours } = withSeason(rulebookNamed(held.rulebookId), held);
    return ok({
      scopeId,
      scopeName,
      rulebookId: season.rulebookId,
      lower: lower.map((overlay) => overlay.map((edit) => ({ ...edit }))),
      season: { deadlineAt: held.deadlineAt, quietHours },
      ...toSetView(set),
      now: ports.clock.now(),
    });
  },
);
