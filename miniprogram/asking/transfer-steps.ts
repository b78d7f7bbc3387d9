import type { Request } from '../contract';
import type { Result } from '../domain/errors';
import { call } from './call';
import { cloudNow } from '../memory/cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from '../services/own-transfer';
import { chooseScreenshots, uploadScreenshot } from '../services/upload';

type Outcome = Request<'graduate', 'report'>['outcome'];

/** The version the person was looking at: the cloud refuses a step that was decided on an older one. */
const seenVersion = (): number => recallOwnTransfer()?.response.transfer?.version ?? 0;

/** Tells what 智慧团建 shows now; the new state is kept for all pages. */
export const reportOutcome = async (outcome: Outcome, reason: string): Promise<Result<null>> => {
  const reply = await call('graduate', 'report', {
    version: seenVersion(),
    outcome,
    ...(reason ? { reason } : {}),
  });
  if (!reply.ok) return reply;
  changeOwnTransfer({ transfer: reply.data.transfer });
  return { ok: true, data: null };
};

/** Takes the submitted transfer back. */
export const withdrawTransfer = async (): Promise<Result<null>> => {
  const reply = await call('graduate', 'withdraw', { version: seenVersion() });
  if (!reply.ok) return reply;
  changeOwnTransfer({ transfer: reply.data.transfer });
  return { ok: true, data: null };
};

/** Asks whoever approves next to hurry. */
export const hurryTransfer = async (): Promise<Result<null>> => {
  const reply = await call('graduate', 'hurry', { version: seenVersion() });
  if (!reply.ok) return reply;
  changeOwnTransfer({ transfer: reply.data.transfer });
  return { ok: true, data: null };
};

/** Shares the receiving office's telephone with classmates, or takes it back. */
export const shareReceiverPhone = async (phone: string | null): Promise<Result<null>> => {
  const reply = await call('graduate', 'shareReceiverPhone', { version: seenVersion(), phone });
  if (!reply.ok) return reply;
  changeOwnTransfer({ transfer: reply.data.transfer });
  return { ok: true, data: null };
};

/** Begins with a planned way before its window opens. */
export const beginPlanned = async (): Promise<Result<null>> => {
  const reply = await call('graduate', 'begin', { version: seenVersion() });
  if (!reply.ok) return reply;
  changeOwnTransfer({ transfer: reply.data.transfer });
  return { ok: true, data: null };
};

/** The person says they can log in to 智慧团建; with that no request for a code of theirs is left. */
export const confirmLogin = async (): Promise<Result<null>> => {
  const reply = await call('graduate', 'confirmLogin', {});
  if (!reply.ok) return reply;
  changeOwnTransfer({
    loginConfirmedAt: reply.data.loginConfirmedAt ?? cloudNow(),
    resetRequest: null,
  });
  return { ok: true, data: null };
};

/** Lets the person pick another picture for one that WeChat did not let pass; null when they changed their mind. */
export const replacePicture = async (from: string): Promise<Result<null> | null> => {
  const [image] = await chooseScreenshots(1);
  if (!image) return null;
  const folder = await call('graduate', 'uploadFolder', {});
  if (!folder.ok) return folder;
  const place = { folder: folder.data.folder, number: 1 };
  const uploaded = await uploadScreenshot(image, place, () => undefined);
  if (!uploaded.ok) return uploaded;
  const reply = await call('graduate', 'replacePicture', { from, to: uploaded.data.fileId });
  if (!reply.ok) return reply;
  const before = recallOwnTransfer()?.response.picturesToReplace ?? [];
  const left = before.filter((fileId) => fileId !== from);
  changeOwnTransfer({ transfer: reply.data.transfer, picturesToReplace: left });
  return { ok: true, data: null };
};
