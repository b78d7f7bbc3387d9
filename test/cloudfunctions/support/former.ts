/** People who had a right and lost it, each as the product takes it away. */
import { ADMIN, memberNamed, person, TEACHER, type University } from './people';
import { dataOf, type World } from './world';
import { importRoster } from './roster';

export const FORMER = {
  removedTeacher: 'oFormerTeacher',
  removedCommittee: 'oFormerCommittee',
  removedSecretary: 'oFormerSecretary',
  movedSecretary: 'oMovedSecretary',
  unbound: 'oUnbound',
  deleted: 'oDeleted',
} as const;
export type Former = keyof typeof FORMER;

const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';
const MEMBERS = [
  [FORMER.removedSecretary, person('S005', '秦前')],
  [FORMER.movedSecretary, person('S006', '莫迁')],
  [FORMER.unbound, person('S007', '谢绑')],
  [FORMER.deleted, person('S008', '单除')],
] as const;

const removeFromOffice = async ({ call }: World, { collegeId }: University): Promise<void> => {
  const offices = [
    [FORMER.removedTeacher, collegeId],
    [FORMER.removedCommittee, 'all'],
  ] as const;
  for (const [openid, scopeId] of offices) {
    const invited = { collegeId: scopeId, name: '前老师' };
    const { code } = dataOf(await call(ADMIN, 'teacher', 'inviteTeacher', invited));
    dataOf(await call(openid, 'account', 'acceptInvitation', { code, name: '前老师' }));
    dataOf(await call(openid, 'teacher', 'queue', {}));
    dataOf(await call(ADMIN, 'teacher', 'removeTeacher', { accountId: openid }));
  }
};

/** The branches' codes may be others afterwards: unbinding replaces one. */
export const addFormer = async (world: World, university: University): Promise<void> => {
  const { call } = world;
  await removeFromOffice(world, university);
  const rows = MEMBERS.map(([, row]) => row);
  const { collegeId, codes } = university;
  await importRoster(world, TEACHER, collegeId, rows);
  for (const [openid, { studentNumber, name }] of MEMBERS) {
    const inviteCode = codes[OPTICS] ?? '';
    dataOf(await call(openid, 'account', 'signIn', { studentNumber, name, inviteCode }));
  }
  const [former, moved, unbound] = MEMBERS.map(([, { name }]) => ({
    memberId: memberNamed(world, name)._id,
  }));
  if (!former || !moved || !unbound) throw new Error('they are on the roster');
  for (const secretary of [former, moved])
    dataOf(await call(TEACHER, 'teacher', 'assignSecretary', secretary));
  dataOf(await call(TEACHER, 'teacher', 'removeSecretary', former));
  const branchId = world.store.all('branches').find(({ name }) => name === MOTORS)?._id ?? '';
  dataOf(await call(TEACHER, 'teacher', 'transferMember', { ...moved, branchId }));
  dataOf(await call(TEACHER, 'teacher', 'unbindMember', { ...unbound, reason: '登记错了人' }));
  dataOf(await call(FORMER.deleted, 'graduate', 'deleteMyData', {}));
};
