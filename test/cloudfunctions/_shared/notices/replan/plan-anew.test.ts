/** What becomes of a planned reminder while the season around it changes. */
import type { Request } from '../../../../../miniprogram/contract';
import { DAY_MS } from '../../../../../miniprogram/domain/calendar/china-time';
import { ADMIN, CLASSMATE, giveCredits, openUniversity, submitEmployed } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

type Changes = Request<'teacher', 'saveSeason'>['changes'];

const MINUTE = 60_000;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  // Enough for every reminder to come.
  await giveCredits(world, CLASSMATE, 9);
});

const read = async () => dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
const save = async (changes: Changes) => {
  const { version } = (await read()).season;
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
};
const moveDeadline = async (byMs: number) => save({ deadlineAt: (await read()).season.deadlineAt + byMs });

/** The first reminder of the season to somebody who has not begun. */
const firstReminder = () => {
  const [first] = world.store
    .all('notices')
    .filter(({ accountId, kind }) => accountId === CLASSMATE && kind === 'season-near')
    .sort((a, b) => a.dueAt - b.dueAt);
  if (!first) throw new Error('nothing is planned');
  return first;
};
const noticeOf = (id: string) => world.store.all('notices').find(({ _id }) => _id === id);
const messagesFor = (id: string) => world.sent.filter(({ noticeId }) => noticeId === id);

const changes: [string, number, () => Promise<void>][] = [
  ['goes out as it is when only the quiet hours change', 1, () => save({ quietHours: { from: 23, to: 7 } })],
  ['stays back when the deadline moves by a day', 0, () => moveDeadline(DAY_MS)],
];
it.each(changes)('a season reminder that is due and not sent yet %s', async (_case, messages, change) => {
  const { _id, dueAt } = firstReminder();
  world.world.now = dueAt + MINUTE;
  await change();
  await world.tick();
  expect(messagesFor(_id)).toHaveLength(messages);
});

/** WeChat gave no answer to it, and no time for another when its lease had ended. */
const mayHaveBeenSent = async () => {
  const first = firstReminder();
  world.world.now = first.dueAt;
  world.world.answer = () => ({ kind: 'unknown', code: -501001 });
  await world.tick();
  world.world.now += MINUTE;
  world.world.answer = () => ({ kind: 'busy', code: -1 });
  await world.tick();
  expect(noticeOf(first._id)).toMatchObject({ status: 'planned', mayRepeat: true });
  world.world.answer = () => ({ kind: 'sent' });
  return first;
};

const detours: [string, () => Promise<void>][] = [
  ['moved with the deadline', () => moveDeadline(10 * DAY_MS)],
  [
    'taken back when a transfer begins, and planned again when it is withdrawn',
    async () => {
      const { version } = await submitEmployed(world, CLASSMATE);
      expect(noticeOf(firstReminder()._id)).toMatchObject({ status: 'cancelled', mayRepeat: true });
      await moveDeadline(10 * DAY_MS);
      dataOf(await world.call(CLASSMATE, 'graduate', 'withdraw', { version }));
    },
  ],
];
it.each(detours)(
  'a reminder that may have been sent still counts as a repeat when %s',
  async (_case, detour) => {
    const { _id, dueAt } = await mayHaveBeenSent();
    await detour();
    await world.tick();
    expect(noticeOf(_id)).toMatchObject({ status: 'planned', dueAt: dueAt + 10 * DAY_MS, mayRepeat: true });
    world.world.now = dueAt + 10 * DAY_MS;
    await world.tick();
    expect(noticeOf(_id)).toMatchObject({ status: 'sent', mayRepeat: true });
    expect((await read()).health.mayRepeatToday).toBe(1);
  },
);
