import type { Response } from '../../../miniprogram/contract';
import { sharedPhoneOf } from '../../../miniprogram/domain/rules/office-phone';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { PictureVerdict } from '../../../miniprogram/domain/transfer/pictures';
import { PICTURES } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { tellBrokenSeal } from '../store/sealed';
import type { OfflineStanding } from '../../../miniprogram/domain/transfer/offline';
import { rulebookIdOf } from '../season/rules-of';
import { openFields } from './fields';
import { pendingOf } from './shown';
import { paperOf } from '../season/paper';
import type { PictureVerdicts } from './picture-checks';

type TransferView = NonNullable<Response<'graduate', 'home'>['transfer']>;

/** Ids with temporary addresses to show them. */
export const screenshotsOf = async ({ files }: Ports, fileIds: readonly string[]) => {
  const urls = fileIds.length > 0 ? await files.urls(fileIds, PICTURES.urlSeconds) : {};
  return fileIds.map((fileId) => ({ fileId, url: urls[fileId] ?? '' }));
};

/** For others than the owner: with what WeChat thinks of each, and without a way to those it finds risky. */
export const shownScreenshots = async (
  ports: Ports,
  fileIds: readonly string[],
  verdicts: PictureVerdicts,
) => {
  const checkOf = (fileId: string): PictureVerdict => verdicts.get(fileId) ?? 'waiting';
  const shown = await screenshotsOf(
    ports,
    fileIds.filter((fileId) => checkOf(fileId) !== 'risky'),
  );
  const urls = new Map(shown.map(({ fileId, url }) => [fileId, url]));
  return fileIds.map((fileId) => ({ fileId, url: urls.get(fileId) ?? '', check: checkOf(fileId) }));
};

/** An earlier attempt, without what it held. */
export const toPast = (past: Transfer['past'][number]) => {
  const { attempt, wayId, routeId, initiatedAt, endedAs, reason } = past;
  return { attempt, wayId, routeId, initiatedAt, endedAs, reason };
};

const toPastView = (past: Transfer['past'][number]) => {
  const { organisation } = past.fields;
  return { ...toPast(past), ...(organisation === undefined ? {} : { organisation }) };
};

/** A step on paper with what the phone needs to show it, whatever rules it knows. */
export const toOfflineView = ({ step, status, tick }: OfflineStanding) => {
  const { id: stepId, label, hint, opens, who, atDesk, needs } = step;
  const { at = null, by = null, number = null, receiptAt = null } = tick ?? {};
  return { stepId, label, hint, opens, who, atDesk, needs: [...needs], status, at, by, number, receiptAt };
};

/** How it stands, for whoever may see it. */
export const toStanding = (transfer: Transfer) => {
  const { _id: id, version, state, wayId, routeId, attempt } = transfer;
  const { initiatedAt, deadlineAt, reason } = transfer;
  const { clock, opensAt, waitsFor, approvals } = transfer;
  const timeline = timelineOf(transfer);
  const hidden = transfer.timeline.length - timeline.length;
  const way = { rulebookId: rulebookIdOf(transfer), wayId, routeId };
  const approvedAt = approvals.given.at(-1)?.at ?? null;
  const entries = { timeline, ...(hidden === 0 ? {} : { timelineHidden: hidden }) };
  return {
    id,
    version,
    ...way,
    state,
    attempt,
    initiatedAt,
    deadlineAt,
    clock,
    opensAt,
    waitsFor,
    pending: pendingOf(transfer),
    approvedAt,
    reason,
    offline: paperOf(transfer).map(toOfflineView),
    ...entries,
  };
};

/** While somebody else is to act, the owner is shown how many pictures there are and none of them: an address costs a request. */
const WAITING_STATES: readonly TransferState[] = ['submitted', 'approved', 'timedOut'];

/** A transfer as its owner sees it, their own secrets opened. */
export const toTransferView = async (ports: Ports, transfer: Transfer): Promise<TransferView> => {
  const { _id: id, draftSavedAt, screenshots, past } = transfer;
  const fields = openFields(ports.cipher, id, transfer.fields);
  const draft = openFields(ports.cipher, id, transfer.draft);
  const isBroken = fields.isBroken || draft.isBroken;
  const { organisation } = transfer.fields;
  const receiverPhone = sharedPhoneOf({ ...transfer, organisation });
  if (isBroken) await tellBrokenSeal(ports, 'transfers', transfer);
  return {
    ...toStanding(transfer),
    fields: fields.fields,
    draft: draft.fields,
    ...(draftSavedAt === undefined ? {} : { draftSavedAt }),
    ...(isBroken ? { contactUnreadable: true as const } : {}),
    ...(receiverPhone === null ? {} : { receiverPhone }),
    screenshots: WAITING_STATES.includes(transfer.state)
      ? screenshots.map((fileId) => ({ fileId, url: '' }))
      : await screenshotsOf(ports, screenshots),
    past: past.map(toPastView),
  };
};
