/**
 * WeChat takes one message to a person at a time and refuses a second one with 43108. One run of the timer sends them one
 * after the other; of two runs at once the later is refused, and its tries in seconds are enough: no lock is needed.
 */
import * as v from 'valibot';
import sdk from 'wx-server-sdk';
import { TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';
import { grantedTemplates } from '../../../../miniprogram/domain/reminding/notices/granted';
import { CROWDED, DELIVERY } from '../../../../cloudfunctions/_shared/kernel/policy';
import type { SubscribeMessage } from '../../../../cloudfunctions/_shared/platform/ports';
import { createMessenger } from '../../../../cloudfunctions/_shared/platform/wechat';

interface Sending {
  readonly touser: string;
}
const send = jest.fn<Promise<object>, [Sending]>();

const { openapi } = sdk;
const SECOND = 1000;
let taken: string[];
let refusals: number;

/** A WeChat that takes so long for one message, and no second one to the same person meanwhile. */
const takes = (sendMs: number): void => {
  const busy = new Set<string>();
  send.mockImplementation(async ({ touser }) => {
    if (busy.has(touser)) {
      refusals += 1;
      throw Object.assign(new Error('concurrent'), { errCode: 43108 });
    }
    busy.add(touser);
    await new Promise((resolve) => setTimeout(resolve, sendMs));
    busy.delete(touser);
    taken.push(touser);
    return { errCode: 0 };
  });
};

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(sdk, { openapi: { subscribeMessage: { send } } });
  [taken, refusals] = [[], 0];
});
afterEach(() => {
  jest.useRealTimers();
  Object.assign(sdk, { openapi });
});

const TEMPLATES = v.parse(
  grantedTemplates,
  Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, `tmpl-${key}`])),
);
/** Each run of the timer is a process with a messenger of its own. */
const sendInRuns = async (runs: number, openidOf: (run: number) => string) => {
  const messages = Array.from({ length: runs }, (_, run): SubscribeMessage => ({
    noticeId: `n-${run}`,
    openid: openidOf(run),
    template: 'task',
    page: '',
    fields: {},
  }));
  const sending = messages.map((message) => createMessenger(TEMPLATES, 'formal').send(message));
  await jest.advanceTimersByTimeAsync(2 * DELIVERY.sendTimeoutMs);
  return (await Promise.all(sending)).map(({ kind }) => kind);
};

it.each([50, 300, SECOND - 1, (CROWDED.tries - 1) * CROWDED.pauseMs - 1])(
  'sends both messages of two runs to one person where WeChat takes %i ms for each',
  async (sendMs) => {
    takes(sendMs);
    expect(await sendInRuns(2, () => 'oReader')).toEqual(['sent', 'sent']);
    expect(taken).toEqual(['oReader', 'oReader']);
    expect(refusals).toBeGreaterThan(0);
  },
);

it('is refused nothing where two runs send to two people', async () => {
  takes(300);
  expect(await sendInRuns(2, (run) => `oReader${run}`)).toEqual(['sent', 'sent']);
  expect(refusals).toBe(0);
});

it('calls the later one busy where WeChat takes longer than all its tries: it is planned anew, and never called sent', async () => {
  takes((CROWDED.tries - 1) * CROWDED.pauseMs + 1);
  expect(await sendInRuns(2, () => 'oReader')).toEqual(['sent', 'busy']);
  expect(taken).toHaveLength(1);
});

it('gives up within the time of one send, so that no lease is outlived', () => {
  expect((CROWDED.tries - 1) * CROWDED.pauseMs).toBeLessThan(DELIVERY.sendTimeoutMs);
});
