/** Who is told of what happens to a person. */
import { isSamePlace, readPlace, recipientsOf } from '../../../../cloudfunctions/_shared/notices/place';
import type { Branch, College } from '../../../../cloudfunctions/_shared/store/records';
import { openUniversity, SECRETARY, TEACHER } from '../../support/people';
import type { World } from '../../support/world';

let world: World;
let branch: Branch;
let college: College;
beforeAll(async () => {
  ({ world } = await openUniversity());
  branch = world.store.all('branches').find(({ name }) => name === '光电2302团支部')!;
  college = world.store.all('colleges').find(({ _id }) => _id === branch.collegeId)!;
});

const byWeChat = (accountId: string) => ({ accountId, channel: 'subscribe' });

it('they themselves, their branch’s secretaries and their college’s teachers, by WeChat', () => {
  expect(recipientsOf({ accountId: 'oOne' }, { branch, college })).toEqual({
    graduate: [byWeChat('oOne')],
    secretary: [byWeChat(SECRETARY)],
    teacher: [byWeChat(TEACHER)],
  });
});

it('nobody who is not there: no WeChat, no branch, no college', () => {
  const nobody = { graduate: [], secretary: [], teacher: [] };
  expect(recipientsOf({ accountId: null }, { branch: undefined, college: undefined })).toEqual(nobody);
});

it('the college’s group too, where it has one', () => {
  const { teacher } = recipientsOf(
    { accountId: null },
    { branch, college: { ...college, robotKeySealed: 'v2' } },
  );
  expect(teacher).toEqual([byWeChat(TEACHER), { accountId: college._id, channel: 'wecom' }]);
});

it.each([
  ['the same branch', {}, true],
  ['another branch', { branchId: 'b-other' }, false],
  ['a branch of that name in another college', { collegeId: 'c-other' }, false],
])('is asked anew in %s unless it is the same place', (_where, more, isSame) => {
  const here = { memberId: 'm-1', accountId: null, branchId: branch._id, collegeId: college._id };
  expect(isSamePlace(here, { ...here, ...more })).toBe(isSame);
});

it('says that a branch is there which nobody can read: its secretaries are not missing', async () => {
  const where = { branchId: branch._id, collegeId: college._id };
  expect(await readPlace(world, where)).toMatchObject({
    branch: { _id: branch._id },
    isBranchUnreadable: false,
  });
  expect(await readPlace(world, { ...where, branchId: 'b-none' })).toMatchObject({
    isBranchUnreadable: false,
  });
  world.store.plant('branches', { ...branch, _id: 'b-broken', secretaries: 'of a later release' });
  const broken = await readPlace(world, { ...where, branchId: 'b-broken' });
  expect(broken).toMatchObject({ branch: undefined, isBranchUnreadable: true });
});
