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
    const { transfers } = dataOf(await world.call(GRADUATE, 'graduate', 'myData', {}));
    expect(transfers).toMatchObject([{ contactUnreadable: true }]);
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

describe('a reset code that does not open', () => {
  const requestNamed = (id: string) => world.store.all('resetRequests').find(({ _id }) => _id === id);
  const issue = (requestId: string) =>
    world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
  const askedOf = (openid: string, kind: string) =>
    world.store.all('notices').filter((notice) => notice.accountId === openid && notice.kind === kind);
  const reveal = (requestId: string) => world.call(GRADUATE, 'graduate', 'revealResetCode', { requestId });
  const ownRequest = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).resetRequest;
  /** The graduate's own request, with a code that nothing opens. */
  const broken = (change: object = {}): string => {
    const request = requestNamed(own.issuedId);
    if (!request) throw new Error('there is a request');
    world.store.plant('resetRequests', { ...request, ...change, codeSealed: FOREIGN });
    return request._id;
  };
  beforeEach(async () => {
    dataOf(await issue(own.issuedId));
    world.world.now += 60_000;
  });

  it('is asked for again from the secretary, who is told anew and answers', async () => {
    const before = askedOf(SECRETARY, 'code-requested').length;
    expect(errorOf(await reveal(broken()))).toBe('RESET_CODE_UNREADABLE');
    expect(requestNamed(own.issuedId)).toMatchObject({ state: 'expired', codeSealed: null, version: 3 });
    const again = await ownRequest();
    expect(again).toMatchObject({ state: 'waiting', handler: { role: 'secretary' }, issuedAt: null });
    expect(askedOf(SECRETARY, 'code-requested')).toHaveLength(before + 1);
    const done = (id = '') => world.store.all('audits').filter(({ subjectId }) => subjectId === id);
    expect(done(own.issuedId).at(-1)).toMatchObject({ action: 'expire', actor: { role: 'system' } });
    expect(done(again?.id)).toMatchObject([{ action: 'request', actor: { role: 'system' } }]);
    const { waiting } = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
    expect(waiting.find(({ id }) => id === again?.id)?.note).toBe('上次发的验证码没能打开，麻烦再发一次');
    dataOf(await issue(again?.id ?? ''));
    expect(dataOf(await reveal(again?.id ?? '')).code).toBe('836214');
  });

  it('is asked for again from the teachers when one of them had answered', async () => {
    const before = askedOf(TEACHER, 'code-escalated').length;
    const handler = { role: 'teacher', name: '周老师' };
    expect(errorOf(await reveal(broken({ handler })))).toBe('RESET_CODE_UNREADABLE');
    expect(await ownRequest()).toMatchObject({
      state: 'escalated',
      handler: { role: 'teacher' },
      escalationCause: 'asked-again',
    });
    expect(askedOf(TEACHER, 'code-escalated')).toHaveLength(before + 1);
  });

  it('is asked for again once, by two taps at once', async () => {
    const before = world.store.all('resetRequests').length;
    const id = broken();
    const [one, other] = await Promise.all([reveal(id), reveal(id)]);
    expect([errorOf(one), errorOf(other)].sort()).toEqual(['RESET_CODE_UNREADABLE', 'RESET_ILLEGAL_STEP']);
    expect(world.store.all('resetRequests')).toHaveLength(before + 1);
  });

  it('is told to the college', async () => {
    await reveal(broken());
    expect(await alarms()).toMatchObject([{ collection: 'resetRequests', reason: 'sealed', count: 1 }]);
  });
});

it('tells whoever tries a group robot whose key does not open', async () => {
  const college = world.store.all('colleges').find(({ _id }) => _id === own.collegeId);
  if (!college) throw new Error('there is a college');
  world.store.plant('colleges', { ...college, robotKeySealed: FOREIGN });
  const asked = await world.call(ADMIN, 'teacher', 'testWebhook', { collegeId: own.collegeId });
  expect(errorOf(asked)).toBe('SEAL_BROKEN');
  expect(await alarms()).toMatchObject([{ collection: 'colleges', reason: 'sealed', count: 1 }]);
});
