import { call } from '../../../services/call';
import type { TeacherQueue } from './view';

/** The words of a return that fits several at once. */
export const BATCH_RETURN_REASONS = ['名称不完整', '接转原因不对', '截图看不清', '去向要改'];

/**
 * Returns each with the same reason, one after the other: the contract decides returns singly.
 * @returns how many were returned
 */
export const returnEach = async (
  queue: TeacherQueue,
  ids: readonly string[],
  reason: string,
  onProgress: (done: number) => void,
): Promise<number> => {
  let returned = 0;
  for (const [index, transferId] of ids.entries()) {
    const version = queue.items.find(({ id }) => id === transferId)?.version;
    if (typeof version === 'number') {
      const reply = await call('teacher', 'decide', {
        transferId,
        version,
        decision: 'return',
        reason,
        seenOnSystem: false,
      });
      if (reply.ok) returned += 1;
    }
    onProgress(index + 1);
  }
  return returned;
};
