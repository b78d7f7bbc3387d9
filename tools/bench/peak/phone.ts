/** Somebody's phone: the product's own client asks the cloud, and each tap is timed. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { ErrorCode } from '../../../miniprogram/domain/errors';
import { askCloud } from '../../../miniprogram/services/ask-cloud';
import type { ModelledTime } from './modelled-time';

const holder = new AsyncLocalStorage<string>();

/** What a phone asks of the cloud; throws what `wx.cloud` throws. */
export type CallFunction = (
  openid: string,
  call: { readonly name: string; readonly data: object },
) => Promise<{ result: unknown }>;

/** Gives this process the part of `wx` that asks the cloud, for whoever holds the phone. */
export const installPhones = (callFunction: CallFunction): void => {
  const ofHolder = (call: Parameters<CallFunction>[1]) => callFunction(holder.getStore() ?? '', call);
  Object.assign(globalThis, { wx: { cloud: { callFunction: ofHolder } } });
};

/** One tap, in modelled time. */
export interface Tap {
  readonly action: string;
  readonly ms: number;
  /** What the person was shown instead; none when it went well. */
  readonly failure: ErrorCode | undefined;
}

/** How often somebody tries again what they were told to try again, and after how long, ms. */
const MOST_TRIES = 6;
const AGAIN_MS = 10_000;
/** Failures whose words ask for another try. */
const SOLVED_BY_TRYING: readonly ErrorCode[] = ['BUSY', 'OFFLINE'];

/** Somebody saw what trying again does not solve. */
class Unsolved extends Error {}

export class Phone {
  readonly taps: Tap[] = [];

  constructor(
    readonly openid: string,
    readonly time: ModelledTime,
  ) {}

  /** Taps until it goes well. @throws Unsolved */
  async tap<F extends FunctionName, A extends ActionName<F>>(
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Response<F, A>> {
    for (let tries = 1; ; tries += 1) {
      const from = this.time.now();
      const reply = await holder.run(this.openid, () => askCloud(name, action, payload, this.time));
      const failure = reply.ok ? undefined : reply.error.code;
      this.taps.push({ action: `${name}.${action}`, ms: this.time.now() - from, failure });
      if (reply.ok) return reply.data;
      if (tries >= MOST_TRIES || !SOLVED_BY_TRYING.includes(reply.error.code))
        throw new Unsolved(`${this.openid}: ${name}.${action}: ${reply.error.code}`);
      await this.time.wait(AGAIN_MS);
    }
  }
}
