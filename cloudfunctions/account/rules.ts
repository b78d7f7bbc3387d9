import { editionsIn, EVERYBODY } from '../../miniprogram/domain/rules/overlay/edition';
import { shippedIdOf } from '../../miniprogram/domain/rules/rulebook/chosen';
import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/calls/entry';
import type { Visitor } from '../_shared/calls/identity';
import { ruleVersionIdOf } from '../_shared/store/record-ids';

/** More versions than an id can need: the university's and one college's. */
const MOST_EDITIONS = 4;

const belongsTo = ({ account, member }: Visitor, scopeId: string): boolean =>
  scopeId === EVERYBODY ||
  member?.collegeId === scopeId ||
  (account?.roles ?? []).some((right) => right.role === 'committee' || right.scopeId === scopeId);

/** What versions change. Everybody may read the university's; a college's rules name its own people to call. */
export const rules: UseCase<'account', 'rules', Visitor> = async (
  { store, clock },
  { caller, request: { rulebookId } },
) => {
  const shippedId = shippedIdOf(rulebookId);
  const names = editionsIn(rulebookId)
    .slice(0, MOST_EDITIONS)
    .filter(({ scopeId }) => belongsTo(caller, scopeId));
  const ids = names.map(({ scopeId, number }) => ruleVersionIdOf(scopeId, shippedId, number));
  const found = await store.getMany('ruleVersions', ids);
  const editions = found.map(({ scopeId, number, edits }) => ({ scopeId, number, edits }));
  return ok({ shippedId, editions, now: clock.now() });
};
