import { atChinaTime, chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import type { Notice } from '../../../../cloudfunctions/_shared/store/records';
import {
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  await approve();
  const { deadlineAt } = world.store.all('transfers')[0] ?? {};
  world.world.now = atChinaTime(chinaDay(deadlineAt ?? 0) - 7, 9, 0);
  await world.tick();
});

const reminders = (): Notice[] => world.store.all('notices').filter(({ kind }) => kind === 'deadline-near');

const becomes = async (set: Partial<Omit<Notice, '_id'>>): Promise<string> => {
  const [first] = reminders();
  await world.store.changeAll('notices', { _id: { in: [first?._id ?? ''] } }, { set });
  return first?._id ?? '';
};

const approve = async (): Promise<void> => {
  const [{ _id: transferId, version } = { _id: '', version: 0 }] = world.store.all('transfers');
  const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
};

/** What stands beside a notice on the person's page, for their secretary and for the college alike. */
const deliveryOf = async (id: string): Promise<(string | undefined)[]> => {
  const memberId = memberNamed(world, '林小雨')._id;
  const shown = [
    dataOf(await world.call(SECRETARY, 'secretary', 'person', { memberId })),
    dataOf(await world.call(TEACHER, 'teacher', 'person', { memberId })),
  ];
  return shown.map(({ person }) => person.notices.find((notice) => notice.id === id)?.delivery);
};

describe('what became of a notice, as secretary and teacher see it', () => {
  it.each([
    ['planned', 'planned'],
    ['sending', 'planned'],
    ['sent', 'sent'],
    ['no-credit', 'no-credit'],
    ['invalid', 'failed'],
    ['dead', 'failed'],
    ['too-late', 'failed'],
    ['cancelled', undefined],
  ] as const)('%s is shown as %s', async (status, shown) => {
    expect(await deliveryOf(await becomes({ status }))).toEqual([shown, shown]);
  });

  it.each(['planned', 'sent', 'no-credit', 'dead'] as const)(
    '%s and seen in the inbox is read',
    async (status) => {
      const id = await becomes({ status, readAt: world.world.now });
      expect(await deliveryOf(id)).toEqual(['read', 'read']);
    },
  );

  it('too late is not read by being dropped', async () => {
    const id = await becomes({ status: 'too-late', readAt: world.world.now });
    expect(await deliveryOf(id)).toEqual(['failed', 'failed']);
  });

  it('follows a reminder to the eye of its reader', async () => {
    const id = reminders()[0]?._id ?? '';
    expect(await deliveryOf(id)).toEqual(['no-credit', 'no-credit']);
    dataOf(await world.call(GRADUATE, 'account', 'markRead', { ids: [id] }));
    expect(await deliveryOf(id)).toEqual(['read', 'read']);
  });

  it('tells nobody else’s: what went to the teacher about them stays away', async () => {
    const toTeacher = world.store.all('notices').find(({ audience }) => audience === 'teacher');
    expect(await deliveryOf(toTeacher?._id ?? 'none')).toEqual([undefined, undefined]);
    expect(toTeacher).toBeDefined();
  });
});
