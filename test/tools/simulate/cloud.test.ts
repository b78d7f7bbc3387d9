import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import { openCloud } from '../../../tools/simulate/cloud';
import { openProcess } from '../../../tools/simulate/ports';

/** More than a pool of the SDK's holds outside a function. */
const MANY = 120;
/** A machine with much else to do may not answer in time; a pool with no connection left never does. */
const PATIENT_TRIES = 5;

const reads = async ({ store }: Pick<Ports, 'store'>, tries = PATIENT_TRIES): Promise<unknown> => {
  try {
    return await store.get('accounts', 'o');
  } catch (error) {
    if (tries <= 1) throw error;
    return reads({ store }, tries - 1);
  }
};

it('goes on after more requests without an answer than the SDK keeps connections', async () => {
  const cloud = await openCloud(0);
  try {
    const ports = openProcess({ cloud, sendTimeoutMs: 20 });
    expect(await reads(ports)).toBeUndefined();
    const action = 'wx.openApi:subscribeMessage.send';
    cloud.faults.add({ action, kind: 'hang', times: MANY });
    const message = {
      noticeId: 'n-1',
      openid: 'o',
      template: 'progress',
      page: 'pages/home/home',
      fields: {},
    };
    const sent = Array.from({ length: MANY }, () =>
      ports.messenger.send({ ...message, template: 'progress' }),
    );
    expect(new Set((await Promise.all(sent)).map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    expect(await reads(ports)).toBeUndefined();
  } finally {
    await cloud.close();
  }
});
