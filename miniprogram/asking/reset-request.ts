import type { Failure, Result } from '../domain/errors';
import { call } from './call';
import { changeOwnTransfer } from '../services/own-transfer';

type Done = Promise<Result<null>>;

const DONE = { ok: true, data: null } as const;

/** Asks the branch secretary for a reset code; with a note for the college it goes to the teacher at once. */
export const requestResetCode = async (noteToTeacher?: string): Done => {
  const request = noteToTeacher ? { note: noteToTeacher, escalate: true } : {};
  const reply = await call('graduate', 'requestResetCode', request);
  if (!reply.ok) return reply;
  changeOwnTransfer({ resetRequest: reply.data.resetRequest });
  return DONE;
};

/** Fetches the code, which is given out once. It is never stored on the phone. */
export const revealResetCode = async (
  requestId: string,
): Promise<{ code: string; failure: Failure | null }> => {
  const reply = await call('graduate', 'revealResetCode', { requestId });
  if (!reply.ok) return { code: '', failure: reply.error };
  changeOwnTransfer({ resetRequest: reply.data.resetRequest });
  return { code: reply.data.code, failure: null };
};

/** Tells whether the code let the person in. */
export const reportResetResult = async (requestId: string, worked: boolean): Done => {
  const reply = await call('graduate', 'reportResetResult', { requestId, worked });
  if (!reply.ok) return reply;
  changeOwnTransfer({ resetRequest: reply.data.resetRequest });
  return DONE;
};
