/** What is sealed and does not open: with a key that is gone, or changed since. The rest is served. */
import { keepUnopened } from '../../cloudfunctions/_shared/transfers/fields';
import { ADMIN, GRADUATE, SECRETARY, TEACHER } from './support/people';
import { foundPlaces, type Target } from './support/places';
import { createWorld, dataOf, errorOf, type World } from './support/world';

let world: World;
let own: Target;
beforeEach(async () => {
  world = createWorld();
  ({ own } = await foundPlaces(world));
}, 60_000);

const FOREIGN = 'v2.gone.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const TAMPERED = `v2.1.${Buffer.alloc(60, 'x').toString('base64url')}`;

const sealedWrong = (sealed: string): void => {
  const transfer = world.store.all('transfers').find(({ _id }) => _id === own.transferId);
  if (!transfer) throw new Error('there is a transfer');
  const broken = { ...transfer.fields, parentContactSealed: sealed };
  world.store.plant('transfers', { ...transfer, fields: broken, draft: { parentContactSealed: sealed } });
};
const alarms = async () => dataOf(await world.call(TEACHER, 'teacher', 'health', {})).unreadable;

describe.each([FOREIGN, TAMPERED, 'nothing sealed at all'])('a contact that is %s', (sealed) => {
  beforeEach(() => sealedWrong(sealed));

  it('is left out of the graduate’s home, which says so', async () => {
    const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    expect(transfer).toMatchObject({ state: 'submitted', contactUnreadable: true });
    expect(transfer?.fields.organisation).toBeDefined();
    expect(await alarms()).toMatchObject([{ collection: 'transfers', reason: 'sealed', count: 1 }]);
  });

  it('is left out of the graduate’s own data and of the teacher’s decision', async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'myData', {}));
    const { item } = dataOf(await world.call(TEACHER, 'teacher', 'decision', { transferId: own.transferId }));
    expect(item.contactUnreadable).toBe(true);
  });

  it('is not revealed, by a code of its own', async () => {
    const asked = await world.call(TEACHER, 'teacher', 'revealContact', { transferId: own.transferId });
    expect(errorOf(asked)).toBe('SEAL_BROKEN');
  });

  it('stays where it is when the teacher decides', async () => {
    const { transferId, version } = own;
    const decision = {
      transferId,
      version,
      decision: 'return' as const,
      reason: '截图看不清',
      seenOnSystem: false,
    };
    dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
    const stored = world.store.all('transfers').find(({ _id }) => _id === transferId);
    expect(stored?.fields.parentContactSealed).toBe(sealed);
  });

  it('is kept in a draft whose owner was not shown it', () => {
    const before = { parentContactSealed: sealed };
    const kept = keepUnopened(world.ports.cipher, own.transferId, { before, typed: { organisation: '某' } });
    expect(kept).toEqual({ organisation: '某', parentContactSealed: sealed });
    const typed = { parentContactSealed: world.ports.cipher.seal('{}', own.transferId) };
    expect(keepUnopened(world.ports.cipher, own.transferId, { before, typed })).toEqual(typed);
  });
});

it('does not use up a reset code that does not open', async () => {
  const { issuedId, waitingId } = own;
  const issue = { requestId: waitingId, code: '836214' };
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', issue));
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { ...issue, requestId: issuedId }));
  const request = world.store.all('resetRequests').find(({ _id }) => _id === issuedId);
  if (!request) throw new Error('there is a request');
  world.store.plant('resetRequests', { ...request, codeSealed: FOREIGN });
  const asked = await world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId: issuedId });
  expect(errorOf(asked)).toBe('SEAL_BROKEN');
  expect(world.store.all('resetRequests').find(({ _id }) => _id === issuedId)?.codeSealed).toBe(FOREIGN);
});

it('tells whoever tries a group robot whose key does not open', async () => {
  const college = world.store.all('colleges').find(({ _id }) => _id === own.collegeId);
  if (!college) throw new Error('there is a college');
  world.store.plant('colleges', { ...college, robotKeySealed: FOREIGN });
  const asked = await world.call(ADMIN, 'teacher', 'testWebhook', { collegeId: own.collegeId });
  expect(errorOf(asked)).toBe('SEAL_BROKEN');
});
