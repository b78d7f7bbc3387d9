import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { givenRosterFolder } from '../../_shared/roster/files';

/** A folder for one file, inside the only one from which this teacher's rosters are accepted. */
export const rosterFolder: UseCase<'teacher', 'rosterFolder', CollegeCaller> = async (ports, { caller }) =>
  ok({ folder: await givenRosterFolder(ports, caller.account._id) });
