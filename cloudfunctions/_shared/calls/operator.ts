/** The operator's own calls: through the keys of the cloud account, never from a phone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { describeBug } from '../kernel/bugs';
import type { Runtime } from './runtime';

const operatorEvent = v.looseObject({ operatorKey: v.string(), check: v.string() });

export type OperatorEvent = v.InferOutput<typeof operatorEvent>;

export interface OperatorRuntime extends Pick<Runtime, 'openid'> {
  /** From the environment; none set lets nobody in. */
  operatorKey(): string | undefined;
}

/** Equally long, whatever was sent. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A phone may send the operator's event, but never without its openid. */
const isOperator = ({ openid, operatorKey }: OperatorRuntime, event: OperatorEvent): boolean => {
  const key = operatorKey();
  return (
    openid() === undefined && key !== undefined && timingSafeEqual(digest(key), digest(event.operatorKey))
  );
};

export const isOperatorEvent = (event: unknown): event is OperatorEvent => v.is(operatorEvent, event);

/** An entry for the operator alone. */
export const operatorEntry =
  (runtime: OperatorRuntime, answer: (event: OperatorEvent) => Promise<unknown>) =>
  async (event: unknown): Promise<Result<unknown>> => {
    if (!isOperatorEvent(event) || !isOperator(runtime, event)) return fail('FORBIDDEN');
    try {
      return ok(await answer(event));
    } catch (error) {
      console.error(JSON.stringify({ event: 'bug', function: 'self-check', ...describeBug(error) }));
      return fail('INTERNAL');
    }
  };
