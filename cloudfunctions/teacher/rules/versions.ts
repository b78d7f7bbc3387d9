import { shippedIdOf } from '../../../miniprogram/domain/rules/rulebook/chosen';
import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { currentSeason } from '../../_shared/season/season';

/** More than anybody publishes in years. */
const MOST = 200;

export const ruleVersions: EarlyReader<'teacher', 'ruleVersions', CollegeCaller> = readingEarly(
  currentSeason,
  async (ports, { caller: { scopeId } }, { rulebookId }) => {
    const where = { scopeId, shippedId: shippedIdOf(rulebookId) };
    const found = await ports.store.find('ruleVersions', { where, orderBy: ['number', 'desc'], limit: MOST });
    const versions = found.map(({ number, edits, at, revertOf }) => ({ number, edits, at, revertOf }));
    return ok({ versions, now: ports.clock.now() });
  },
);
