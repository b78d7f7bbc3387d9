import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { filesOf, withDropped } from '../../_shared/transfers/files';
import { latestTransfer } from '../../_shared/transfers/load';
import { askAboutPictures, verdictsOf } from '../../_shared/transfers/picture-checks';
import { checkFolders, checkUploaded, foldersGiven, picturesOf } from '../../_shared/transfers/pictures';
import { toTransferView } from '../../_shared/transfers/view';

/**
 * Another picture for one that nobody is shown, whatever the state: what was handed in stays handed in, and its version
 * stays, so that the teacher who has it open can decide. `NOT_FOUND` for a picture nothing is wrong with.
 */
export const replacePicture: UseCase<'graduate', 'replacePicture', OwnerCaller> = async (
  ports,
  { caller: { openid, member }, request: { from, to } },
) => {
  const [seen, given, verdicts] = await Promise.all([
    latestTransfer(ports, member._id),
    foldersGiven(ports, member._id, [to]),
    verdictsOf(ports, [from]),
  ]);
  if (!seen?.screenshots.includes(from) || verdicts.get(from) !== 'risky') return fail('NOT_FOUND');
  const own = checkFolders(member._id, [to], { given, held: picturesOf(seen) });
  if (!own.ok) return own;
  const uploaded = await checkUploaded(ports, [to]);
  if (!uploaded.ok) return uploaded;
  const replaced = await ports.store.transact(async (tx) => {
    const transfer = await tx.get('transfers', seen._id);
    if (!transfer?.screenshots.includes(from)) return fail('NOT_FOUND');
    const kept = transfer.screenshots.filter((fileId) => fileId !== to);
    const screenshots = kept.map((fileId) => (fileId === from ? to : fileId));
    const after = withDropped(transfer, { ...transfer, screenshots });
    tx.put('transfers', after);
    return ok(after);
  });
  if (!replaced.ok) return replaced;
  const [transfer] = await Promise.all([
    toTransferView(ports, replaced.data),
    askAboutPictures(ports, {
      openid,
      memberId: member._id,
      fileIds: [to],
      earlier: filesOf(seen),
    }),
  ]);
  return ok({ transfer });
};
