import { changeRequest } from '../../../../cloudfunctions/_shared/resets/change';
import type { Ports } from '../../../../cloudfunctions/_shared/platform/ports';
import type { Store } from '../../../../cloudfunctions/_shared/store/ports';
import { GRADUATE, openUniversity, SECRETARY } from '../../support/people';
import { dataOf, errorOf } from '../../support/world';

it('sends nothing of what a rival change has told of meanwhile', async () => {
  const { world } = await openUniversity();
  const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const seen = world.store.all('resetRequests').find(({ _id }) => _id === resetRequest.id);
  if (!seen) throw new Error('the request was not stored');

  const escalateFirst: Store['transact'] = async (work) => {
    const payload = { requestId: seen._id, reason: '没有钥匙图标' };
    dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', payload));
    return world.store.transact(work);
  };
  const ports: Ports = { ...world.ports, store: { ...world.store, transact: escalateFirst } };
  const solved = await changeRequest(ports, seen, {
    action: 'report',
    actor: { role: 'graduate', name: '林小雨', accountId: GRADUATE },
    from: ['waiting', 'escalated'],
    to: 'solved',
  });

  expect(dataOf(solved).state).toBe('solved');
  await world.tick();
  const aboutCodes = world.store
    .all('notices')
    .filter(({ kind, status }) => kind.startsWith('code-') && status === 'planned');
  expect(aboutCodes).toEqual([]);
});

it('says of a request that is erased by now that it is not there', async () => {
  const { world } = await openUniversity();
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [seen] = world.store.all('resetRequests');
  if (!seen) throw new Error('the request was not stored');
  await world.store.removeAll('resetRequests', [seen._id]);
  const actor = { role: 'graduate', name: '林小雨', accountId: GRADUATE } as const;
  const change = { action: 'report', actor, from: ['waiting'], to: 'solved' } as const;
  expect(errorOf(await changeRequest(world.ports, seen, change))).toBe('NOT_FOUND');
});

it('wakes the timer for a code that is given out, and not for a look at it', async () => {
  const { world } = await openUniversity();
  const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const issued = { requestId: resetRequest.id, code: '836214' };
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', issued));
  const told = (action: string) => world.store.all('audits').find((entry) => entry.action === action)?.tellAt;
  await world.tick();
  const asleep = world.store.all('wake')[0]?.version;
  expect(asleep).toBeGreaterThan(0);
  dataOf(await world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId: resetRequest.id }));
  expect(told('reveal')).toBeNull();
  expect(world.store.all('wake')[0]?.version).toBe(asleep);
});
