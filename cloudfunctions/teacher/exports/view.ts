import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import type { Ports } from '../../_shared/platform/ports';
import type { Export } from '../../_shared/store/records';
import { EXPORT } from '../../_shared/roster/limits';
import { WORKBOOK } from '../../../miniprogram/domain/rules/standing-lists';
import { listOf } from './lists';

type ExportView = Response<'teacher', 'exportProgress'>['export'];

/** As it stands in a list: its address is asked for when somebody opens it. */
export const toListedExport = (job: Export): ExportView => {
  const { _id: id, kind, state, done, total, rows, scopeName, createdAt } = job;
  const name = kind === WORKBOOK ? '周报' : (listOf(job)?.name ?? kind);
  const fileName = `${scopeName}-${name}-${formatChina(createdAt, 'YYYYMMDD')}.xlsx`;
  return { id, kind, state, done, total, rows, url: null, fileName, createdAt };
};

export const toExportView = async ({ files }: Ports, job: Export): Promise<ExportView> => {
  const { fileId } = job;
  const urls = fileId === null ? {} : await files.urls([fileId], EXPORT.urlSeconds);
  return { ...toListedExport(job), url: fileId === null ? null : (urls[fileId] ?? null) };
};
