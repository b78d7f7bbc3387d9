/** What a migration could not change is told by name; a fault of ours ends it. */
import { UnreadableRecord } from '../../../cloudfunctions/_shared/store/records/unreadable';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { openLedger } from '../../../tools/admin/migration-ledger';

const place = { collection: 'members', id: 'm-1' } as const;

it('counts each record that was written once', async () => {
  const ledger = openLedger();
  for (const id of ['m-1', 'm-1', 'm-2']) await ledger.change({ ...place, id }, async () => ok(true));
  await ledger.change({ ...place, id: 'm-3' }, async () => ok(false));
  expect(ledger.sum()).toEqual({ changed: new Map([['members', 2]]), left: [] });
});

it('leaves what others keep changing', async () => {
  const ledger = openLedger();
  await ledger.change(place, async () => fail('BUSY'));
  expect(ledger.sum()).toEqual({
    changed: new Map(),
    left: [{ ...place, words: '一直有人在改，这次没有动它：过几分钟再运行一次 migrate' }],
  });
});

it('leaves what turns out to be unreadable while it is changed, whichever record that is', async () => {
  const ledger = openLedger();
  await ledger.change(place, async () => {
    throw new UnreadableRecord({ collection: 'transfers', id: 't-1', reason: 'malformed', collegeId: null });
  });
  expect(ledger.sum().left).toMatchObject([{ collection: 'transfers', id: 't-1' }]);
});

it('ends with a fault of ours', async () => {
  const broken = openLedger().change(place, async () => {
    throw new Error('a bug');
  });
  await expect(broken).rejects.toThrow('a bug');
});
