/** The made-up person for WeChat's reviewers: they can use everything, and stand in nobody's figures and lists. */
import { fail } from '../../../miniprogram/domain/errors';
import { makeReviewer, removeReviewer, type Reviewer } from '../../../tools/admin/reviewer';
import {
  ADMIN,
  choose,
  employedSubmission,
  openUniversity,
  TEACHER,
} from '../../cloudfunctions/support/people';
import { dataOf, type World } from '../../cloudfunctions/support/world';

const REVIEWER = 'oReviewer';

let world: World;
let reviewer: Reviewer;
beforeEach(async () => {
  ({ world } = await openUniversity());
  reviewer = await makeReviewer(world.ports, world.world.now);
});

const signIn = async () => {
  const { graduate, inviteCode } = reviewer;
  const { studentNumber, name } = graduate;
  return world.call(REVIEWER, 'account', 'signIn', { studentNumber, name, inviteCode });
};
const submit = async () => {
  dataOf(await signIn());
  const { version } = await choose(world, REVIEWER);
  const submission = await employedSubmission(world, REVIEWER, version);
  return dataOf(await world.call(REVIEWER, 'graduate', 'submit', submission)).transfer;
};
/** The made-up secretary and teacher, each on their own WeChat. */
const hire = async () => {
  const { secretary, inviteCode, teacher } = reviewer;
  const { studentNumber, name } = secretary;
  dataOf(await world.call('oSecond', 'account', 'signIn', { studentNumber, name, inviteCode }));
  dataOf(await world.call('oThird', 'account', 'acceptInvitation', teacher));
};
const askCommittee = async () => ({
  queue: dataOf(await world.call(ADMIN, 'teacher', 'queue', {})),
  board: dataOf(await world.call(ADMIN, 'teacher', 'board', {})),
  colleges: dataOf(await world.call(ADMIN, 'teacher', 'colleges', {})),
  overAge: dataOf(await world.call(ADMIN, 'teacher', 'overAgeList', {})),
});

it('signs in and hands in like anybody else, and opens every page of a graduate', async () => {
  expect((await submit()).state).toBe('submitted');
  expect(dataOf(await world.call(REVIEWER, 'graduate', 'home', {})).member.name).toBe(reviewer.graduate.name);
  expect(await world.call(REVIEWER, 'graduate', 'requestResetCode', {})).toMatchObject({ ok: true });
});

it('has a secretary and a teacher beside it, to whom the pages of both are open', async () => {
  await hire();
  await submit();
  expect(dataOf(await world.call('oSecond', 'secretary', 'branchBoard', {}))).toMatchObject({
    members: expect.arrayContaining([expect.objectContaining({ name: reviewer.graduate.name })]),
  });
  const queue = dataOf(await world.call('oThird', 'teacher', 'queue', {}));
  expect(JSON.stringify(queue)).toContain(reviewer.graduate.name);
  for (const page of ['board', 'roster', 'season'] as const)
    expect([page, await world.call('oThird', 'teacher', page, {})]).toEqual([
      page,
      expect.objectContaining({ ok: true }),
    ]);
});

it('shows visitors no office of the made-up college', async () => {
  await hire();
  dataOf(
    await world.call('oThird', 'teacher', 'saveCardOffice', { office: { place: '体验楼', hours: null } }),
  );
  expect(JSON.stringify(dataOf(await world.call('oVisitor', 'account', 'whoAmI', {})))).not.toContain('体验');
});

it('says the same when it is made again, and writes nothing', async () => {
  const before = world.store.text();
  expect(await makeReviewer(world.ports, world.world.now + 60_000)).toEqual(reviewer);
  expect(world.store.text()).toBe(before);
});

it('lets nobody else in with the code of the teacher who is there, when it is made again', async () => {
  await hire();
  await makeReviewer(world.ports, world.world.now);
  const again = await world.call('oFourth', 'account', 'acceptInvitation', reviewer.teacher);
  expect(again).toMatchObject({ ok: false });
  expect(world.store.all('accounts').map(({ _id }) => _id)).not.toContain('oFourth');
});

it('changes nothing the committee is shown', async () => {
  const before = await askCommittee();
  await hire();
  await submit();
  expect(await askCommittee()).toEqual(before);
});

it('is in no list of the whole university', async () => {
  await submit();
  const { export: job } = dataOf(await world.call(ADMIN, 'teacher', 'startExport', { kind: 'submissions' }));
  const done = dataOf(await world.call(ADMIN, 'teacher', 'exportProgress', { exportId: job.id }));
  expect(done.export).toMatchObject({ state: 'done', rows: 0 });
});

it('takes nothing else from who taught there beside another office', async () => {
  dataOf(await world.call(TEACHER, 'account', 'acceptInvitation', reviewer.teacher));
  const rolesOf = () => world.store.all('accounts').find(({ _id }) => _id === TEACHER)?.roles;
  expect(rolesOf()).toHaveLength(2);
  await removeReviewer(world.ports);
  expect(rolesOf()).toEqual([expect.objectContaining({ role: 'teacher', scopeName: '光电学院' })]);
  expect(await world.call(TEACHER, 'teacher', 'queue', {})).toMatchObject({ ok: true });
});

it('is removed twice without a complaint', async () => {
  await removeReviewer(world.ports);
  const text = world.store.text();
  await removeReviewer(world.ports);
  expect(world.store.text()).toBe(text);
});

it('is neither made nor gone while somebody else keeps writing, and says so', async () => {
  const busy = jest.spyOn(world.store, 'transact').mockResolvedValue(fail('BUSY'));
  await expect(makeReviewer(world.ports, world.world.now)).rejects.toThrow('没有建成（BUSY）');
  await expect(removeReviewer(world.ports)).rejects.toThrow('没有删完（BUSY）');
  busy.mockRestore();
});

it('says so where its people are gone and its college is not', async () => {
  const numbers = [reviewer.graduate, reviewer.secretary].map(({ studentNumber }) => studentNumber);
  const people = world.store.all('members').filter(({ studentNumber }) => numbers.includes(studentNumber));
  await world.store.removeAll(
    'members',
    people.map(({ _id }) => _id),
  );
  const { transact } = world.store;
  const busy = jest.spyOn(world.store, 'transact').mockResolvedValue(fail('BUSY'));
  for (const _person of people) busy.mockImplementationOnce(transact);
  await expect(removeReviewer(world.ports)).rejects.toThrow('没有删完（BUSY）');
  busy.mockRestore();
});

it('leaves nothing behind once it is removed', async () => {
  await hire();
  await submit();
  await removeReviewer(world.ports);
  for (const { name } of [reviewer.graduate, reviewer.secretary, reviewer.teacher])
    expect(world.store.text()).not.toContain(name);
  expect(world.store.all('transfers')).toEqual([]);
  expect(world.store.all('branches').map(({ name }) => name)).not.toContain('体验团支部');
  expect(await signIn()).toMatchObject({ error: { code: 'CREDENTIALS_WRONG' } });
});
