/** Every office of a secretary that begins or ends stands in the audit, whoever's file or tap it was. */
import { ADMIN, memberNamed, openUniversity, person, TEACHER, type University } from '../../support/people';
import { importRoster } from '../../support/roster';
import { dataOf, type World } from '../../support/world';

const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  world.world.now += 1000;
});

const load = (people: Parameters<typeof importRoster>[3]) =>
  importRoster(world, TEACHER, university.collegeId, people);

/** What was written down since the university was opened, oldest first. */
const offices = async () => {
  const { entries } = dataOf(await world.call(ADMIN, 'teacher', 'audits', { from: world.world.now }));
  return entries
    .filter(({ action }) => action === 'assign-secretary' || action === 'remove-secretary')
    .map(({ action, memberName, role, actorName, facts }) => [
      action,
      memberName,
      role,
      actorName,
      facts.byRoster ?? false,
    ])
    .sort();
};

it('a roster names a new person a secretary', async () => {
  await load([person('S030', '何未来', { isSecretary: true }), person('S031', '安心')]);
  expect(await offices()).toEqual([['assign-secretary', '何未来', 'teacher', '王芳', true]]);
});

it('a roster gives the office to one and takes it from another', async () => {
  await load([person('S001', '周敏', { isSecretary: false }), person('S003', '陈晨', { isSecretary: true })]);
  expect(await offices()).toEqual([
    ['assign-secretary', '陈晨', 'teacher', '王芳', true],
    ['remove-secretary', '周敏', 'teacher', '王芳', true],
  ]);
});

it('a roster moves a secretary: one office ends, another begins', async () => {
  await load([person('S001', '周敏', { isSecretary: true, branchName: MOTORS })]);
  expect(await offices()).toEqual([
    ['assign-secretary', '周敏', 'teacher', '王芳', true],
    ['remove-secretary', '周敏', 'teacher', '王芳', true],
  ]);
});

it('a roster that changes no office says nothing of one', async () => {
  await load([person('S001', '周敏', { isSecretary: true, birthMonth: '2004-01' }), person('S003', '陈辰')]);
  expect(await offices()).toEqual([]);
});

it('whoever is moved leaves the office behind, and a tap is written down once', async () => {
  const { _id: memberId } = memberNamed(world, '周敏');
  const { branchId } = memberNamed(world, '吴昊');
  dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId }));
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId }));
  expect(await offices()).toEqual([
    ['assign-secretary', '周敏', 'teacher', '王芳', false],
    ['remove-secretary', '周敏', 'teacher', '王芳', false],
  ]);
});

it('two records become one without the office that one of them had', async () => {
  await load([person('S021', '周旻', { branchName: OPTICS })]);
  const ids = { memberId: memberNamed(world, '周旻')._id, otherId: memberNamed(world, '周敏')._id };
  dataOf(await world.call(TEACHER, 'teacher', 'mergeMembers', ids));
  expect(await offices()).toEqual([['remove-secretary', '周旻', 'teacher', '王芳', false]]);
});
