/** A right that was taken is gone: nothing its holder still knows or has gives it back. */
import { ADMIN, openUniversity, TEACHER, type University } from '../support/people';
import { ADMIN_CODE, dataOf, errorOf, type World } from '../support/world';

const DAY = 86_400_000;
let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const invite = async (by: string, collegeId: string): Promise<string> =>
  dataOf(await world.call(by, 'teacher', 'inviteTeacher', { collegeId, name: '赵老师' })).code;
const accept = (openid: string, code: string) =>
  world.call(openid, 'account', 'acceptInvitation', { code, name: '赵老师' });
const remove = async (accountId: string) =>
  dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId }));
const rolesOf = async (openid: string) =>
  dataOf(await world.call(openid, 'account', 'whoAmI', {})).account?.roles.map(({ role }) => role) ?? [];
const scopes = () => [university.collegeId, 'all'];

describe.each([
  ['a teacher', 0],
  ['a member of the committee', 1],
] as const)('%s who was removed', (_who, scope) => {
  it.each([0, 8 * DAY])('does not come back by the invitation they used, %i ms later', async (later) => {
    const code = await invite(ADMIN, scopes()[scope] ?? '');
    dataOf(await accept('oZhao', code));
    await remove('oZhao');
    world.world.now += later;
    expect(errorOf(await accept('oZhao', code))).toBe('INVITE_CODE_WRONG');
    expect(await rolesOf('oZhao')).toEqual([]);
  });

  it('does not come back by a second invitation that was still open', async () => {
    const [first, second] = [await invite(ADMIN, scopes()[scope] ?? ''), await invite(ADMIN, 'all')];
    dataOf(await accept('oZhao', first));
    await remove('oZhao');
    expect(errorOf(await accept('oZhao', second))).toBe('INVITE_CODE_WRONG');
    // It was not taken from whom it is for.
    expect(errorOf(await accept('oQian', second))).toBe('none');
  });

  it('does not come back by emptying the account in between', async () => {
    const [first, second] = [await invite(ADMIN, scopes()[scope] ?? ''), await invite(ADMIN, 'all')];
    dataOf(await accept('oZhao', first));
    await remove('oZhao');
    dataOf(await world.call('oZhao', 'account', 'deleteAccount', {}));
    for (const code of [first, second])
      expect(errorOf(await accept('oZhao', code))).toBe('INVITE_CODE_WRONG');
  });

  it('does not get it back by its old invitation while they hold another right', async () => {
    const old = await invite(ADMIN, scopes()[scope] ?? '');
    dataOf(await accept('oZhao', old));
    await remove('oZhao');
    world.world.now += 1;
    const elsewhere = world.store.all('colleges').find(({ _id }) => _id !== university.collegeId);
    dataOf(await accept('oZhao', await invite(ADMIN, elsewhere?._id ?? '')));
    expect(errorOf(await accept('oZhao', old))).toBe('INVITE_CODE_WRONG');
    expect(await rolesOf('oZhao')).toEqual(['teacher']);
  });

  it('comes back by an invitation issued afterwards, and only by that one', async () => {
    const old = await invite(ADMIN, scopes()[scope] ?? '');
    dataOf(await accept('oZhao', old));
    await remove('oZhao');
    world.world.now += 1;
    dataOf(await accept('oZhao', await invite(ADMIN, university.collegeId)));
    expect(await rolesOf('oZhao')).toEqual(['teacher']);
  });
});

it('answers a repeated acceptance while the role is held, and changes nothing by it', async () => {
  const code = await invite(ADMIN, university.collegeId);
  const { roles } = dataOf(await accept('oZhao', code));
  const rights = () =>
    (['invitations', 'colleges', 'settings', 'audits', 'locks'] as const).map((name) =>
      world.store.all(name),
    );
  const before = rights();
  world.world.now += 8 * DAY;
  expect(dataOf(await accept('oZhao', code)).roles).toEqual(roles);
  expect(rights()).toEqual(before);
});

describe('what a removed member of the committee has issued', () => {
  let own: string;
  beforeEach(async () => {
    dataOf(await accept('oZhao', await invite(ADMIN, 'all')));
    own = await invite('oZhao', 'all');
    await remove('oZhao');
  });

  it('lets nobody in, whoever holds the code', async () => {
    for (const openid of ['oZhao', 'oZhaoSecondPhone'])
      expect(errorOf(await accept(openid, own))).toBe('INVITE_CODE_WRONG');
  });

  it('stays void when they are invited anew, and stands in the list as revoked', async () => {
    world.world.now += 1;
    dataOf(await accept('oZhao', await invite(ADMIN, 'all')));
    expect(errorOf(await accept('oQian', own))).toBe('INVITE_CODE_WRONG');
    const { invitations } = dataOf(await world.call(ADMIN, 'teacher', 'accounts', {}));
    const states = invitations.map(({ state }) => state).sort();
    expect(states).toEqual(['revoked', 'used', 'used', 'used', 'used']);
  });
});

it('has one first administrator: the code of the deployment works no more, also after they were removed', async () => {
  dataOf(await accept('oZhao', await invite(ADMIN, 'all')));
  dataOf(await world.call('oZhao', 'teacher', 'removeTeacher', { accountId: ADMIN }));
  const again = { code: ADMIN_CODE, name: '校团委' };
  expect(errorOf(await world.call(ADMIN, 'account', 'claimAdministrator', again))).toBe('ADMIN_EXISTS');
  dataOf(await world.call(ADMIN, 'account', 'deleteAccount', {}));
  expect(errorOf(await world.call(ADMIN, 'account', 'claimAdministrator', again))).toBe('ADMIN_EXISTS');
  expect(world.store.text()).not.toContain(`"${ADMIN}"`);
});

describe('the account of a removed teacher', () => {
  it('is said to be left behind, and goes with everything that leads to the WeChat', async () => {
    const who = async () => dataOf(await world.call(TEACHER, 'account', 'whoAmI', {}));
    expect(await who()).toMatchObject({ leftBehind: false });
    await remove(TEACHER);
    expect(await who()).toMatchObject({ account: null, leftBehind: true });
    dataOf(await world.call(TEACHER, 'account', 'deleteAccount', {}));
    expect(await who()).toMatchObject({ account: null, leftBehind: false });
    expect(world.store.text()).not.toContain(TEACHER);
    dataOf(await world.call(TEACHER, 'account', 'deleteAccount', {}));
  });

  it('cannot be emptied while the right is held', async () => {
    expect(errorOf(await world.call(TEACHER, 'account', 'deleteAccount', {}))).toBe('FORBIDDEN');
  });
});
