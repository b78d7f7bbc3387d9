import type { Request } from '../contract';
import type { Result } from '../domain/errors';
import { call } from './call';
import { cloudNow } from './cloud-clock';
import { changeOwnTransfer, recallOwnTransfer } from './own-transfer';

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

/** The person says they can log in to 智慧团建. */
export const confirmLogin = async (): Promise<Result<null>> => {
  const reply = await call('graduate', 'confirmLogin', {});
  if (!reply.ok) return reply;
  changeOwnTransfer({ loginConfirmedAt: reply.data.loginConfirmedAt ?? cloudNow() });
  return { ok: true, data: null };
};
