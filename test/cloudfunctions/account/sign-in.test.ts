import { createWorld, dataOf, errorOf, type World } from '../support/world';
import { interleave } from '../support/interleave';
import { foundUniversity, GRADUATE, type University } from '../support/people';

const MINUTE = 60_000;
let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const rightCode = () => university.codes['光电2302团支部'] ?? '';
const otherCode = () => university.codes['机械2301团支部'] ?? '';
const signIn = (openid: string, studentNumber: string, name: string, inviteCode: string) =>
  world.call(openid, 'account', 'signIn', { studentNumber, name, inviteCode });

const table: [string, string, string, () => string, string][] = [
  ['all right', 'S002', '林小雨', rightCode, 'none'],
  ['a number in small letters with spaces', ' s002 ', '林小雨', rightCode, 'none'],
  ['a name with a space', 'S002', '林 小雨', rightCode, 'none'],
  [
    'a code in small letters with a hyphen',
    'S002',
    '林小雨',
    () => rightCode().toLowerCase().replace(/^(..)/, '$1-'),
    'none',
  ],
  ['an unknown number', 'S999', '林小雨', rightCode, 'CREDENTIALS_WRONG'],
  ['another name', 'S002', '林大雨', rightCode, 'CREDENTIALS_WRONG'],
  ['the code of another branch', 'S002', '林小雨', otherCode, 'CREDENTIALS_WRONG'],
  ['a wrong code', 'S002', '林小雨', () => 'WRONG1', 'CREDENTIALS_WRONG'],
];
it.each(table)('%s', async (_case, number, name, code, error) => {
  expect(errorOf(await signIn(GRADUATE, number, name, code()))).toBe(error);
});

it('gives a secretary both roles', async () => {
  const { roles } = dataOf(await signIn('oS', 'S001', '周敏', rightCode()));
  expect(roles.map(({ role }) => role)).toEqual(['graduate', 'secretary']);
});

it('may be repeated by the same WeChat', async () => {
  dataOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()));
  expect(errorOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()))).toBe('none');
});

it('refuses a second person on one WeChat and a second WeChat for one person', async () => {
  dataOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()));
  expect(errorOf(await signIn(GRADUATE, 'S003', '陈晨', rightCode()))).toBe('ALREADY_SIGNED_IN');
  expect(errorOf(await signIn('oThief', 'S002', '林小雨', rightCode()))).toBe('MEMBER_BOUND_ELSEWHERE');
});

it('names the teacher who can undo it, and nobody where the college has none', async () => {
  dataOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()));
  const refused = () => signIn('oNewPhone', 'S002', '林小雨', rightCode());
  expect(await refused()).toMatchObject({ error: { detail: { teacher: '王芳' } } });
  await world.store.transact(async (tx) => {
    const college = await tx.get('colleges', university.collegeId);
    if (college) tx.put('colleges', { ...college, teachers: [] });
    return { ok: true, data: undefined };
  });
  expect(await refused()).toEqual({
    ok: false,
    error: { code: 'MEMBER_BOUND_ELSEWHERE', field: 'studentNumber' },
  });
});

it('lets one of two WeChats win when both sign in at once', async () => {
  const both = await Promise.all(['oA', 'oB'].map((openid) => signIn(openid, 'S002', '林小雨', rightCode())));
  expect(both.map(errorOf).sort()).toEqual(['MEMBER_BOUND_ELSEWHERE', 'none']);
});

it('locks an openid after five wrong tries, for fifteen minutes, even for the right code', async () => {
  for (let number = 1; number <= 5; number += 1)
    await signIn(GRADUATE, `S90${number}`, '林小雨', rightCode());
  const locked = await signIn(GRADUATE, 'S002', '林小雨', rightCode());
  expect(locked).toEqual({ ok: false, error: { code: 'SIGN_IN_LOCKED', detail: { minutes: 15 } } });
  world.world.now += 15 * MINUTE;
  expect(errorOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()))).toBe('none');
});

const guessFrom = async (thief: string, times: number): Promise<void> => {
  for (let guess = 0; guess < times; guess += 1) await signIn(thief, 'S002', '林小雨', `WRONG${guess}`);
};

it('locks a student number tried from many WeChats', async () => {
  for (const thief of ['oThief1', 'oThief2', 'oThief3', 'oThief4']) await guessFrom(thief, 5);
  expect(errorOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()))).toBe('SIGN_IN_LOCKED');
});

it('does not let one WeChat lock a classmate out, however often it guesses', async () => {
  await guessFrom('oThief', 40);
  expect(errorOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()))).toBe('none');
});

it('audits every lock, for the WeChat and for the person it tried to be', async () => {
  for (const thief of ['oThief1', 'oThief2', 'oThief3', 'oThief4']) await guessFrom(thief, 5);
  const locks = world.store.all('audits').filter(({ action }) => action === 'lock');
  expect(locks.map(({ actor }) => actor.accountId)).toEqual([
    'oThief1',
    'oThief2',
    'oThief3',
    'oThief4',
    'oThief4',
  ]);
  expect(locks.filter(({ subjectId }) => subjectId.startsWith('m-'))).toHaveLength(1);
  expect(JSON.stringify(locks)).not.toMatch(/S002|林小雨|WRONG/);
});

it('counts guesses at codes apart: signing in as oneself buys no new ones', async () => {
  const guess = (code: string) => world.call(GRADUATE, 'account', 'acceptInvitation', { code, name: '某人' });
  for (let tries = 0; tries < 5; tries += 1) {
    await guess(`GUESS${tries}`);
    dataOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()));
  }
  expect(errorOf(await guess('GUESS'))).toBe('SIGN_IN_LOCKED');
});

it('judges no more than five of many guesses at once', async () => {
  const guesses = Array.from({ length: 12 }, (_, guess) =>
    signIn(GRADUATE, 'S002', '林小雨', `WRONG${guess}`),
  );
  const errors = (await Promise.all(guesses)).map(errorOf);
  expect(errors.filter((error) => error === 'CREDENTIALS_WRONG').length).toBeLessThanOrEqual(5);
});

it('lets no right guess in beside five wrong ones, whenever they meet', async () => {
  const wrong = async () => {
    for (let guess = 0; guess < 5; guess += 1) await signIn(GRADUATE, 'S002', '林小雨', `WRONG${guess}`);
  };
  const errors: string[] = [];
  for (let at = 0, isOver = false; !isOver; at += 1) {
    world = createWorld();
    university = await foundUniversity(world);
    const right = () => signIn(GRADUATE, 'S002', '林小雨', rightCode());
    const { result, hasMet } = await interleave(world, { step: right, rival: wrong, at });
    isOver = !hasMet;
    if (hasMet) errors.push(errorOf(result));
  }
  // At the last moment of all it has been let in already.
  expect(errors.pop()).toBe('none');
  expect(errors.length).toBeGreaterThan(5);
  expect(new Set(errors)).toEqual(new Set(['SIGN_IN_LOCKED']));
});

it('forgets wrong tries after a right one', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let wrong = 0; wrong < 4; wrong += 1) await signIn(GRADUATE, 'S002', '林小雨', 'WRONG1');
    expect(errorOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()))).toBe('none');
  }
});

it('brings reminders before the season ends, and stores none of them ahead', async () => {
  dataOf(await signIn(GRADUATE, 'S002', '林小雨', rightCode()));
  const { comingReminders } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  expect(comingReminders.map(({ kind }) => kind)).toEqual(Array(4).fill('season-near'));
  expect(world.store.all('notices')).toEqual([]);
});
