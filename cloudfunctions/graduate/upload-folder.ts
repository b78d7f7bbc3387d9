import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { touchMember } from '../_shared/people/touch-member';
import { PICTURES } from '../_shared/policy';
import { screenshotFolderOf } from '../_shared/record-ids';

/**
 * A folder nobody can guess, inside the only one from which this graduate's screenshots are accepted. It is noted first:
 * a picture that is put there and never saved still goes with its owner.
 */
export const uploadFolder: UseCase<'graduate', 'uploadFolder', MemberCaller> = async (
  { codes, store, clock },
  { caller: { member } },
) => {
  const { _id: memberId } = member;
  const secret = codes.next(PICTURES.folderLength);
  const folder = `${screenshotFolderOf(memberId)}/${secret}`;
  const upload = { _id: `u-${secret}`, recordVersion: 1, memberId, folder, at: clock.now() } as const;
  return store.transact(async (tx) => {
    await touchMember(tx, memberId);
    tx.put('uploads', upload);
    return ok({ folder });
  });
};
