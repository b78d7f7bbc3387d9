import { call } from '../../../asking/call';
import type { Receiver } from './receivers';

/** What took classmates in on the way that was chosen; none without an answer, which nobody has to wait for. */
export const askReceivers = async (): Promise<readonly Receiver[]> => {
  const reply = await call('graduate', 'receivers', {});
  return reply.ok ? reply.data.receivers : [];
};
