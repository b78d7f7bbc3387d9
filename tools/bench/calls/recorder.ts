import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { ActionSpan } from '../../emulator/types';
import type { SeedClient } from '../../preview/seed/client';
import { databaseCost, type DatabaseCost } from './round-trips';

export interface Sample {
  readonly ms: number;
  readonly cost: DatabaseCost;
}

/** Calls the product one call after the other and keeps what each took. */
export class CallRecorder {
  /** By `function.action`. */
  readonly samples = new Map<string, Sample[]>();

  /** `spans` is filled by the emulator while a call runs. */
  constructor(
    private readonly client: SeedClient,
    private readonly spans: ActionSpan[],
  ) {}

  async call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Response<F, A>> {
    this.spans.length = 0;
    const from = performance.now();
    const reply = await this.client.call(openid, name, action, payload);
    this.keep(`${name}.${action}`, { ms: performance.now() - from, cost: databaseCost(this.spans) });
    return reply;
  }

  private keep(action: string, sample: Sample): void {
    this.samples.set(action, [...(this.samples.get(action) ?? []), sample]);
  }
}
