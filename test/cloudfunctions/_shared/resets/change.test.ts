import { changeRequest } from '../../../../cloudfunctions/_shared/resets/change';
import type { Ports } from '../../../../cloudfunctions/_shared/platform/ports';
import type { Store } from '../../../../cloudfunctions/_shared/store/ports';
import { GRADUATE, openUniversity, SECRETARY } from '../../support/people';
import { dataOf } from '../../support/world';

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
