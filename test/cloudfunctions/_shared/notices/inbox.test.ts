/** What home says of the inbox: what is due and may be seen, the latest first. */
import { glanceInbox } from '../../../../cloudfunctions/_shared/notices/inbox';
import type { Notice, Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { GRADUATE, openUniversity, SECRETARY, submitEmployed } from '../../support/people';
import { dataOf, START, type World } from '../../support/world';

let world: World;
let notice: Notice;
beforeEach(async () => {
  ({ world } = await openUniversity());
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  notice = world.store.all('notices')[0]!;
  await world.store.removeAll(
    'notices',
    world.store.all('notices').map(({ _id }) => _id),
  );
});

const put = (name: string, more: Partial<Notice>) =>
  world.store.plant('notices', { ...notice, accountId: GRADUATE, _id: name, title: name, ...more });
const glance = (latest?: Transfer) => glanceInbox(world.ports, GRADUATE, Promise.resolve(latest));

it('shows nothing of an empty inbox', async () => {
  put('of somebody else', { accountId: SECRETARY, dueAt: START });
  expect(await glance()).toEqual({ unread: 0, latestNotice: null });
});

it('counts what is due and not read, and shows the latest, read or not', async () => {
  put('first', { dueAt: START - 2, readAt: null });
  put('second', { dueAt: START - 1, readAt: null });
  put('read', { dueAt: START, readAt: START });
  put('to come', { dueAt: START + 1, readAt: null });
  expect(await glance()).toMatchObject({ unread: 2, latestNotice: { title: 'read', read: true, at: START } });
  world.world.now = START + 1;
  expect(await glance()).toMatchObject({ unread: 3, latestNotice: { title: 'to come', read: false } });
});

it('shows nothing that has become untrue, nor what nobody could be told in time', async () => {
  put('taken back', { dueAt: START, status: 'cancelled', readAt: null });
  const late = { dueAt: START, status: 'planned', readAt: null, notAfter: START - 1 } as const;
  put('never tried', { ...late, attempts: 0 });
  expect(await glance()).toEqual({ unread: 0, latestNotice: null });
  put('tried', { ...late, attempts: 1 });
  put('at the last moment', { ...late, attempts: 0, notAfter: START });
  expect((await glance()).unread).toBe(2);
});

it('says of what was taken back since that it was, and asks nobody to read it', async () => {
  await submitEmployed(world, GRADUATE);
  const [transfer] = world.store.all('transfers');
  const by = { role: 'teacher', name: '王芳' } as const;
  const timeline = [
    { at: START, step: 'confirm-arrived', by, attempt: 1, from: 'submitted' },
    { at: START, step: 'undo-evidence', by, attempt: 1 },
  ];
  const told = { dueAt: START, planId: `${transfer!._id}:1:accepted`, audience: 'graduate' } as const;
  put('对方已接收，团关系到了', told);
  expect(await glance(transfer)).toMatchObject({
    unread: 1,
    latestNotice: { title: '对方已接收，团关系到了', read: false },
  });
  const after = await glance({ ...transfer!, timeline });
  expect(after).toMatchObject({
    unread: 0,
    latestNotice: { title: '已更正：对方已接收，团关系到了', read: true },
  });
  expect(after.latestNotice?.text).toContain('不算数');
  put('of somebody else', { ...told, dueAt: START + 1, audience: 'teacher' });
  world.world.now = START + 1;
  expect(await glance({ ...transfer!, timeline })).toMatchObject({
    unread: 1,
    latestNotice: { title: 'of somebody else', read: false },
  });
});
