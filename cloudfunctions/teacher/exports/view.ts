import { formatChina } from '../../../miniprogram/domain/china-time';
import type { Response } from '../../../miniprogram/domain/contract';
import type { Ports } from '../../_shared/ports';
import type { Export } from '../../_shared/records';
import { EXPORT } from '../../_shared/roster/limits';
import { KIND_WORDS } from './words';

type ExportView = Response<'teacher', 'exportProgress'>['export'];

export const toExportView = async ({ files }: Ports, job: Export): Promise<ExportView> => {
  const { _id: id, kind, state, done, total, rows, fileId, scopeName, createdAt } = job;
  const urls = fileId === null ? {} : await files.urls([fileId], EXPORT.urlSeconds);
  return {
    id,
    kind,
    state,
    done,
    total,
    rows,
    url: fileId === null ? null : (urls[fileId] ?? null),
    fileName: `${scopeName}-${KIND_WORDS[kind]}-${formatChina(createdAt, 'YYYYMMDD')}.xlsx`,
    createdAt,
  };
};
