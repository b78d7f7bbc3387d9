/** What the bench of a college's pages stores: a college of many, most of them done, with the counters counted. */
import { setTimeout as pause } from 'node:timers/promises';
import { recountCollege } from '../../cloudfunctions/_shared/transfers/figures/recount';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import { memberIdOf, transferIdOf } from '../../cloudfunctions/_shared/store/record-ids';
import { readRecord } from '../../cloudfunctions/_shared/store/records';
import { DAY_MS } from '../../miniprogram/domain/calendar/china-time';
import type { TransferState } from '../../miniprogram/domain/transfer/states';
import { FIRST_RULEBOOK_ID } from '../../miniprogram/rulebooks';
import type { Cloud } from '../simulate/cloud';

export const TEACHER = 'oTeacher';
export const COMMITTEE = 'oCommittee';
const SEASON = '2027';
export const COLLEGE = 'c-bench';
/** A college has so many branches whatever its size, so that the board shows as much. */
const BRANCHES = 40;
/** For each hundred transfers: who has not begun. */
const IDLE_PERCENT = 20;

interface Stood {
  readonly state: TransferState;
  readonly steps: readonly ('submit' | 'approve')[];
  /** Of a hundred. */
  readonly share: number;
}

/** With a thousand stored as with many, more wait for the college than a page of their kind holds. */
const STOOD: readonly Stood[] = [
  { state: 'draft', steps: [], share: 5 },
  { state: 'submitted', steps: ['submit'], share: 7 },
  { state: 'registered', steps: ['submit'], share: 6 },
  { state: 'refused', steps: ['submit', 'approve'], share: 6 },
  { state: 'timedOut', steps: ['submit', 'approve'], share: 6 },
  { state: 'approved', steps: ['submit', 'approve'], share: 30 },
  { state: 'completed', steps: ['submit', 'approve'], share: 40 },
];
const HUNDRED = STOOD.flatMap((stood) => Array.from({ length: stood.share }, () => stood));
/** Three and a hundred have no common part, so that each way is taken in each state. */
const WAYS = [
  ['employed', 'direct'],
  ['further-study', 'direct'],
  ['no-organisation', 'registered-residence'],
] as const;

const BY = {
  submit: { role: 'graduate', name: '' },
  approve: { role: 'teacher', name: '王芳' },
} as const;

export const branchId = (number: number): string => `b-${number % BRANCHES}`;
const numberOf = (number: number): string => `S${String(number).padStart(7, '0')}`;

const memberAt = (number: number, isStarted: boolean) => {
  const step = isStarted ? 2 : number % 3;
  return readRecord('members', {
    _id: memberIdOf(numberOf(number)),
    recordVersion: 1,
    version: 1,
    studentNumber: numberOf(number),
    name: `团员${number}`,
    collegeId: COLLEGE,
    collegeName: '学院',
    branchId: branchId(number),
    branchName: `${number % BRANCHES}团支部`,
    birthMonth: '2004-05',
    graduationMonth: '2027-06',
    hasLeaguePost: false,
    isSecretary: false,
    accountId: step === 0 ? null : `o-${number}`,
    loginConfirmedAt: step === 2 ? number + 1 : null,
    startedIn: isStarted ? SEASON : null,
  });
};

const transferAt = (number: number, now: number) => {
  const { state, steps } = HUNDRED[number % HUNDRED.length] ?? { state: 'draft', steps: [] };
  const [wayId, routeId] = WAYS[number % WAYS.length] ?? WAYS[0];
  const memberId = memberIdOf(numberOf(number));
  const isRunning = state === 'submitted' || state === 'approved';
  const first = {
    _id: transferIdOf(SEASON, memberId),
    recordVersion: 1,
    version: 3,
    seasonId: SEASON,
    rulebookId: FIRST_RULEBOOK_ID,
    memberId,
    memberName: `团员${number}`,
    studentNumber: numberOf(number),
    accountId: `o-${number}`,
    branchId: branchId(number),
    branchName: `${number % BRANCHES}团支部`,
    collegeId: COLLEGE,
    state,
    wayId,
    routeId,
    attempt: 1,
    fields: {},
    draft: {},
    screenshots: [],
    initiatedAt: isRunning ? now : null,
    deadlineAt:
      isRunning || state === 'timedOut' ? now + ((number % 15) - (isRunning ? 0 : 20)) * DAY_MS : null,
    waitingSince: now - number,
    reason: null,
    timeline: steps.map((step) => ({ at: now, step, by: BY[step], attempt: 1 })),
    past: [],
    lastSubmission: null,
    createdAt: now,
  };
  // As a migration writes it: with its place in queues.
  return readRecord('transfers', first);
};

const blank = { recordVersion: 1, version: 1 };
const place = async (cloud: Cloud, now: number): Promise<void> => {
  const deadlineAt = now + 30 * DAY_MS;
  const season = {
    ...blank,
    _id: SEASON,
    name: '2027届',
    rulebookId: FIRST_RULEBOOK_ID,
    deadlineAt,
    openedAt: now,
  };
  await cloud.insert('seasons', [season]);
  await cloud.insert('colleges', [{ ...blank, _id: COLLEGE, name: '学院', teachers: [], rosterVersion: 0 }]);
  const branches = Array.from({ length: BRANCHES }, (_, number) => ({
    ...blank,
    _id: branchId(number),
    collegeId: COLLEGE,
    name: `${number}团支部`,
    inviteCode: `CODE${number}`,
    secretaries: [],
  }));
  await cloud.insert('branches', branches);
  const account = (_id: string, role: string, scopeId: string) => ({
    ...blank,
    _id,
    name: '王芳',
    memberId: null,
    roles: [{ role, scopeId, scopeName: '学院' }],
    credits: {},
    bookedAskIds: [],
    createdAt: now,
  });
  const accounts = [account(TEACHER, 'teacher', COLLEGE), account(COMMITTEE, 'committee', 'all')];
  await cloud.insert('accounts', accounts);
};

/** Fills an empty cloud with a college of so many transfers. */
export const fillCollege = async (cloud: Cloud, ports: Ports, transfers: number): Promise<void> => {
  const now = cloud.clock.at;
  await place(cloud, now);
  const numbers = Array.from({ length: transfers }, (_, number) => number);
  const idle = Array.from({ length: (transfers * IDLE_PERCENT) / 100 }, (_, index) => transfers + index);
  await cloud.insert('members', [
    ...numbers.map((one) => memberAt(one, true)),
    ...idle.map((one) => memberAt(one, false)),
  ]);
  await cloud.insert(
    'transfers',
    numbers.map((one) => transferAt(one, now)),
  );
  // Connections that idled while so much was written close before they are used again.
  await pause(100);
  const counted = await recountCollege(ports, COLLEGE, SEASON);
  if (!counted.ok) throw new Error(`recount: ${counted.error.code}`);
};
