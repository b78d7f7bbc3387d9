import { ADMIN, GRADUATE, openUniversity, SECRETARY, TEACHER } from '../support/people';
import { ADMIN_CODE, createWorld, dataOf, errorOf, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

it('knows nobody before signing in, and still says which season it is', async () => {
  const { account, season } = dataOf(await world.call('oStranger', 'account', 'whoAmI', {}));
  expect(account).toBeNull();
  expect(season).toMatchObject({ id: '2027', rulebookId: 'usst-2020' });
});

it('tells a visitor whom it serves and where the offices are, and names no person', async () => {
  const visit = async () => dataOf(await world.call('oStranger', 'account', 'whoAmI', {})).welcome;
  expect(await visit()).toEqual({ school: '江汀大学', offices: [] });
  const office = { place: '光电楼 305', hours: '周一到周五 9:00–16:00' };
  dataOf(await world.call(TEACHER, 'teacher', 'saveCardOffice', { office }));
  expect((await visit())?.offices).toEqual([]);
  world.world.now += 60_000;
  expect((await visit())?.offices).toEqual([{ collegeName: '光电学院', ...office }]);
  expect(JSON.stringify(await visit())).not.toMatch(/王芳|李强/);
});

it('asks the database for the offices once a minute, however many visitors come', async () => {
  const find = jest.spyOn(world.ports.store, 'find');
  for (let visitor = 0; visitor < 20; visitor += 1)
    dataOf(await world.call(`oVisitor${visitor}`, 'account', 'whoAmI', {}));
  expect(find.mock.calls.filter(([collection]) => collection === 'colleges')).toHaveLength(1);
});

it('tells who has signed in nothing of the kind', async () => {
  expect(dataOf(await world.call(GRADUATE, 'account', 'whoAmI', {})).welcome).toBeNull();
});

it('has a season before one is opened', async () => {
  const fresh = createWorld();
  const { season } = dataOf(await fresh.call('oStranger', 'account', 'whoAmI', {}));
  expect(season.id).toBe('2027');
});

it('makes one administrator by the code', async () => {
  const claim = (code: string) =>
    world.call('oLate', 'account', 'claimAdministrator', { code, name: '某人' });
  expect(errorOf(await claim('guess'))).toBe('ADMIN_CODE_WRONG');
  expect(errorOf(await claim(ADMIN_CODE))).toBe('ADMIN_EXISTS');
});

it('locks guesses at the administrator code', async () => {
  const claim = (code: string) =>
    world.call('oLate', 'account', 'claimAdministrator', { code, name: '某人' });
  for (let guess = 0; guess < 5; guess += 1) await claim(`guess${guess}`);
  expect(errorOf(await claim(ADMIN_CODE))).toBe('SIGN_IN_LOCKED');
});

it('uses an invitation once, within its time', async () => {
  const [college] = world.store.all('colleges');
  const invited = { collegeId: college?._id ?? '', name: '赵老师' };
  const { code } = dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', invited));
  const accept = (openid: string) =>
    world.call(openid, 'account', 'acceptInvitation', { code, name: '赵老师' });
  expect(errorOf(await accept('oZhao'))).toBe('none');
  expect(errorOf(await accept('oZhao'))).toBe('none');
  expect(errorOf(await accept('oOther'))).toBe('INVITE_CODE_WRONG');
  const late = dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', invited));
  world.world.now += 8 * 86_400_000;
  const tooLate = { code: late.code, name: '钱老师' };
  expect(errorOf(await world.call('oQian', 'account', 'acceptInvitation', tooLate))).toBe(
    'INVITE_CODE_WRONG',
  );
});

it('gives somebody of several offices each of them once', async () => {
  const ids = world.store.all('colleges').map(({ _id }) => _id);
  const [collegeId = '', otherCollegeId = ''] = ids;
  const accept = async (scopeId: string) => {
    const { code } = dataOf(
      await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId: scopeId, name: '周敏' }),
    );
    dataOf(await world.call(SECRETARY, 'account', 'acceptInvitation', { code, name: '周敏' }));
  };
  for (const scopeId of [collegeId, otherCollegeId, collegeId]) await accept(scopeId);
  const { account } = dataOf(await world.call(SECRETARY, 'account', 'whoAmI', {}));
  expect(account?.roles.map(({ role, scopeId }) => [role, scopeId])).toEqual([
    ['graduate', expect.any(String)],
    ['secretary', expect.any(String)],
    ['teacher', otherCollegeId],
    ['teacher', collegeId],
  ]);
});

it('stores no invitation code', async () => {
  const [college] = world.store.all('colleges');
  const { code } = dataOf(
    await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId: college?._id ?? '', name: '赵老师' }),
  );
  expect(JSON.stringify(world.store.all('invitations'))).not.toContain(code);
});

const refusals: [string, string, () => Promise<unknown>, string][] = [
  ['a stranger', 'home', () => world.call('oStranger', 'graduate', 'home', {}), 'NOT_SIGNED_IN'],
  ['a teacher', 'home', () => world.call(TEACHER, 'graduate', 'home', {}), 'FORBIDDEN'],
  ['a graduate', 'resetQueue', () => world.call(GRADUATE, 'secretary', 'resetQueue', {}), 'FORBIDDEN'],
  ['a graduate', 'queue', () => world.call(GRADUATE, 'teacher', 'queue', {}), 'FORBIDDEN'],
  [
    'a teacher',
    'createCollege',
    () => world.call(TEACHER, 'teacher', 'createCollege', { name: '新' }),
    'FORBIDDEN',
  ],
  ['a stranger', 'messages', () => world.call('oStranger', 'account', 'messages', {}), 'NOT_SIGNED_IN'],
  [
    'a caller without openid',
    'whoAmI',
    () => world.invoke(undefined, 'account', { action: 'whoAmI' }),
    'FORBIDDEN',
  ],
  [
    'anybody',
    'an unknown action',
    () => world.invoke(GRADUATE, 'graduate', { action: 'toString' }),
    'UNKNOWN_ACTION',
  ],
  ['anybody', 'an event without action', () => world.invoke(GRADUATE, 'graduate', null), 'BAD_REQUEST'],
  [
    'anybody',
    'a payload beside the contract',
    () => world.invoke(GRADUATE, 'graduate', { action: 'withdraw', payload: { version: '1', openid: 'x' } }),
    'BAD_REQUEST',
  ],
];
it.each(refusals)('refuses %s: %s', async (_who, _what, ask, error) => {
  expect(await ask()).toMatchObject({ ok: false, error: { code: error } });
});

it('answers INTERNAL and logs no personal data when something breaks', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  world.ports.store.find = () => Promise.reject(new Error('林小雨 S002'));
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'home', {}))).toBe('INTERNAL');
  expect(logged).toHaveBeenCalledTimes(1);
  expect(String(logged.mock.calls[0]?.[0])).not.toMatch(/林小雨|S002|oGraduate/);
  logged.mockRestore();
});

it('books one consent sheet once', async () => {
  const add = () =>
    world.call(GRADUATE, 'account', 'addCredits', { askId: 'x', accepted: ['deadline', 'code'] });
  await Promise.all([add(), add()]);
  const { subscription } = dataOf(await add());
  expect(subscription.credits).toEqual({ progress: 0, deadline: 1, code: 1, task: 0 });
});
