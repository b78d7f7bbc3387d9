import { fail, ok } from '../../../miniprogram/domain/errors';
import { MARKED_FILE } from '../../../miniprogram/domain/people/roster-file';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { givenRosterFolder, takeRosterFile } from '../../_shared/roster/files';
import { EXPORT } from '../../_shared/roster/limits';
import { liesIn, rosterFolderOf } from '../../_shared/transfers/own-files';
import { lookInto } from './look-into';
import { allMarks } from './marked/marks';
import { refusalOf } from './workbook/sheet';

/**
 * The file comes again, is looked into again and goes back marked. The copy lies in a folder that is emptied within the
 * hour, as every roster file's is.
 */
export const rosterMark: EarlyReader<'teacher', 'rosterMark', CollegeCaller> = readingEarly(
  ({ store }, { collegeId }) => store.get('colleges', collegeId),
  async (ports, { caller, request: { fileId, answers } }, college) => {
    if (!liesIn(rosterFolderOf(caller.account._id), fileId)) return fail('FILE_FOREIGN', 'fileId');
    const bytes = await takeRosterFile(ports, fileId);
    if (!college || !mayActFor(caller, college._id)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    if (!bytes) return fail('FILE_MISSING', 'fileId');
    const looked = await lookInto(ports, caller, college, { bytes, answers });
    if (!looked.ok) return looked;
    const { markFile } = await import('../lazy/spreadsheets');
    try {
      const marked = await markFile(bytes, allMarks(looked.data.table, looked.data.plan.bad));
      const folder = await givenRosterFolder(ports, caller.account._id);
      const copy = await ports.files.upload(`${folder}/${MARKED_FILE}`, marked);
      const urls = await ports.files.urls([copy], EXPORT.urlSeconds);
      return ok({ url: urls[copy] ?? '' });
    } catch (error) {
      return refusalOf(error);
    }
  },
);
