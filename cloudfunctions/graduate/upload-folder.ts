import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { PICTURES } from '../_shared/policy';
import { screenshotFolderOf } from '../_shared/record-ids';

/** A folder nobody can guess, inside the only one from which this graduate's screenshots are accepted. */
export const uploadFolder: UseCase<'graduate', 'uploadFolder', MemberCaller> = async (
  { codes },
  { caller: { member } },
) => ok({ folder: `${screenshotFolderOf(member._id)}/${codes.next(PICTURES.folderLength)}` });
