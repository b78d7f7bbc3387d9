import { mayHold } from '../../../miniprogram/domain/rules/rulebook';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { isEditable } from '../../../miniprogram/domain/transfer/lifecycle';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { dropForbidden, keepUnopened, sealFields, unknownFields } from '../../_shared/transfers/fields';
import { withDropped } from '../../_shared/transfers/files';
import { latestTransfer, ownIdOf } from '../../_shared/transfers/load';
import { rulesOf } from '../../_shared/season/rules-of';
import { checkFolders, checkUploaded, foldersGiven, picturesOf } from '../../_shared/transfers/pictures';

/** Keeps what has been typed, without what the way must not hold. The version stays: the last writer wins. */
export const saveDraft: UseCase<'graduate', 'saveDraft', MemberCaller> = async (
  ports,
  { caller: { member }, request: { draft: typed, screenshots } },
) => {
  const hasPictures = screenshots.length > 0;
  const [id, seen, given] = await Promise.all([
    ownIdOf(ports, member),
    // Only what pictures it holds already is asked of it here.
    hasPictures ? latestTransfer(ports, member._id) : undefined,
    foldersGiven(ports, member._id, screenshots),
  ]);
  const held = seen ? picturesOf(seen) : new Set<string>();
  const own = checkFolders(member._id, screenshots, { given, held });
  if (!own.ok) return own;
  // Typing is saved every few seconds: only a picture that is new is looked at.
  const fresh = await checkUploaded(
    ports,
    screenshots.filter((fileId) => !held.has(fileId)),
  );
  if (!fresh.ok) return fresh;
  const saved = await ports.store.transact(async (tx) => {
    const transfer = id === undefined ? undefined : await tx.get('transfers', id);
    if (!transfer || !isEditable(transfer.state)) return fail('TRANSFER_ILLEGAL_STEP');
    const { route } = rulesOf(transfer);
    const sealed = sealFields(ports.cipher, transfer._id, typed);
    const kept = mayHold(route, 'screenshots') ? screenshots : [];
    const savedAt = ports.clock.now();
    const typedOrKept = keepUnopened(ports.cipher, transfer._id, { before: transfer.draft, typed: sealed });
    const draft = { ...unknownFields(transfer.draft), ...dropForbidden(route, typedOrKept) };
    const after = { ...transfer, draft, draftSavedAt: savedAt, screenshots: kept };
    tx.put('transfers', withDropped(transfer, after));
    return ok({ savedAt, isForbidden: kept.length < screenshots.length });
  });
  if (!saved.ok) return saved;
  const { savedAt, isForbidden } = saved.data;
  // A page that was opened before the way was changed may still upload: the file is not kept either.
  if (isForbidden) await ports.files.remove(screenshots);
  return ok({ savedAt });
};
