/** The books of one lease: a sender that dies has written down most of what it sent, and no failure of that is passed over. */
import { DELIVERY } from '../../../../../cloudfunctions/_shared/kernel/policy';
import { BatchBook } from '../../../../../cloudfunctions/_shared/notices/delivery/batch-book';
import type { Ports } from '../../../../../cloudfunctions/_shared/platform/ports';
import { currentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { giveCredits, GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

const LEASE = { id: 'lease-1', endsAt: Date.UTC(2028, 0, 1) };
const SENT = { kind: 'sent' } as const;

let world: World;
let notices: Notice[];
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, SECRETARY, 3);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [notice] = world.store.all('notices');
  notices = Array.from({ length: DELIVERY.settleSize }, (_, index) => ({
    ...notice!,
    _id: `n-${index}`,
    status: 'sending' as const,
    leaseId: LEASE.id,
  }));
  for (const one of notices) world.store.plant('notices', one);
});

const open = async (ports: Ports = world.ports) =>
  new BatchBook(ports, { lease: LEASE, season: await currentSeason(ports) }, []);
const sent = () => world.store.all('notices').filter(({ status }) => status === 'sent');

it('writes down what was sent when that is many, and does not wait for the end', async () => {
  const book = await open();
  for (const notice of notices.slice(1)) book.note(notice, SENT);
  await new Promise(setImmediate);
  expect(sent()).toEqual([]);
  book.note(notices[0]!, SENT);
  await new Promise(setImmediate);
  expect(sent()).toHaveLength(DELIVERY.settleSize);
});

it('writes the rest at the end, takes what it cost, and hands out all others', async () => {
  const book = await open();
  const [one, other] = notices;
  book.note(one!, SENT);
  book.note(other!, { kind: 'no-credit', code: 43101 });
  expect(await book.writeSent()).toEqual([{ notice: other, verdict: { kind: 'no-credit', code: 43101 } }]);
  expect(sent().map(({ _id }) => _id)).toEqual([one?._id]);
  expect(world.store.all('accounts').find(({ _id }) => _id === SECRETARY)?.credits.task).toBe(2);
});

it('says that what was sent could not be written down', async () => {
  const failing = { ...world.store, changeAll: async () => Promise.reject(new Error('disk')) };
  const book = await open({ ...world.ports, store: failing });
  book.note({ ...notices[0]!, channel: 'wecom' }, SENT);
  await expect(book.writeSent()).rejects.toThrow('disk');
});
