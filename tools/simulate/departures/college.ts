/** A college whose people leave: four graduates and a secretary of one branch, an empty branch, two teachers. */
import { COLLECTIONS } from '../../../cloudfunctions/_shared/store/collections';
import type { Cloud } from '../cloud';
import { loadRoster, type TeacherDesk } from '../../roster/load-roster';
import { filesIn } from '../files';
import { ADMIN_CODE } from '../ports';
import { dataOf, type Call } from './calls';

export const ADMIN = 'oSimulatedAdmin';
export const TEACHERS = ['oSimulatedWang', 'oSimulatedLi'] as const;
const BRANCH = '光电2302团支部';
export const OTHER_BRANCH = '光电2303团支部';
export const SEASON = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
export const NEXT_SEASON = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };

export interface Person {
  readonly studentNumber: string;
  readonly name: string;
  /** The WeChat they first come with. */
  readonly openid: string;
  /** What only they write, to be looked for when they are gone. */
  readonly note: string;
}

const NAMES = ['周敏敏', '林小雨', '陈晨晨', '吴昊昊', '高思远'];

export const PEOPLE: readonly Person[] = NAMES.map((name, number) => ({
  studentNumber: `S00${number}`,
  name,
  openid: `oSimulatedPerson${number}`,
  note: `私下说一句第${number}号`,
}));
export const [SECRETARY, ...GRADUATES] = PEOPLE as [Person, ...Person[]];

const rowOf = ({ studentNumber, name }: Person, branchName: string) => ({
  studentNumber,
  name,
  branchName,
  graduationMonth: '2027-06',
});
const rosterOf = () =>
  PEOPLE.map((person) => ({ ...rowOf(person, BRANCH), isSecretary: person === SECRETARY }));

const hire = async (call: Call, openid: string, collegeId: string): Promise<void> => {
  const { code } = dataOf(await call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: openid }));
  dataOf(await call(openid, 'account', 'acceptInvitation', { code, name: openid }));
};

const found = async (cloud: Cloud, call: Call): Promise<void> => {
  dataOf(await call(ADMIN, 'account', 'claimAdministrator', { code: ADMIN_CODE, name: '校团委' }));
  dataOf(await call(ADMIN, 'teacher', 'openSeason', SEASON));
  const { collegeId } = dataOf(await call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' }));
  for (const openid of TEACHERS) await hire(call, openid, collegeId);
  const spare = { ...rowOf(SECRETARY, OTHER_BRANCH), studentNumber: 'S900', name: '留下来' };
  const [teacher] = TEACHERS;
  const desk: TeacherDesk = {
    call: async (action, payload) => dataOf(await call(teacher, 'teacher', action, payload)),
    upload: filesIn(cloud.stored).upload,
  };
  const branches = await loadRoster(desk, collegeId, [...rosterOf(), spare]);
  const inviteCode = branches.find(({ name }) => name === BRANCH)?.inviteCode ?? '';
  for (const { openid, studentNumber, name } of PEOPLE)
    dataOf(await call(openid, 'account', 'signIn', { studentNumber, name, inviteCode }));
};

type Documents = ReadonlyMap<string, readonly object[]>;
let founded: { readonly at: number; readonly documents: Documents } | undefined;

const documentsOf = async (cloud: Cloud): Promise<Documents> => {
  const all = new Map<string, readonly object[]>();
  for (const { name } of COLLECTIONS) all.set(name, (await cloud.all(name)) as object[]);
  return all;
};

/** Founds it once in a process; after that its documents are put back into the empty cloud. */
export const openCollege = async (cloud: Cloud, call: Call, startAt: number): Promise<void> => {
  cloud.clock.at = startAt;
  if (founded?.at !== startAt) {
    await found(cloud, call);
    founded = { at: startAt, documents: await documentsOf(cloud) };
    return;
  }
  for (const [name, documents] of founded.documents)
    if (documents.length > 0) await cloud.insert(name, documents);
};
