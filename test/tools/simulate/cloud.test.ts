import { Db } from '@cloudbase/database';
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import { openCloud } from '../../../tools/simulate/cloud';
import { openProcess } from '../../../tools/simulate/ports';

/** More than a pool of the SDK's holds outside a function. */
const MANY = 120;
/** A machine with much else to do answers in this time, ms; a pool with no connection left never does. */
const PATIENCE_MS = 10_000;
/** A request given up before it was sent may still arrive late and leave its fault to the next. */
const TRIES = 5;
const MESSAGE = {
  noticeId: 'n-1',
  openid: 'o',
  template: 'progress',
  page: 'pages/home/home',
  fields: {},
} as const;

/** Whatever WeChat says to it: something comes back. */
const isAnswered = async (ports: Pick<Ports, 'messenger'>, tries = TRIES): Promise<boolean> => {
  const { kind } = await ports.messenger.send(MESSAGE);
  return kind !== 'unknown' || (tries > 1 && isAnswered(ports, tries - 1));
};

it('goes on after more requests without an answer than the SDK keeps connections', async () => {
  const cloud = await openCloud(0);
  try {
    const hasty = openProcess({ cloud, sendTimeoutMs: 20 });
    const patient = openProcess({ cloud, sendTimeoutMs: PATIENCE_MS });
    expect(await isAnswered(patient)).toBe(true);
    const action = 'wx.openApi:subscribeMessage.send';
    cloud.faults.add({ action, kind: 'hang', times: MANY });
    const sent = Array.from({ length: MANY }, () => hasty.messenger.send(MESSAGE));
    expect(new Set((await Promise.all(sent)).map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    expect(await isAnswered(patient)).toBe(true);
  } finally {
    await cloud.close();
  }
});

it('leaves the SDK to others as it was, and takes it again', async () => {
  const requests = () => (Db as unknown as { reqClass: unknown }).reqClass;
  const run = async () => {
    const cloud = await openCloud(0);
    const { store } = openProcess({ cloud, sendTimeoutMs: PATIENCE_MS });
    expect(await store.get('settings', 'nothing')).toBeUndefined();
    const during = requests();
    await cloud.close();
    return { during, after: requests() };
  };
  const [first, second] = [await run(), await run()];
  expect(second).toEqual(first);
  expect(first.during).not.toBe(first.after);
});

it('waits for a late answer of WeChat as long as the sender does, however soon the database is given up', async () => {
  const cloud = await openCloud(0);
  try {
    const patient = openProcess({ cloud, sendTimeoutMs: PATIENCE_MS });
    cloud.faults.add({ action: 'wx.openApi:subscribeMessage.send', kind: 'delay', delayMs: 900, times: 1 });
    expect(await isAnswered(patient, 1)).toBe(true);
  } finally {
    await cloud.close();
  }
});
