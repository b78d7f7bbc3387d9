/** The way in for what WeChat pushes. Who pushes is read from the context alone, never from the event. */
import * as v from 'valibot';
import { fail, type Result } from '../../../miniprogram/domain/errors';
import { answerThrown } from '../../_shared/calls/thrown';
import type { Ports } from '../../_shared/platform/ports';
import { isPushName, PUSHES } from './index';

export interface PushRuntime {
  ports(): Ports;
  /** The chain of callers from WeChat's context, such as `wx_client,scf`; empty when it names none. */
  source(): string;
}

const pushed = v.looseObject({ MsgType: v.literal('event'), Event: v.string() });

/** Callers that a person steers, so that any event may be made up. */
const STEERED: readonly string[] = ['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_crawler', 'wx_http'];

/** The platform adds `userInfo` to whatever a phone sends, and a phone cannot leave it out. */
const isFromPhone = (source: string, event: object): boolean =>
  'userInfo' in event || source.split(',').some((caller) => STEERED.includes(caller));

/** What WeChat takes for “received”. */
const RECEIVED = 'success';

export const pushEntry =
  ({ ports, source }: PushRuntime) =>
  async (event: unknown): Promise<Result<never> | typeof RECEIVED> => {
    if (!v.is(pushed, event) || isFromPhone(source(), event)) return fail('FORBIDDEN');
    try {
      const { Event: name } = event;
      const isTaken = isPushName(name) && (await PUSHES[name].take(ports(), event));
      if (!isTaken) ports().log('push-left', { name });
      return RECEIVED;
    } catch (error) {
      return answerThrown('wechat', error);
    }
  };
