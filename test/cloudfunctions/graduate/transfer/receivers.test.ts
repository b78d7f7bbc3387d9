import { CLASSMATE, choose, GRADUATE, openUniversity, SECRETARY, submitEmployed } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const NAME = '共青团上海示例科技有限公司支部委员会';
const offered = async (openid = GRADUATE) =>
  dataOf(await world.call(openid, 'graduate', 'receivers', {})).receivers;

/** A classmate is taken in by the employer, as they say themselves or as the secretary saw on the list. */
const classmateArrives = async (said: 'themselves' | 'secretary') => {
  const { version } = await submitEmployed(world, CLASSMATE);
  const outcome = { version, outcome: 'accepted' } as const;
  if (said === 'themselves') return dataOf(await world.call(CLASSMATE, 'graduate', 'report', outcome));
  const memberId = world.store.all('transfers')[0]?.memberId ?? '';
  return dataOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', { memberId, ...outcome }));
};

it('marks those a secretary has seen on the list', async () => {
  await classmateArrives('secretary');
  await choose(world, GRADUATE);
  expect(await offered()).toEqual([{ name: NAME, people: 1, verified: true, phone: null }]);
});

it('offers what took classmates in on the same way, and nothing about them', async () => {
  await classmateArrives('themselves');
  await choose(world, GRADUATE);
  expect(await offered()).toEqual([{ name: NAME, people: 1, verified: false, phone: null }]);
});

it('brings along with the choice what it offers on that way', async () => {
  await classmateArrives('themselves');
  const choice = { wayId: 'employed', routeId: 'direct', version: null };
  const { receivers } = dataOf(await world.call(GRADUATE, 'graduate', 'chooseWay', choice));
  expect(receivers).toEqual(await offered());
  expect(receivers).toHaveLength(1);
});

it('offers nothing that has not arrived, nor what the person wrote themselves', async () => {
  await submitEmployed(world, CLASSMATE);
  await choose(world, GRADUATE);
  expect(await offered()).toEqual([]);
});

it('offers nothing before a way is chosen, on another way, or where the receiver is secret', async () => {
  await classmateArrives('themselves');
  expect(await offered()).toEqual([]);
  const { version } = await choose(world, GRADUATE, 'further-study');
  expect(await offered()).toEqual([]);
  await choose(world, GRADUATE, 'confidential', 'direct', version);
  expect(await offered()).toEqual([]);
});

it('does not tell where few live: a street of one classmate stays theirs', async () => {
  await classmateArrives('themselves');
  const own = await choose(world, GRADUATE, 'no-organisation', 'registered-residence');
  const [transfer] = world.store.all('transfers').filter(({ memberId }) => memberId !== own.id);
  if (!transfer) throw new Error('no transfer');
  const lives = (people: number) =>
    world.store.transact(async (tx) => {
      for (let each = 0; each < people; each += 1) {
        const { wayId, routeId } = { wayId: 'no-organisation', routeId: 'registered-residence' };
        tx.put('transfers', {
          ...transfer,
          _id: `t-${each}`,
          memberId: `m-${each}`,
          wayId,
          routeId,
          state: 'accepted',
        });
      }
      return { ok: true, data: undefined };
    });
  await lives(2);
  expect(await offered()).toEqual([]);
  await lives(3);
  expect(await offered()).toMatchObject([{ people: 3 }]);
});

it('names first what was seen on the list, then what took in most', async () => {
  await classmateArrives('secretary');
  await choose(world, GRADUATE);
  const [seen] = world.store.all('transfers').filter(({ state }) => state === 'accepted');
  if (!seen) throw new Error('nobody has arrived');
  const others = ['乙', '丙', '丙'].map((organisation, each) => ({
    ...seen,
    _id: `t-${each}`,
    memberId: `m-${each}`,
    fields: { ...seen.fields, organisation },
    timeline: [],
  }));
  dataOf(
    await world.store.transact(async (tx) => {
      for (const other of others) tx.put('transfers', other);
      return { ok: true, data: undefined };
    }),
  );
  expect((await offered()).map(({ name, people }) => [name, people])).toEqual([
    [NAME, 1],
    ['丙', 2],
    ['乙', 1],
  ]);
});

describe('the telephone of the office that took a classmate in', () => {
  const share = (version: number, phone: string | null) =>
    world.call(CLASSMATE, 'graduate', 'shareReceiverPhone', { version, phone });
  const versionNow = () => world.store.all('transfers')[0]?.version ?? 0;
  const arrives = async () => {
    await classmateArrives('themselves');
    return versionNow();
  };

  it('is seen by who goes there next, without a word of who left it', async () => {
    dataOf(await share(await arrives(), '０２１ 58956789'));
    await choose(world, GRADUATE);
    expect(await offered()).toEqual([{ name: NAME, people: 1, verified: false, phone: '021 58956789' }]);
  });

  it('is shown to its owner, taken back by them, and gone with their data', async () => {
    const { transfer } = dataOf(await share(await arrives(), '021-58956789'));
    expect(transfer.receiverPhone).toBe('021-58956789');
    const { transfers } = dataOf(await world.call(CLASSMATE, 'graduate', 'myData', {}));
    expect(transfers[0]).toMatchObject({ receiverPhone: '021-58956789' });
    dataOf(await share(transfer.version, null));
    await choose(world, GRADUATE);
    expect(await offered()).toMatchObject([{ phone: null }]);
    dataOf(await share(versionNow(), '021-58956789'));
    expect(await offered()).toMatchObject([{ phone: '021-58956789' }]);
    dataOf(await world.call(CLASSMATE, 'graduate', 'deleteMyData', {}));
    expect(await offered()).toEqual([]);
    expect(JSON.stringify(world.store.all('transfers'))).not.toContain('58956789');
  });

  it('leaves in the history that it was shared and taken back, and not the number', async () => {
    const version = await arrives();
    dataOf(await share(version, '021-58956789'));
    dataOf(await share(version + 1, null));
    const entries = world.store.all('audits').filter(({ action }) => action === 'share-receiver-phone');
    expect(entries.map(({ facts, actor }) => [facts, actor.accountId])).toEqual([
      [{ shared: true }, CLASSMATE],
      [{ shared: false }, CLASSMATE],
    ]);
  });

  it('can be taken back in every state, and nobody without a transfer shares one', async () => {
    const { version } = await submitEmployed(world, CLASSMATE);
    dataOf(await share(version, null));
    const nobody = { version: 1, phone: '021-58956789' };
    expect(await world.call(GRADUATE, 'graduate', 'shareReceiverPhone', nobody)).toMatchObject({
      error: { code: 'TRANSFER_ILLEGAL_STEP' },
    });
  });

  it.each(['13800138000', '王老师 58956789', '310115198803041234'])('is never %s', async (phone) => {
    const reply = await share(await arrives(), phone);
    expect(reply.ok).toBe(false);
    expect(JSON.stringify(world.store.all('transfers'))).not.toContain(phone.slice(-8));
  });

  it('is not taken before somebody has arrived, nor on an older state', async () => {
    const { version } = await submitEmployed(world, CLASSMATE);
    expect(await share(version, '021-58956789')).toMatchObject({ error: { code: 'TRANSFER_ILLEGAL_STEP' } });
    expect(await share(version - 1, null)).toMatchObject({ error: { code: 'TRANSFER_VERSION_STALE' } });
  });
});
