/** When a turn of reminding makes anything, and when the next one may. */
import { openRun } from '../../../../../cloudfunctions/_shared/notices/delivery/run';
import { remind } from '../../../../../cloudfunctions/_shared/notices/reminders/remind';
import { atChinaTime, chinaDay, HOUR_MS } from '../../../../../miniprogram/domain/calendar/china-time';
import { GRADUATE, openUniversity, submitEmployed, TEACHER } from '../../../support/people';
import { dataOf, START, type World } from '../../../support/world';

/** The rulebook's hour on the day on which the first reminder of a deadline in fifteen days is due. */
const REMINDED = atChinaTime(chinaDay(START) + 8, 9, 0);
const AFTERNOON = atChinaTime(chinaDay(START) + 8, 16, 0);

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const approved = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', approved));
});

const turn = async (at: number, remindedAt: number) => {
  world.world.now = at;
  return remind(world.ports, openRun(world.ports, at + HOUR_MS), remindedAt);
};
const made = () => world.store.all('notices').filter(({ kind }) => kind === 'deadline-near').length;

it.each([
  ['before the hour', REMINDED - 1, START, { made: 0, nextAt: REMINDED, remindedAt: START }],
  ['at the hour', REMINDED, START, { made: 1, nextAt: AFTERNOON, remindedAt: REMINDED }],
  ['after the hour', REMINDED + 5, START, { made: 1, nextAt: AFTERNOON, remindedAt: REMINDED + 5 }],
  [
    'a moment after what was made before the hour',
    REMINDED,
    REMINDED - 1,
    { made: 1, nextAt: AFTERNOON, remindedAt: REMINDED },
  ],
  [
    'not again in the same hour',
    REMINDED + 5,
    REMINDED,
    { made: 0, nextAt: AFTERNOON, remindedAt: REMINDED },
  ],
  [
    'of staff in the afternoon',
    AFTERNOON,
    REMINDED,
    { made: 0, nextAt: REMINDED + 24 * HOUR_MS, remindedAt: AFTERNOON },
  ],
])('%s', async (_when, at, remindedAt, expected) => {
  expect(await turn(at, remindedAt)).toEqual(expected);
  expect(made()).toBe(expected.made);
});

it('reminds nobody of whom something is there that cannot be read', async () => {
  const [transfer] = world.store.all('transfers');
  if (!transfer) throw new Error('there is a transfer');
  world.store.plant('transfers', {
    ...transfer,
    _id: transfer._id.replace('2027', '2026'),
    recordVersion: 99,
  });
  expect(await turn(REMINDED, START)).toMatchObject({ made: 0 });
});

it('makes each reminder once, however often it looks', async () => {
  await turn(REMINDED, START);
  await turn(REMINDED + 60_000, START);
  expect(made()).toBe(1);
});

it('makes what is due of whoever was let go too late for the morning, at the next full hour', async () => {
  const [transfer] = world.store.all('transfers');
  const lastDay = chinaDay(transfer?.deadlineAt ?? 0) - 1;
  const morning = atChinaTime(lastDay, 9, 0);
  if (transfer) world.store.plant('transfers', { ...transfer, waitingSince: morning + HOUR_MS * 2 });
  expect(await turn(morning + HOUR_MS * 3, morning)).toMatchObject({ made: 1, remindedAt: morning });
  expect(made()).toBe(1);
});
