import { ok } from '../../../miniprogram/domain/errors';
import { countOneMore } from '../../../miniprogram/domain/transfer/per-day';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { newSecret } from '../../_shared/transfers/pictures';
import { touchMember } from '../../_shared/store/touch-member';
import { PER_DAY } from '../../_shared/kernel/policy';
import { screenshotFolderOf, uploadIdOf } from '../../_shared/store/record-ids';

/**
 * A folder nobody can guess, inside the only one from which this graduate's screenshots are accepted. It is noted first:
 * a picture that is put there and never saved still goes with its owner. It is counted on the person, who is written with it: many calls at once
 * get no more than one after the other.
 */
export const uploadFolder: UseCase<'graduate', 'uploadFolder', MemberCaller> = async (
  ports,
  { caller: { member } },
) => {
  const { _id: memberId } = member;
  const { store, clock } = ports;
  const secret = newSecret(ports, memberId);
  const now = clock.now();
  const folder = `${screenshotFolderOf(memberId)}/${secret}`;
  const upload = { _id: uploadIdOf(secret), recordVersion: 2, memberId, folder, at: now } as const;
  const noted = await store.transact(async (tx) => {
    const [stored] = await tx.getMany('members', [memberId]);
    const uploadFolders = countOneMore(stored?.uploadFolders, PER_DAY.uploadFolders, now);
    if (!uploadFolders.ok) return uploadFolders;
    await touchMember(tx, memberId, { uploadFolders: { ...stored?.uploadFolders, ...uploadFolders.data } });
    tx.put('uploads', upload);
    return ok(undefined);
  });
  if (!noted.ok) return noted;
  return ok({ folder });
};
