import { call } from '../../../miniprogram/asking/call';
import { cloudNow } from '../../../miniprogram/memory/cloud-clock';
import { answer, installWx, refuse } from '../support/fake-wx';

const HERE = Date.UTC(2026, 5, 12, 2, 0);
const THERE = HERE + 3 * 3_600_000;
const { fake } = installWx();
const hears = async (reply: () => Promise<{ result: unknown }>): Promise<number> => {
  fake.cloud.callFunction.mockImplementationOnce(reply);
  await call('teacher', 'queue', {});
  return cloudNow();
};

beforeEach(() => jest.useFakeTimers({ now: HERE }));
afterEach(() => jest.useRealTimers());

it('is this phone’s until the cloud tells its own, then goes on from there', async () => {
  expect(cloudNow()).toBe(HERE);
  expect(await hears(() => answer({ now: THERE }))).toBe(THERE);
  jest.setSystemTime(HERE + 1000);
  expect(cloudNow()).toBe(THERE + 1000);
});

it.each([
  ['a failure', () => refuse({ code: 'INTERNAL' })],
  ['an answer without a time', () => answer({ version: 3 })],
  ['an answer that is none', () => answer(null)],
  ['a phone that is offline', () => Promise.reject(new Error('request:fail'))],
])('stays as it was known after %s', async (_, reply) => {
  await hears(() => answer({ now: THERE }));
  expect(await hears(reply)).toBe(THERE);
});
