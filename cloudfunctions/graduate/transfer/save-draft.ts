import { mayHold } from '../../../miniprogram/domain/rules/rulebook';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isEditable } from '../../../miniprogram/domain/transfer/lifecycle';
import type { Parsed } from '../../../miniprogram/contract';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { dropForbidden, keepUnopened, sealFields, unknownFields } from '../../_shared/transfers/fields';
import { withDropped } from '../../_shared/transfers/files';
import { ownTransfer } from '../../_shared/transfers/load';
import { rulesOf } from '../../_shared/season/rules-of';
import { checkFolders, checkUploaded, foldersGiven, picturesOf } from '../../_shared/transfers/pictures';

type Typed = Parsed<'graduate', 'saveDraft'>;

/** Pictures lie in folders given to the person, and a new one is there and a picture. */
const checkPictures = async (
  ports: Ports,
  {
    memberId,
    screenshots,
    seen,
    given,
  }: {
    memberId: string;
    screenshots: readonly string[];
    seen: Transfer | undefined;
    given: ReadonlySet<string>;
  },
): Promise<Result<undefined>> => {
  const held = seen ? picturesOf(seen) : new Set<string>();
  const own = checkFolders(memberId, screenshots, { given, held });
  if (!own.ok) return own;
  // Typing is saved every few seconds: only a picture that is new is looked at.
  return checkUploaded(
    ports,
    screenshots.filter((fileId) => !held.has(fileId)),
  );
};

/** What the way must not hold is left out, and what nobody here can read stays. */
const withDraft = (
  { cipher, clock }: Ports,
  transfer: Transfer,
  { draft: typed, screenshots }: Typed,
): Transfer & { draftSavedAt: number } => {
  const { route } = rulesOf(transfer);
  const sealed = sealFields(cipher, transfer._id, typed);
  const typedOrKept = keepUnopened(cipher, transfer._id, { before: transfer.draft, typed: sealed });
  const draft = { ...unknownFields(transfer.draft), ...dropForbidden(route, typedOrKept) };
  const kept = mayHold(route, 'screenshots') ? screenshots : [];
  const draftSavedAt = clock.now();
  return { ...withDropped(transfer, { ...transfer, draft, screenshots: kept }), draftSavedAt };
};

const isSamePictures = (one: Transfer, other: Transfer): boolean =>
  one.screenshots.join('\n') === other.screenshots.join('\n');

/**
 * One request, as long as the transfer is still theirs and as it was seen. Of two that bring pictures at once the second
 * has to see what the first let go of.
 */
const saveAsSeen = async (
  { store }: Ports,
  { seen, after, accountId }: { seen: Transfer; after: Transfer; accountId: string },
): Promise<boolean> => {
  const { _id, recordVersion, version, draftSavedAt } = seen;
  const hasSame = isSamePictures(seen, after);
  if (!hasSame && draftSavedAt === undefined) return false;
  const asSeen = { _id: { in: [_id] }, recordVersion, version, accountId };
  const { draft, screenshots, droppedFiles } = after;
  const typed = { draft, draftSavedAt: after.draftSavedAt };
  const target = hasSame ? asSeen : { ...asSeen, draftSavedAt };
  const set = hasSame ? typed : { ...typed, screenshots, droppedFiles };
  return (await store.changeAll('transfers', target, { set })) > 0;
};

const saveAnew = (ports: Ports, id: string, typed: Typed) =>
  ports.store.transact(async (tx) => {
    const transfer = await tx.get('transfers', id);
    if (!transfer || !isEditable(transfer.state)) return fail('TRANSFER_ILLEGAL_STEP');
    const after = withDraft(ports, transfer, typed);
    tx.put('transfers', after);
    return ok(after);
  });

/** Keeps what has been typed, without what the way must not hold. The version stays: the last writer wins. */
export const saveDraft: UseCase<'graduate', 'saveDraft', OwnerCaller> = async (
  ports,
  { caller: { openid, member }, request },
) => {
  const { screenshots } = request;
  const memberId = member._id;
  const [seen, given] = await Promise.all([
    ownTransfer(ports, member),
    foldersGiven(ports, memberId, screenshots),
  ]);
  const pictures = await checkPictures(ports, { memberId, screenshots, seen, given });
  if (!pictures.ok) return pictures;
  if (!seen || !isEditable(seen.state)) return fail('TRANSFER_ILLEGAL_STEP');
  const planned = withDraft(ports, seen, request);
  const isSaved = await saveAsSeen(ports, { seen, after: planned, accountId: openid });
  const saved = isSaved ? ok(planned) : await saveAnew(ports, seen._id, request);
  if (!saved.ok) return saved;
  // A page that was opened before the way was changed may still upload: the file is not kept either.
  if (saved.data.screenshots.length < screenshots.length) await ports.files.remove(screenshots);
  return ok({ savedAt: saved.data.draftSavedAt });
};
