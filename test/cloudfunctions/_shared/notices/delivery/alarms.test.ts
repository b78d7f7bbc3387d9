/** One alarm for one fault of ours, however many messages meet it and however often. */
import { raiseAlarms } from '../../../../../cloudfunctions/_shared/notices/delivery/alarms';
import type { Verdict } from '../../../../../cloudfunctions/_shared/notices/delivery/settlement';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { GRADUATE, openUniversity } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
let notice: Notice;
beforeEach(async () => {
  ({ world } = await openUniversity());
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [stored] = world.store.all('notices');
  if (!stored) throw new Error('nobody was told');
  notice = stored;
});

const raise = (...verdicts: Verdict[]) =>
  raiseAlarms(
    world.ports,
    verdicts.map((verdict) => ({ notice, verdict })),
  );
const WRONG = { kind: 'invalid', code: 47003, field: 'thing4' } as const;

it('counts on what has met it before, and keeps when that was first', async () => {
  const firstAt = world.world.now;
  await raise(WRONG, WRONG);
  world.world.now += 60_000;
  await raise(WRONG);
  expect(world.store.all('alarms')).toMatchObject([
    { cause: 'refused', code: 47003, field: 'thing4', count: 3, firstAt, lastAt: world.world.now },
  ]);
});

it('keeps one field apart from another, and from a refusal that names none', async () => {
  await raise(WRONG, { ...WRONG, field: 'time2' }, { kind: 'invalid', code: 41030 });
  const alarms = world.store.all('alarms').map((alarm) => (alarm.cause === 'refused' ? alarm.field : ''));
  expect(alarms).toEqual(['thing4', 'time2', null]);
  const logged = world.logged.filter(({ event }) => event === 'notice-invalid').map(({ facts }) => facts);
  const { channel, kind } = notice;
  expect(logged).toEqual([
    { channel, kind, code: 47003, field: 'thing4', count: 1 },
    { channel, kind, code: 47003, field: 'time2', count: 1 },
    { channel, kind, code: 41030, field: 'none', count: 1 },
  ]);
});

it('raises none for what is nobody’s fault', async () => {
  await raise({ kind: 'no-credit', code: 43101 }, { kind: 'busy', code: 45009 }, { kind: 'gone' });
  expect(world.store.all('alarms')).toEqual([]);
});
