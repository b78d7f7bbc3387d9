import { call } from '../../../asking/call';
import { cloudNow } from '../../../memory/cloud-clock';
import { recallOwnTransfer } from '../../../services/own-transfer';
import type { Receiver } from './receivers';

/** Three pages ask within one sitting, and classmates do not arrive by the minute. */
const REMEMBERED_MS = 5 * 60_000;

let latest: { readonly of: string; readonly at: number; readonly receivers: readonly Receiver[] } | null =
  null;

/** Whose, and on which way. */
const keyOf = (): string => {
  const { id = '', wayId = '', routeId = '' } = recallOwnTransfer()?.response.transfer ?? {};
  return [id, wayId, routeId].join(' ');
};

/** What came along with the choice of the way, which has to be the person's own by now. */
export const keepReceivers = (receivers: readonly Receiver[], of = keyOf()): void => {
  latest = { of, at: cloudNow(), receivers };
};

/** What took classmates in on the way that was chosen; none without an answer, which nobody has to wait for. */
export const askReceivers = async (): Promise<readonly Receiver[]> => {
  const of = keyOf();
  if (latest?.of === of && cloudNow() - latest.at < REMEMBERED_MS) return latest.receivers;
  const reply = await call('graduate', 'receivers', {});
  if (!reply.ok) return [];
  keepReceivers(reply.data.receivers, of);
  return reply.data.receivers;
};
