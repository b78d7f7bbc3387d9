import {
  CLASSMATE,
  giveCredits,
  GRADUATE,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { choose } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const dataOfMine = async (openid = GRADUATE) => dataOf(await world.call(openid, 'graduate', 'myData', {}));

it('shows what the roster says, what was handed in, and who did what', async () => {
  await giveCredits(world, GRADUATE, 1);
  await submitEmployed(world, GRADUATE);
  await world.tick();
  const mine = await dataOfMine();
  expect(mine.member).toMatchObject({ studentNumber: 'S002', name: '林小雨', birthMonth: '2004-03' });
  expect(mine.account.credits).toMatchObject({ deadline: 1 });
  expect(mine.transfers).toHaveLength(1);
  expect(mine.transfers[0]).toMatchObject({
    state: 'submitted',
    fields: { organisation: '共青团上海示例科技有限公司支部委员会' },
    screenshots: 1,
  });
  expect(mine.audits.map(({ action }) => action)).toEqual(expect.arrayContaining(['sign-in', 'submit']));
  expect(mine.audits.every(({ role }) => role === 'graduate')).toBe(true);
});

it('holds what secretary and college wrote about a request for a code', async () => {
  const asked = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', { note: '忘了密码' }));
  const requestId = asked.resetRequest.id;
  world.world.now += 60_000;
  const escalatedAt = world.world.now;
  const handed = { requestId, reason: '列表里找不到' };
  dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', handed));
  const ended = { requestId, reason: '已经当面办好' };
  dataOf(await world.call(TEACHER, 'teacher', 'closeResetRequest', ended));
  expect((await dataOfMine()).resetRequests).toEqual([
    expect.objectContaining({
      state: 'closed',
      note: '忘了密码',
      escalatedAt,
      escalationReason: '列表里找不到',
      issuedAt: null,
      expiresAt: null,
      revealedAt: null,
      closedReason: '已经当面办好',
    }),
  ]);
});

it('opens the parents’ contact for its owner alone', async () => {
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const draft = { parentContact: { name: '林建国', phone: '13800000000' } };
  dataOf(await world.call(GRADUATE, 'graduate', 'saveDraft', { draft, screenshots: [] }));
  expect(version).toBe(1);
  expect((await dataOfMine()).transfers[0]?.draft.parentContact?.name).toBe('林建国');
  expect(JSON.stringify(await dataOfMine(CLASSMATE))).not.toContain('林建国');
  expect(JSON.stringify(world.store.all('transfers'))).not.toContain('林建国');
});

it('deleting leaves the roster’s row with the college and nothing else of the person’s', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
  const row = world.store.all('members').find(({ studentNumber }) => studentNumber === 'S002');
  expect(row).toMatchObject({ name: '林小雨', accountId: null, loginConfirmedAt: null });
  for (const collection of ['transfers', 'resetRequests', 'cardCodes'] as const)
    expect(JSON.stringify(world.store.all(collection))).not.toContain(row?._id ?? '?');
  expect(JSON.stringify(world.store.all('accounts'))).not.toContain(GRADUATE);
  expect(world.removedFiles.some((id) => id.endsWith('/1.png'))).toBe(true);
});
