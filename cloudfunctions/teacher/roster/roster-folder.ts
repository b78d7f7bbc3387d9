import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { rosterFolderOf } from '../../_shared/transfers/own-files';

/** The only folder from which this teacher's rosters are accepted. */
export const rosterFolder: UseCase<'teacher', 'rosterFolder', CollegeCaller> = async (_ports, { caller }) =>
  ok({ folder: rosterFolderOf(caller.account._id) });
