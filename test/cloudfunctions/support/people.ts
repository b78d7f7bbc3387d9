/** A believable university: two colleges, the first with two branches. */
import type { WayId, RouteId } from '../../../miniprogram/domain/rules/ways';
import { PICTURE } from './picture';
import { importRoster } from './roster';
import { ADMIN_CODE, createWorld, dataOf, type World } from './world';

export const ADMIN = 'oAdmin';
export const TEACHER = 'oTeacher';
export const OTHER_TEACHER = 'oOtherTeacher';
export const SECRETARY = 'oSecretary';
export const OTHER_SECRETARY = 'oOtherSecretary';
export const GRADUATE = 'oGraduate';
export const CLASSMATE = 'oClassmate';

const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';

export const person = (studentNumber: string, name: string, more: object = {}) => ({
  studentNumber,
  name,
  branchName: OPTICS,
  graduationMonth: '2027-06',
  ...more,
});

export const ROSTER = [
  person('S001', '周敏', { isSecretary: true }),
  person('S002', '林小雨', { birthMonth: '2004-03' }),
  person('S003', '陈晨'),
  person('S004', '吴昊', { isSecretary: true, branchName: MOTORS }),
];

export interface University {
  readonly collegeId: string;
  readonly otherCollegeId: string;
  /** Invite codes by branch name. */
  readonly codes: Readonly<Record<string, string>>;
}

export const hireTeacher = async ({ call }: World, openid: string, collegeId: string, name: string) => {
  const { code } = dataOf(await call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name }));
  dataOf(await call(openid, 'account', 'acceptInvitation', { code, name }));
};

/** As if the roster had come long ago: its file and its dry run are forgotten after two days. */
const forgetFile = async ({ store, removedFiles }: World): Promise<void> => {
  for (const collection of ['rosterParts', 'rosterRuns'] as const)
    await store.removeAll(
      collection,
      store.all(collection).map(({ _id }) => _id),
    );
  removedFiles.length = 0;
};

export const foundUniversity = async (world: World): Promise<University> => {
  const { call } = world;
  dataOf(await call(ADMIN, 'account', 'claimAdministrator', { code: ADMIN_CODE, name: '校团委' }));
  const season = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
  dataOf(await call(ADMIN, 'teacher', 'openSeason', season));
  const { collegeId } = dataOf(await call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' }));
  const other = dataOf(await call(ADMIN, 'teacher', 'createCollege', { name: '管理学院' }));
  await hireTeacher(world, TEACHER, collegeId, '王芳');
  await hireTeacher(world, OTHER_TEACHER, other.collegeId, '李强');
  const branches = await importRoster(world, TEACHER, collegeId, ROSTER);
  await forgetFile(world);
  const codes = Object.fromEntries(branches.map(({ name, inviteCode }) => [name, inviteCode]));
  return { collegeId, otherCollegeId: other.collegeId, codes };
};

const SIGN_INS = [
  [SECRETARY, 'S001', '周敏', OPTICS],
  [GRADUATE, 'S002', '林小雨', OPTICS],
  [CLASSMATE, 'S003', '陈晨', OPTICS],
  [OTHER_SECRETARY, 'S004', '吴昊', MOTORS],
] as const;

export const signInAll = async ({ call }: World, { codes }: University): Promise<void> => {
  for (const [openid, studentNumber, name, branch] of SIGN_INS) {
    const inviteCode = codes[branch] ?? '';
    dataOf(await call(openid, 'account', 'signIn', { studentNumber, name, inviteCode }));
  }
};

let opened: { readonly state: ReturnType<World['state']>; readonly university: University } | undefined;

/** A world of its own, its university founded and everybody signed in: by calls once in a test file, then as those left it. */
export const openUniversity = async (): Promise<{ world: World; university: University }> => {
  const world = createWorld();
  if (opened) {
    world.beginWith(opened.state);
    return { world, university: opened.university };
  }
  const university = await foundUniversity(world);
  await signInAll(world, university);
  opened = { state: world.state(), university };
  return { world, university };
};

export const memberNamed = ({ store }: World, name: string) => {
  const found = store.all('members').find((member) => member.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

export const giveCredits = async ({ call }: World, openid: string, sheets: number): Promise<void> => {
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const payload = { askId: `sheet-${sheet}`, accepted: ['progress', 'deadline', 'code', 'task'] as const };
    dataOf(await call(openid, 'account', 'addCredits', { ...payload, accepted: [...payload.accepted] }));
  }
};

export const REGION = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };

export const folderOf = async ({ call }: World, openid: string): Promise<string> =>
  dataOf(await call(openid, 'graduate', 'uploadFolder', {})).folder;

/** Uploads a picture as a phone does; its file id. */
export const uploadPicture = async (world: World, openid: string, name = '1.png', bytes: Buffer = PICTURE) =>
  world.ports.files.upload(`${await folderOf(world, openid)}/${name}`, bytes);

/** A submission of the employed way that is right in every field. */
export const employedSubmission = async (world: World, openid: string, version: number) => ({
  version,
  fields: {
    region: REGION,
    organisation: '共青团上海示例科技有限公司支部委员会',
    initiatedAt: world.world.now - 3_600_000,
  },
  screenshots: [await uploadPicture(world, openid)],
});

export const choose = async (
  { call }: World,
  openid: string,
  wayId: WayId = 'employed',
  routeId: RouteId = 'direct',
  version: number | null = null,
) => dataOf(await call(openid, 'graduate', 'chooseWay', { wayId, routeId, version })).transfer;

/** Brings a graduate to `submitted` on the employed way. */
export const submitEmployed = async (world: World, openid: string) => {
  const { version } = await choose(world, openid);
  const submission = await employedSubmission(world, openid, version);
  return dataOf(await world.call(openid, 'graduate', 'submit', submission)).transfer;
};
