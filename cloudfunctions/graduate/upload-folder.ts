import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { screenshotFolderOf } from '../_shared/record-ids';

/** The only folder from which this graduate's screenshots are accepted. */
export const uploadFolder: UseCase<'graduate', 'uploadFolder', MemberCaller> = async (_ports, { caller }) =>
  ok({ folder: screenshotFolderOf(caller.member._id) });
