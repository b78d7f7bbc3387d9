/** The records of two small colleges: one with a secretary and a teacher, and its neighbour, where no staff has signed in. */
import { ALL_COLLEGES } from '../../cloudfunctions/_shared/kernel/actor';
import type { CollegeCaller } from '../../cloudfunctions/_shared/calls/identity';
import { transferIdOf } from '../../cloudfunctions/_shared/store/record-ids';
import {
  readRecord,
  type Account,
  type Member,
  type ResetRequest,
  type Transfer,
} from '../../cloudfunctions/_shared/store/records';
import { rulebookNamed } from '../../cloudfunctions/_shared/season/season';
import { seasonDeadlineOf } from '../../miniprogram/domain/rules/deadline';
import { HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { FIRST_RULEBOOK_ID } from '../../miniprogram/rulebooks';

const SEASON = { id: '2027', rulebookId: FIRST_RULEBOOK_ID };
const RULEBOOK = rulebookNamed(SEASON.rulebookId);

/** The season everybody begins in, as the committee opens it. */
export const OPEN_SEASON: object = {
  _id: SEASON.id,
  recordVersion: 5,
  name: '2027届毕业季',
  rulebookId: SEASON.rulebookId,
  deadlineAt: seasonDeadlineOf(RULEBOOK, 2027),
  openedAt: 0,
  version: 1,
  colleges: [],
};

export const TEACHER = 'oTeacher';
export const SECRETARY = 'oSecretary';

const named = (accountId: string) => [{ accountId, name: accountId }];

interface Place {
  readonly collegeId: string;
  readonly collegeName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly teachers: readonly { accountId: string; name: string }[];
  readonly secretaries: Place['teachers'];
}

export const COLLEGE: Place = {
  collegeId: 'c-simulated',
  collegeName: '模拟学院',
  branchId: 'b-simulated',
  branchName: '模拟团支部',
  teachers: named(TEACHER),
  secretaries: named(SECRETARY),
};

/** Whatever one of the two sets for its people must not reach the other's. */
export const NEIGHBOUR: Place = {
  collegeId: 'c-neighbour',
  collegeName: '隔壁学院',
  branchId: 'b-neighbour',
  branchName: '隔壁团支部',
  teachers: [],
  secretaries: [],
};

export const graduateOf = (number: number): string => `oGraduate${number}`;

export const transferOf = ({ _id }: Pick<Member, '_id'>): string => transferIdOf(SEASON.id, _id);

export const collegeOf = ({ collegeId, collegeName, teachers }: Place, robotKeySealed?: string): object => ({
  _id: collegeId,
  recordVersion: 1,
  version: 1,
  name: collegeName,
  teachers,
  ...(robotKeySealed === undefined ? {} : { robotKeySealed }),
});

export const branchOf = ({ collegeId, branchId, branchName, secretaries }: Place): object => ({
  _id: branchId,
  recordVersion: 1,
  version: 1,
  collegeId,
  name: branchName,
  inviteCode: branchId,
  secretaries,
});

export const accountOf = (openid: string, memberId: string | null, credits: Account['credits']): Account => ({
  _id: openid,
  recordVersion: 1,
  version: 0,
  name: openid,
  memberId,
  roles: [],
  credits,
  bookedAskIds: [],
  createdAt: 0,
});

const NO_CREDITS: Account['credits'] = { progress: 0, deadline: 0, code: 0, task: 0 };

/** Who changes the season for everybody. */
export const COMMITTEE: CollegeCaller = {
  account: accountOf('oCommittee', null, NO_CREDITS),
  role: 'committee',
  scopeId: ALL_COLLEGES,
  scopeName: '校团委',
};

/** Who changes it for one college. */
export const teacherOf = ({ collegeId, collegeName }: Place): CollegeCaller => ({
  account: accountOf(TEACHER, null, NO_CREDITS),
  role: 'teacher',
  scopeId: collegeId,
  scopeName: collegeName,
});

export const memberOf = (number: number, { collegeId, collegeName, branchId, branchName }: Place): Member =>
  readRecord('members', {
    _id: `m-${number}`,
    recordVersion: 1,
    version: 0,
    studentNumber: String(number),
    name: `团员${number}`,
    collegeId,
    collegeName,
    branchId,
    branchName,
    birthMonth: null,
    graduationMonth: '2027-06',
    hasLeaguePost: false,
    isSecretary: false,
    accountId: graduateOf(number),
    loginConfirmedAt: null,
    startedIn: null,
  });

const ownerOf = (member: Member) => ({
  memberId: member._id,
  memberName: member.name,
  accountId: member.accountId ?? '',
  branchId: member.branchId,
  branchName: member.branchName,
  collegeId: member.collegeId,
  rulebookId: RULEBOOK.id,
});

export const draftOf = (member: Member, deadlineAt: number, now: number): Transfer =>
  readRecord('transfers', {
    ...ownerOf(member),
    _id: transferOf(member),
    recordVersion: 1,
    version: 1,
    seasonId: SEASON.id,
    state: 'draft',
    wayId: 'employed',
    routeId: 'direct',
    attempt: 0,
    fields: {},
    draft: {},
    screenshots: [],
    initiatedAt: null,
    deadlineAt,
    waitingSince: now,
    reason: null,
    timeline: [],
    past: [],
    lastSubmission: null,
    createdAt: now,
  });

export const requestOf = (member: Member, now: number): ResetRequest => ({
  ...ownerOf(member),
  _id: `r-${member._id.slice(2)}-1`,
  recordVersion: 1,
  version: 1,
  state: 'waiting',
  handler: { role: 'secretary', name: '团支书' },
  note: null,
  escalationReason: null,
  requestedAt: now,
  escalatesAt: now + RULEBOOK.escalateAfterHours * HOUR_MS,
  escalatedAt: null,
  issuedAt: null,
  expiresAt: null,
  revealedAt: null,
  codeSealed: null,
});
