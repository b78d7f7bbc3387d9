import type { Response } from '../../../miniprogram/domain/contract';
import { PICTURES } from '../policy';
import type { Ports } from '../ports';
import type { Transfer } from '../records';
import { openFields } from './fields';

type TransferView = NonNullable<Response<'graduate', 'home'>['transfer']>;

/** Ids with temporary addresses to show them. */
export const screenshotsOf = async ({ files }: Ports, fileIds: readonly string[]) => {
  const urls = fileIds.length > 0 ? await files.urls(fileIds, PICTURES.urlSeconds) : {};
  return fileIds.map((fileId) => ({ fileId, url: urls[fileId] ?? '' }));
};

const toPastView = ({ fields, screenshots: _kept, ...attempt }: Transfer['past'][number]) => ({
  ...attempt,
  ...(fields.organisation === undefined ? {} : { organisation: fields.organisation }),
});

/** How it stands, for whoever may see it. */
export const toStanding = (transfer: Transfer) => {
  const { _id: id, version, rulebookId, state, wayId, routeId, attempt } = transfer;
  const { initiatedAt, deadlineAt, reason, timeline } = transfer;
  const way = { rulebookId, wayId, routeId };
  return { id, version, ...way, state, attempt, initiatedAt, deadlineAt, reason, timeline };
};

/** A transfer as its owner sees it, their own secrets opened. */
export const toTransferView = async (ports: Ports, transfer: Transfer): Promise<TransferView> => {
  const { _id: id, fields, draft, draftSavedAt, screenshots, past } = transfer;
  return {
    ...toStanding(transfer),
    fields: openFields(ports.cipher, id, fields),
    draft: openFields(ports.cipher, id, draft),
    ...(draftSavedAt === undefined ? {} : { draftSavedAt }),
    screenshots: await screenshotsOf(ports, screenshots),
    past: past.map(toPastView),
  };
};
