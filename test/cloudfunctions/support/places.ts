/** One graduate with everything a call can name, at each distance from who calls. */
import { addFormer } from './former';
import {
  ADMIN,
  CLASSMATE,
  employedSubmission,
  choose,
  foundUniversity,
  GRADUATE,
  OTHER_TEACHER,
  person,
  signInAll,
  TEACHER,
} from './people';
import { dataOf, type World } from './world';
import { importRoster } from './roster';

export const PLACES = ['own', 'otherBranch', 'otherCollege'] as const;
export type Place = (typeof PLACES)[number];

export interface Target {
  readonly openid: string;
  readonly memberId: string;
  readonly branchId: string;
  readonly collegeId: string;
  readonly transferId: string;
  readonly version: number;
  readonly name: string;
  /** Of a request for a reset code that has its code, and one that waits. */
  readonly issuedId: string;
  readonly waitingId: string;
  readonly screenshot: string;
  readonly runId: string;
  readonly reconcileId: string;
  readonly correctionId: string;
  readonly exportId: string;
  readonly rosterFile: string;
  readonly deadNoticeId: string;
  readonly teacherId: string;
  readonly invitationId: string;
}

const PEOPLE = {
  own: {
    openid: GRADUATE,
    studentNumber: 'S002',
    name: '林小雨',
    waitingNumber: 'S003',
    waitingOpenid: CLASSMATE,
  },
  otherBranch: {
    openid: 'oMotorist',
    studentNumber: 'S011',
    name: '钱进',
    waitingNumber: 'S012',
    waitingOpenid: 'oMotorist2',
  },
  otherCollege: {
    openid: 'oManager',
    studentNumber: 'S021',
    name: '孙文',
    waitingNumber: 'S022',
    waitingOpenid: 'oManager2',
  },
} as const satisfies Record<Place, object>;

const MORE = [
  person('S011', '钱进', { branchName: '机械2301团支部' }),
  person('S012', '钱多', { branchName: '机械2301团支部' }),
];
const OTHERS = [
  person('S021', '孙文', { branchName: '工商2301团支部' }),
  person('S022', '孙武', { branchName: '工商2301团支部' }),
  person('S023', '孙权', { branchName: '工商2301团支部', isSecretary: true }),
];

const ask = async ({ call }: World, openid: string): Promise<string> =>
  dataOf(await call(openid, 'graduate', 'requestResetCode', {})).resetRequest.id;

const runOf = async (world: World, teacher: string, collegeId: string): Promise<string> => {
  const { folder } = dataOf(await world.call(teacher, 'teacher', 'rosterFolder', {}));
  const csv = '学号,姓名,团支部,毕业年月\nS900,新人,新支部,2027-06\n';
  const fileId = await world.ports.files.upload(`${folder}/a.csv`, Buffer.from(csv));
  return dataOf(await world.call(teacher, 'teacher', 'rosterUpload', { fileId, collegeId })).run.id;
};

const reconcileOf = async (
  world: World,
  teacher: string,
  collegeId: string,
  text: string,
): Promise<string> => {
  const list = { collegeId, kind: 'members', from: { source: 'paste', text } } as const;
  return dataOf(await world.call(teacher, 'teacher', 'reconcileRead', list)).run.id;
};

/** A notice given up, as the timer leaves it. */
const bury = async ({ store }: World, memberId: string): Promise<string> => {
  const notice = store.all('notices').find(({ aboutId }) => aboutId === memberId);
  if (!notice) throw new Error('everybody is reminded of something');
  await store.transact(async (tx) => {
    tx.put('notices', { ...notice, status: 'dead', notAfter: null, settledAt: 1 });
    return { ok: true, data: undefined };
  });
  return notice._id;
};

/** Parents to ask after, whatever the way: only who may look is of interest here. */
const addContact = async ({ store, ports }: World, transferId: string): Promise<void> => {
  const contact = JSON.stringify({ name: '林建国', phone: '13800138000' });
  await store.transact(async (tx) => {
    const transfer = await tx.get('transfers', transferId);
    const parentContactSealed = ports.cipher.seal(contact, transferId);
    if (transfer) tx.put('transfers', { ...transfer, fields: { ...transfer.fields, parentContactSealed } });
    return { ok: true, data: undefined };
  });
};

