/** Whoever is let go after the last morning of the rulebook is reminded once, at the next full hour of that day. */
import {
  atChinaTime,
  chinaDay,
  formatChina,
  HOUR_MS,
  MINUTE_MS,
} from '../../../../../miniprogram/domain/calendar/china-time';
import { nextLateStart } from '../../../../../cloudfunctions/_shared/notices/reminders/late-starts';
import { currentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import {
  ADMIN,
  giveCredits,
  GRADUATE,
  openUniversity,
  submitEmployed,
  TEACHER,
} from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
let lastDay: number;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 5);
  lastDay = chinaDay((await submitEmployed(world, GRADUATE)).deadlineAt ?? 0);
});

/** The college approves at this time of day, so many days before the receiver's time is over. */
const letGo = async (daysBefore: number, hour: number, minute = 0): Promise<void> => {
  world.world.now = atChinaTime(lastDay - daysBefore, hour, minute);
  const [transfer] = world.store.all('transfers');
  const { _id: transferId, version } = transfer ?? { _id: '', version: 0 };
  const decision = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
};

/** When the graduate is reminded until the deadline, the timer looking every half hour. */
const remindedAt = async (): Promise<string[]> => {
  const at: string[] = [];
  for (; chinaDay(world.world.now) <= lastDay; world.world.now += 30 * MINUTE_MS) {
    const before = world.sent.length;
    await world.tick();
    for (const { noticeId } of world.sent.slice(before))
      if (noticeId.includes('deadline-near'))
        at.push(`${chinaDay(world.world.now) - lastDay} ${formatChina(world.world.now, 'HH:mm')}`);
  }
  return at;
};
const next = async () => {
  const { days, isDue, nextAt } = await nextLateStart(world.ports, await currentSeason(world.ports));
  return { days, isDue, nextAt: nextAt === Infinity ? 'none' : formatChina(nextAt, 'M-D HH:mm') };
};

it.each([
  ['in time for the last morning', 1, 8, ['-1 09:00']],
  ['after it', 1, 11, ['-1 12:00']],
  ['in the evening before', 1, 22, []],
  ['on the last day', 0, 7, ['0 08:00']],
  ['in time for an earlier one too', 3, 8, ['-3 09:00', '-1 09:00']],
])('let go %s', async (_case, daysBefore, hour, told) => {
  await letGo(daysBefore, hour);
  expect(await remindedAt()).toEqual(told);
});

it('is awaited by the timer to the hour, and by nobody the day after', async () => {
  expect(await next()).toEqual({ days: 1, isDue: false, nextAt: 'none' });
  await letGo(1, 11, 20);
  const day = formatChina(world.world.now, 'M-D');
  expect(await next()).toEqual({ days: 1, isDue: false, nextAt: `${day} 12:00` });
  world.world.now = atChinaTime(lastDay - 1, 12, 0);
  expect(await next()).toEqual({ days: 1, isDue: true, nextAt: 'none' });
  world.world.now += 12 * HOUR_MS;
  expect(await next()).toEqual({ days: 1, isDue: false, nextAt: 'none' });
});

/** The committee has other mornings on which graduates are reminded, under rules that are the season's or were. */
const remindOn = async (days: readonly number[], scope: 'season' | 'earlier'): Promise<void> => {
  const { version } = dataOf(await world.call(ADMIN, 'teacher', 'rules', {}));
  const edits = [{ path: 'reminderDays', value: [...days] }];
  dataOf(await world.call(ADMIN, 'teacher', 'publishRules', { version, edits }));
  if (scope === 'season') return;
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  const changes = { rulebookId: 'national-2022', choices: [] };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version: season.version, changes }));
};

it.each(['season', 'earlier'] as const)(
  'goes by the days of the rules it was begun under: %s',
  async (scope) => {
    await remindOn([10, 3], scope);
    await letGo(2, 11);
    expect(await remindedAt()).toEqual(['-2 12:00']);
  },
);

it.each(['season', 'earlier'] as const)('looks as far ahead as those days reach: %s', async (scope) => {
  await remindOn([10, 3], scope);
  await letGo(10, 8);
  expect(await remindedAt()).toEqual(['-10 09:00', '-3 09:00']);
});
