/** The timer's entry: nobody calls it but the platform. */
import * as v from 'valibot';
import { fail, type Result } from '../../miniprogram/domain/errors';
import type { Runtime } from '../_shared/calls/runtime';
import { answerThrown } from '../_shared/calls/thrown';
import { tick, type Tick } from './tick';

const timerEvent = v.object({ Type: v.literal('Timer') });

/** A client may send the timer's event, but never without its openid. */
export const reminderEntry =
  ({ ports, openid }: Runtime) =>
  async (event: unknown): Promise<Result<Tick>> => {
    if (openid() !== undefined || !v.is(timerEvent, event)) return fail('FORBIDDEN');
    try {
      return await tick(ports());
    } catch (error) {
      return answerThrown('reminder', error);
    }
  };
