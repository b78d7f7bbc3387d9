import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { currentSeason } from '../../_shared/season/season';
import type { RuleSet } from '../../_shared/store/records';
import { setIdFor, storedSet, toSetView } from './load';

/** Keeps a draft, contradictory or not: what is wrong with it is asked when it is published. */
export const saveRulesDraft: EarlyReader<'teacher', 'saveRulesDraft', CollegeCaller> = readingEarly(
  currentSeason,
  async (ports, { caller: { scopeId }, request: { version, edits } }, season) => {
    const { store, clock } = ports;
    return store.transact(async (tx) => {
      const now = clock.now();
      const before = storedSet(await tx.get('ruleSets', setIdFor(season, scopeId)), season, scopeId);
      if (before.version !== version) return fail('CONFLICT');
      const draft = edits && { edits: edits.map(({ path, value }) => ({ path, value })), savedAt: now };
      const after: RuleSet = { ...before, version: version + 1, draft };
      tx.put('ruleSets', after);
      return ok({ ...toSetView(after), now });
    });
  },
);
