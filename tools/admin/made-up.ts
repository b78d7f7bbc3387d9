/** The records of whoever is made up for a review: a college, its branch, two people, and an invitation to teach there. */
import { MADE_UP_COLLEGE_ID } from '../../cloudfunctions/_shared/store/record-ids';
import type { Branch, College, Invitation, Member } from '../../cloudfunctions/_shared/store/records';
import { chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { nameKey, numberKey, placeKey } from '../../miniprogram/domain/text/keys';

const COLLEGE = '体验学院';
const BRANCH = '体验团支部';
export const BRANCH_ID = 'b-made-up';

/** A review takes some days; the command says a code again that is good for as long. */
const INVITED_MS = 30 * 24 * 60 * 60 * 1000;

type Part = 'graduate' | 'secretary';

export const MADE_UP: Readonly<Record<Part, { _id: string; name: string; studentNumber: string }>> = {
  graduate: { _id: 'm-00000000000000000000', name: '审核体验', studentNumber: 'REVIEW0001' },
  secretary: { _id: 'm-00000000000000000001', name: '审核团支书', studentNumber: 'REVIEW0002' },
};
export const PARTS = Object.keys(MADE_UP) as readonly Part[];
export const TEACHER_NAME = '审核老师';

export const madeUpCollege = (): College => ({
  _id: MADE_UP_COLLEGE_ID,
  recordVersion: 3,
  version: 1,
  name: COLLEGE,
  nameKey: placeKey(COLLEGE),
  teachers: [],
  rosterVersion: 0,
  rosterRunId: null,
});

export const madeUpBranch = (inviteCode: string): Branch => ({
  _id: BRANCH_ID,
  recordVersion: 2,
  version: 0,
  collegeId: MADE_UP_COLLEGE_ID,
  name: BRANCH,
  nameKey: placeKey(BRANCH),
  inviteCode,
  aliases: [],
  inviteImage: null,
  secretaries: [],
});

export const madeUpMember = (part: Part, now: number): Member => {
  const { _id, name, studentNumber } = MADE_UP[part];
  return {
    _id,
    recordVersion: 2,
    version: 0,
    studentNumber,
    numberKey: numberKey(studentNumber),
    name,
    nameKey: nameKey(name),
    collegeId: MADE_UP_COLLEGE_ID,
    collegeName: COLLEGE,
    branchId: BRANCH_ID,
    branchName: BRANCH,
    birthMonth: null,
    graduationMonth: `${chinaParts(now).year}-06`,
    hasLeaguePost: false,
    isSecretary: part === 'secretary',
    accountId: null,
    loginConfirmedAt: null,
    startedIn: null,
    overAgeRecordedAt: null,
  };
};

export const madeUpInvitation = (_id: string, now: number): Invitation => ({
  _id,
  recordVersion: 2,
  collegeId: MADE_UP_COLLEGE_ID,
  name: TEACHER_NAME,
  issuedAt: now,
  issuedBy: null,
  expiresAt: now + INVITED_MS,
  usedBy: null,
  usedAt: null,
  revokedAt: null,
});
