/** Tries are counted at what is guarded: nothing the guesser does to their own records opens a lock. */
import { ADMIN, foundUniversity, GRADUATE, type University } from '../support/people';
import { ADMIN_CODE, createWorld, dataOf, errorOf, type World } from '../support/world';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const OPTICS = '光电2302团支部';
let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const guess = (openid: string, code: string) =>
  world.call(openid, 'account', 'claimAdministrator', { code, name: '某人' });
const accept = (openid: string, code: string) =>
  world.call(openid, 'account', 'acceptInvitation', { code, name: '某人' });
const signIn = (openid: string, studentNumber: string, name: string, inviteCode = university.codes[OPTICS]) =>
  world.call(openid, 'account', 'signIn', { studentNumber, name, inviteCode: inviteCode ?? '' });
const inviteOne = async (): Promise<string> =>
  dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId: 'all', name: '某人' })).code;

/** What somebody guessing can do between two rounds of guesses, to be counted anew. */
const BETWEEN: [string, () => Promise<unknown>][] = [
  ['nothing', async () => undefined],
  ['signing in as oneself', () => signIn(GRADUATE, 'S002', '林小雨')],
  [
    'signing in and deleting one’s data',
    async () => {
      if (errorOf(await signIn(GRADUATE, 'S002', '林小雨')) === 'none')
        dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
    },
  ],
  ['accepting an invitation of one’s own', async () => accept(GRADUATE, await inviteOne())],
  [
    'accepting one, being removed and emptying the account',
    async () => {
      if (errorOf(await accept(GRADUATE, await inviteOne())) !== 'none') return;
      dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: GRADUATE }));
      dataOf(await world.call(GRADUATE, 'account', 'deleteAccount', {}));
    },
  ],
];

it.each(BETWEEN)(
  'gives one WeChat five guesses at the administrator’s code, with %s between',
  async (_, act) => {
    const errors = [];
    for (let round = 0; round < 6; round += 1) {
      for (let tries = 0; tries < 4; tries += 1)
        errors.push(errorOf(await guess(GRADUATE, `guess-${round}-${tries}`)));
      await act();
    }
    expect(errors.filter((error) => error === 'ADMIN_CODE_WRONG')).toHaveLength(5);
    expect(errorOf(await guess(GRADUATE, ADMIN_CODE))).toBe('SIGN_IN_LOCKED');
  },
);

it('accepting the same invitation over and over buys no guess at another', async () => {
  const own = await inviteOne();
  dataOf(await accept(GRADUATE, own));
  const errors = [];
  for (let tries = 0; tries < 10; tries += 1) {
    errors.push(errorOf(await accept(GRADUATE, `GUESS${tries}`)));
    await accept(GRADUATE, own);
  }
  expect(errors.filter((error) => error === 'INVITE_CODE_WRONG').length).toBeLessThanOrEqual(5);
});

it('guessing at classmates is counted on, whatever is signed in to and deleted between', async () => {
  const errors = [];
  for (let tries = 0; tries < 8; tries += 1) {
    errors.push(errorOf(await signIn('oThief', 'S002', '林小雨', `WRONG${tries}`)));
    if (errorOf(await signIn('oThief', 'S003', '陈晨')) === 'none')
      dataOf(await world.call('oThief', 'graduate', 'deleteMyData', {}));
  }
  expect(errors.filter((error) => error === 'CREDENTIALS_WRONG').length).toBeLessThanOrEqual(5);
});

it('deleting one’s data leaves the tries others made at the number', async () => {
  for (const thief of ['oThief1', 'oThief2', 'oThief3']) {
    for (let tries = 0; tries < 5; tries += 1) await signIn(thief, 'S002', '林小雨', `WRONG${tries}`);
  }
  dataOf(await signIn(GRADUATE, 'S002', '林小雨'));
  dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
  for (let tries = 0; tries < 5; tries += 1) await signIn('oThief4', 'S002', '林小雨', `WRONG${tries}`);
  expect(errorOf(await signIn('oThief5', 'S002', '林小雨'))).toBe('SIGN_IN_LOCKED');
});

it('guards the administrator’s code against many WeChats, and never longer than a quarter of an hour', async () => {
  const empty = createWorld();
  const claim = (openid: string, code: string) =>
    empty.call(openid, 'account', 'claimAdministrator', { code, name: '某人' });
  for (const thief of ['oThief1', 'oThief2', 'oThief3', 'oThief4']) {
    for (let tries = 0; tries < 5; tries += 1) await claim(thief, `guess-${tries}`);
  }
  expect(errorOf(await claim('oAdministrator', ADMIN_CODE))).toBe('SIGN_IN_LOCKED');
  const locked = empty.store.all('audits').filter(({ subjectId }) => subjectId === 'guarded-administrator');
  expect(locked).toMatchObject([{ action: 'lock', kind: 'access' }]);
  empty.world.now += 15 * MINUTE;
  expect(errorOf(await claim('oAdministrator', ADMIN_CODE))).toBe('none');
});

it('says before the lock falls how many tries are left, the same whatever was wrong', async () => {
  const tried = [
    () => signIn('oThief', 'S999', '林小雨'),
    () => signIn('oThief', 'S002', '林大雨'),
    () => signIn('oThief', 'S002', '林小雨', 'WRONG1'),
  ];
  const details = [];
  for (const attempt of [...tried, ...tried.slice(0, 2)]) {
    const answer = await attempt();
    details.push(answer.ok ? null : answer.error.detail);
  }
  expect(details).toEqual([4, 3, 2, 1, 0].map((left) => ({ left, minutes: 15 })));
});

it('counts no tries of long ago: after a lock one has five again', async () => {
  for (let tries = 0; tries < 5; tries += 1) await accept('oThief', `GUESS${tries}`);
  world.world.now += 15 * MINUTE;
  const errors = [];
  for (let tries = 0; tries < 6; tries += 1) errors.push(errorOf(await accept('oThief', `AGAIN${tries}`)));
  expect(errors.filter((error) => error === 'INVITE_CODE_WRONG')).toHaveLength(5);
});

it('does not let one WeChat shut out whoever is invited, or the administrator, however often it guesses', async () => {
  const code = await inviteOne();
  for (let tries = 0; tries < 60; tries += 1) await accept('oThief', `GUESS${tries}`);
  expect(errorOf(await accept('oInvited', code))).toBe('none');
  for (let tries = 0; tries < 60; tries += 1) await guess('oThief2', `guess-${tries}`);
  expect(errorOf(await guess('oOther', ADMIN_CODE))).toBe('ADMIN_EXISTS');
});

it('keeps digests of who tried what, until the morning after they count no more', async () => {
  await signIn('oThief', 'S002', '林小雨', 'WRONG1');
  await accept('oThief', 'GUESS1');
  expect(world.store.all('locks').length).toBeGreaterThan(0);
  expect(JSON.stringify(world.store.all('locks'))).not.toMatch(/oThief|S002|林小雨|WRONG|GUESS/);
  world.world.now += 15 * MINUTE - 1;
  await world.tick();
  expect(world.store.all('locks').length).toBeGreaterThan(0);
  world.world.now += DAY_MS;
  await world.tick();
  expect(world.store.all('locks')).toEqual([]);
});
