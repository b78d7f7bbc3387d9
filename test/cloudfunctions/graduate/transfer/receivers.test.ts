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
  expect(await offered()).toEqual([{ name: NAME, people: 1, verified: true }]);
});

it('offers what took classmates in on the same way, and nothing about them', async () => {
  await classmateArrives('themselves');
  await choose(world, GRADUATE);
  expect(await offered()).toEqual([{ name: NAME, people: 1, verified: false }]);
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
