import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import type { Ports } from '../../_shared/platform/ports';
import type { Export } from '../../_shared/store/records';
import { EXPORT } from '../../_shared/roster/limits';
import { KIND_WORDS } from './words';

type ExportView = Response<'teacher', 'exportProgress'>['export'];

/** As it stands in a list: its address is asked for when somebody opens it. */
export const toListedExport = ({
  _id: id,
  kind,
  state,
  done,
  total,
  rows,
  scopeName,
  createdAt,
}: Export): ExportView => ({
  id,
  kind,
  state,
  done,
  total,
  rows,
  url: null,
  fileName: `${scopeName}-${KIND_WORDS[kind]}-${formatChina(createdAt, 'YYYYMMDD')}.xlsx`,
  createdAt,
});

export const toExportView = async ({ files }: Ports, job: Export): Promise<ExportView> => {
  const { fileId } = job;
  const urls = fileId === null ? {} : await files.urls([fileId], EXPORT.urlSeconds);
  return { ...toListedExport(job), url: fileId === null ? null : (urls[fileId] ?? null) };
};
