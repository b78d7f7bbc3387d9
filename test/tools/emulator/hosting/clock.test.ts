import { openTestHost, type TestHost } from './open-test-host';

const DAY_MS = 24 * 60 * 60 * 1000;

let test_: TestHost;
beforeAll(() => {
  test_ = openTestHost();
});
afterAll(() => test_.host.close());

interface Seen {
  now: number;
  made: number;
  text: string;
  [other: string]: unknown;
}
const look = async () => (await test_.call('act', { act: 'clock' })) as Seen;

it.each([0, 20 * DAY_MS, -3 * DAY_MS, 0])('a warm function sees the clock moved by %i ms', async (offset) => {
  test_.clock.setOffset(offset);
  const before = Date.now() + offset;
  const seen = await look();
  const after = Date.now() + offset;
  for (const time of [seen.now, seen.made]) {
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(after);
  }
  expect(Math.abs(Date.parse(seen.text) - seen.now)).toBeLessThan(1500);
});

it('a function loaded after a jump starts at the new time', async () => {
  const fresh = openTestHost();
  fresh.clock.setOffset(100 * DAY_MS);
  const seen = (await fresh.call('act', { act: 'clock' })) as Seen;
  await fresh.host.close();
  expect(seen.now - Date.now()).toBeGreaterThan(99 * DAY_MS);
});

it('leaves the rest of Date as it is, in UTC whatever the zone here', async () => {
  test_.clock.setOffset(DAY_MS);
  const seen = await look();
  expect(seen).toMatchObject({
    fromText: Date.UTC(2020, 0, 1),
    fromParts: Date.UTC(2020, 0, 2, 3),
    zone: 0,
    parsed: Date.UTC(2020, 0, 1),
    utc: Date.UTC(2020, 0, 1),
    isDate: true,
    isLater: true,
    later: 1,
    ownConstructor: true,
    tag: '[object Date]',
    length: 7,
  });
  expect(seen.performance).toBeLessThan(60_000);
});
