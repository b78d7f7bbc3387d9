/** All that WeChat pushes to us, by the name of the event. Another event is another row, and a click in the console. */
import { pictureVerdict } from './picture-verdict';
import type { Push } from './push';
import { messageDelivered, settingsChanged, sheetAnswered } from './subscriptions';

export const PUSHES = {
  wxa_media_check: pictureVerdict,
  subscribe_msg_popup_event: sheetAnswered,
  subscribe_msg_change_event: settingsChanged,
  subscribe_msg_sent_event: messageDelivered,
} as const satisfies Readonly<Record<string, Push>>;

type PushName = keyof typeof PUSHES;

/** What the console has to be told to send to this function: each with the message type `event`. */
export const PUSH_NAMES = Object.keys(PUSHES) as readonly PushName[];

export const isPushName = (name: string): name is PushName => Object.hasOwn(PUSHES, name);