/** One that nobody has used yet. */
const invitationTo = async ({ call, store }: World, collegeId: string): Promise<string> => {
  dataOf(await call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '新老师' }));
  return store.all('invitations').at(-1)?._id ?? '';
};

const targetAt = async (world: World, place: Place, teacher: string): Promise<Target> => {
  const { openid, waitingOpenid, name } = PEOPLE[place];
  const member = world.store.all('members').find(({ accountId }) => accountId === openid);
  if (!member) throw new Error(`nobody is at ${place}`);
  const issuedId = await ask(world, openid);
  const { version } = await choose(world, openid);
  const submission = await employedSubmission(world, openid, version);
  const { transfer } = dataOf(await world.call(openid, 'graduate', 'submit', submission));
  await addContact(world, transfer.id);
  const { collegeId } = member;
  const { folder } = dataOf(await world.call(teacher, 'teacher', 'rosterFolder', {}));
  const csv = Buffer.from('学号,姓名,团支部,毕业年月\nS901,新人,新支部,2027-06\n');
  const job = dataOf(await world.call(teacher, 'teacher', 'startExport', { kind: 'submissions' }));
  return {
    openid,
    memberId: member._id,
    branchId: member.branchId,
    collegeId,
    name,
    transferId: transfer.id,
    version: transfer.version,
    issuedId,
    waitingId: await ask(world, waitingOpenid),
    screenshot: submission.screenshots[0] ?? '',
    runId: await runOf(world, teacher, collegeId),
    reconcileId: await reconcileOf(world, teacher, collegeId, name),
    correctionId: await correctionOf(world, teacher, collegeId),
    exportId: job.export.id,
    rosterFile: await world.ports.files.upload(`${folder}/${place}.csv`, csv),
    deadNoticeId: await bury(world, member._id),
    teacherId: teacher,
    invitationId: await invitationTo(world, collegeId),
  };
};

/** An empty branch that was removed: it can be brought back. */
const correctionOf = async ({ call, store }: World, teacher: string, collegeId: string): Promise<string> => {
  const [like] = store.all('branches').filter((branch) => branch.collegeId === collegeId);
  if (!like) throw new Error('the college has no branch');
  const empty = { ...like, _id: `b-empty-${collegeId.slice(2)}`, name: '没有人的团支部', secretaries: [] };
  await store.insertMissing('branches', [{ ...empty, nameKey: '没有人的' }]);
  dataOf(await call(teacher, 'teacher', 'removeBranch', { branchId: empty._id }));
  const { corrections } = dataOf(await call(teacher, 'teacher', 'corrections', { collegeId }));
  return corrections[0]?.id ?? '';
};

/** A university with somebody at every place; the issued codes are given by whoever may. */
export const foundPlaces = async (world: World): Promise<Readonly<Record<Place, Target>>> => {
  const { call } = world;
  const university = await foundUniversity(world);
  await signInAll(world, university);
  const { collegeId, otherCollegeId } = university;
  const more = await importRoster(world, TEACHER, collegeId, MORE);
  const others = await importRoster(world, OTHER_TEACHER, otherCollegeId, OTHERS);
  const codes = new Map([...more, ...others].map(({ name, inviteCode }) => [name, inviteCode]));
  for (const row of [...MORE, ...OTHERS]) {
    const { studentNumber, name, branchName } = row;
    const openid =
      Object.values(PEOPLE).flatMap((one) =>
        one.studentNumber === studentNumber
          ? one.openid
          : one.waitingNumber === studentNumber
            ? one.waitingOpenid
            : [],
      )[0] ?? 'oManagerSecretary';
    const inviteCode = codes.get(branchName) ?? university.codes[branchName] ?? '';
    dataOf(await call(openid, 'account', 'signIn', { studentNumber, name, inviteCode }));
  }
  const places = {
    own: await targetAt(world, 'own', TEACHER),
    otherBranch: await targetAt(world, 'otherBranch', TEACHER),
    otherCollege: await targetAt(world, 'otherCollege', OTHER_TEACHER),
  };
  await addFormer(world, university);
  return places;
};
