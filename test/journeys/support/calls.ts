import type { Page, Request } from 'playwright-core';

/** Nobody looks longer at a phone whose cloud does not answer, ms. */
const LONGEST_MS = 3000;

/** What the phones of one tab have asked the cloud and are not yet told. */
class CallsUnderWay {
  private readonly calls = new Set<Request>();
  private onAnswer: () => void = () => undefined;

  constructor(tab: Page) {
    tab.on('request', (request) => {
      if (request.url().includes('/client/callFunction')) this.calls.add(request);
    });
    const end = (request: Request): void => {
      if (this.calls.delete(request)) this.onAnswer();
    };
    tab.on('requestfinished', end);
    tab.on('requestfailed', end);
  }

  /** Resolves when every call is answered; one that hangs is waited for once. */
  async answered(): Promise<void> {
    const until = Date.now() + LONGEST_MS;
    while (this.calls.size > 0 && Date.now() < until) await this.next(until);
    this.calls.clear();
  }

  private next(until: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, until - Date.now());
      this.onAnswer = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}

const known = new WeakMap<Page, CallsUnderWay>();

/** Of a tab, from the first time it is asked for: call it before the tab shows anything. */
export const callsOf = (tab: Page): CallsUnderWay => {
  const calls = known.get(tab) ?? new CallsUnderWay(tab);
  known.set(tab, calls);
  return calls;
};
