import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { loadRules, toSetView } from './load';

/** What the caller's scope has published and prepares. */
export const rules: UseCase<'teacher', 'rules', CollegeCaller> = async (ports, { caller }) => {
  const { season, set, lower } = await loadRules(ports, caller);
  const { scopeId, scopeName } = caller;
  return ok({
    scopeId,
    scopeName,
    rulebookId: season.rulebookId,
    lower: lower.map((overlay) => overlay.map((edit) => ({ ...edit }))),
    ...toSetView(set),
    now: ports.clock.now(),
  });
};
