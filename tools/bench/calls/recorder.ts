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
  /** The same of pages that were opened again at once, when the instance still remembered all it keeps for a minute. */
  readonly again = new Map<string, DatabaseCost[]>();

  /**
   * `spans` is filled by the emulator while a call runs.
   * @param opensTwice which are looked at again at once; they must only read
   */
  constructor(
    private readonly client: SeedClient,
    private readonly spans: ActionSpan[],
    private readonly opensTwice: (action: string) => boolean = () => false,
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
    const key = `${name}.${action}`;
    this.keep(key, { ms: performance.now() - from, cost: databaseCost(this.spans) });
    if (!this.opensTwice(key)) return reply;
    this.spans.length = 0;
    const second = await this.client.call(openid, name, action, payload);
    this.again.set(key, [...(this.again.get(key) ?? []), databaseCost(this.spans)]);
    return second;
  }

  private keep(action: string, sample: Sample): void {
    this.samples.set(action, [...(this.samples.get(action) ?? []), sample]);
  }
}
