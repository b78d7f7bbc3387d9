/** What WeChat pushes to a mini-program's functions: each event to the one function the console names for it. */
import type { FunctionHost } from './hosting/host';
import type { Clock } from './types';

/** An event without what all of them carry. */
export interface PushedEvent {
  readonly Event: string;
  readonly [part: string]: unknown;
}

export interface Pushes {
  /** What the function answers; nothing when the console names none for this event. `openid`: whom it is about. */
  send(event: PushedEvent, openid?: string): Promise<unknown>;
}

/** The mini-program's account, and the one WeChat's own messages come from. */
const MINI_PROGRAM = 'gh_emulator';
const WECHAT = 'oWeChat';

export function openPushes(
  host: FunctionHost,
  clock: Clock,
  targets: Readonly<Record<string, string>>,
): Pushes {
  return {
    async send(event, openid) {
      const name = targets[event.Event];
      if (name === undefined) return undefined;
      const message = {
        ToUserName: MINI_PROGRAM,
        FromUserName: openid ?? WECHAT,
        CreateTime: Math.floor(clock.now() / 1000),
        MsgType: 'event',
        ...event,
      };
      const who = openid === undefined ? {} : { openid };
      const call = { name, event: JSON.stringify(message), source: 'wx_unknown', ...who } as const;
      return JSON.parse(await host.invoke(call)) as unknown;
    },
  };
}
