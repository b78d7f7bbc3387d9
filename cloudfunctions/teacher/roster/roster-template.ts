import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { EXPORT } from '../../_shared/roster/limits';
import { COLUMNS } from './columns';

const PATH = 'templates/roster.xlsx';

/** An empty roster to fill in: headings only, so that nothing invented is imported by mistake. */
export const rosterTemplate: UseCase<'teacher', 'rosterTemplate', CollegeCaller> = async ({ files }) => {
  const { writeXlsx } = await import('../lazy/spreadsheets');
  const headings = COLUMNS.map(({ heading, isRequired }) => (isRequired ? `${heading}*` : heading));
  const bytes = await writeXlsx([headings], { sheet: '团员名单', widths: COLUMNS.map(({ width }) => width) });
  const fileId = await files.upload(PATH, bytes);
  const urls = await files.urls([fileId], EXPORT.urlSeconds);
  return ok({ fileId, url: urls[fileId] ?? '' });
};
