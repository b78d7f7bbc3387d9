/** The made-up person for WeChat's reviewers: they can use everything, and stand in nobody's figures and lists. */
import { makeReviewer, removeReviewer, type Reviewer } from '../../../tools/admin/reviewer';
import { ADMIN, choose, employedSubmission, openUniversity } from '../../cloudfunctions/support/people';
import { dataOf, type World } from '../../cloudfunctions/support/world';

const REVIEWER = 'oReviewer';

let world: World;
let reviewer: Reviewer;
beforeEach(async () => {
  ({ world } = await openUniversity());
  reviewer = await makeReviewer(world.ports, world.world.now);
});

const signIn = async () => {
  const { studentNumber, name, inviteCode } = reviewer;
  return world.call(REVIEWER, 'account', 'signIn', { studentNumber, name, inviteCode });
};
const submit = async () => {
  dataOf(await signIn());
  const { version } = await choose(world, REVIEWER);
  const submission = await employedSubmission(world, REVIEWER, version);
  return dataOf(await world.call(REVIEWER, 'graduate', 'submit', submission)).transfer;
};
const askCommittee = async () => ({
  queue: dataOf(await world.call(ADMIN, 'teacher', 'queue', {})),
  board: dataOf(await world.call(ADMIN, 'teacher', 'board', {})),
  colleges: dataOf(await world.call(ADMIN, 'teacher', 'colleges', {})),
  overAge: dataOf(await world.call(ADMIN, 'teacher', 'overAgeList', {})),
});

it('signs in and hands in like anybody else, and opens every page of a graduate', async () => {
  expect((await submit()).state).toBe('submitted');
  expect(dataOf(await world.call(REVIEWER, 'graduate', 'home', {})).member.name).toBe(reviewer.name);
  expect(await world.call(REVIEWER, 'graduate', 'requestResetCode', {})).toMatchObject({ ok: true });
});

it('says the same when it is made again', async () => {
  expect(await makeReviewer(world.ports, world.world.now)).toEqual(reviewer);
});

it('changes nothing the committee is shown', async () => {
  const before = await askCommittee();
  await submit();
  expect(await askCommittee()).toEqual(before);
});

it('is in no list of the whole university', async () => {
  await submit();
  const { export: job } = dataOf(await world.call(ADMIN, 'teacher', 'startExport', { kind: 'submissions' }));
  const done = dataOf(await world.call(ADMIN, 'teacher', 'exportProgress', { exportId: job.id }));
  expect(done.export).toMatchObject({ state: 'done', rows: 0 });
});

it('leaves nothing behind once it is removed', async () => {
  await submit();
  await removeReviewer(world.ports);
  expect(world.store.text()).not.toContain(reviewer.name);
  expect(world.store.all('transfers')).toEqual([]);
  expect(world.store.all('branches').map(({ name }) => name)).not.toContain('体验团支部');
  expect(await signIn()).toMatchObject({ error: { code: 'CREDENTIALS_WRONG' } });
});
