/**
 * What a bench of reminders stores: a thousand people whose reminder is due, each with transfer, account and line on the
 * roster, among many notices that are over or still to come.
 */
import { unsent } from '../../cloudfunctions/_shared/notices/notice-of';
import { readRecord, type Notice } from '../../cloudfunctions/_shared/store/records';
import { FIRST_RULEBOOK_ID } from '../../miniprogram/rulebooks';
import { chinaDay, DAY_MS } from '../../miniprogram/domain/calendar/china-time';
import type { Cloud } from '../simulate/cloud';

export const DUE = 1000;
export const personOf = (number: number): string => `oPerson${number}x`;

/** Every tenth has a credit in the ledger that WeChat no longer knows. */
export const isRefused = (number: number): boolean => number % 10 === 0;
/** Every hundredth send gets no answer. */
export const isSilent = (number: number): boolean => number % 100 === 5;

/** As our timer names the reminder three days before a deadline. */
export const reminderIdOf = (number: number, now: number): string =>
  `t-2027-${number}:1:deadline-near-3:${chinaDay(now) + 3}`;

/** As it is stored ahead for a timer that does not make it itself. */
export const noticeOf = (number: number, dueAt: number): Notice => ({
  _id: reminderIdOf(number, dueAt),
  recordVersion: 2,
  planId: reminderIdOf(number, dueAt),
  aboutId: `m-${number}`,
  kind: 'deadline-near',
  template: 'deadline',
  audience: 'graduate',
  rulebookId: FIRST_RULEBOOK_ID,
  days: 3,
  title: '还剩 3 天，对方还没接收',
  text: '现在就请对方在智慧团建接收。',
  page: 'pages/track/track',
  fields: {
    about: '还剩 3 天，对方还没接收',
    at: '2027年6月10日 10:00',
    consequence: '没处理会自动转入申请的组织',
    next: '请对方在智慧团建接收',
  },
  dueAt,
  notAfter: dueAt + 3 * DAY_MS,
  ...unsent(dueAt),
  accountId: personOf(number),
  channel: 'subscribe',
  collegeId: 'c-bench',
});

const accountOf = (number: number) => ({
  _id: personOf(number),
  recordVersion: 1,
  version: 0,
  name: `团员${number}`,
  memberId: `m-${number}`,
  roles: [],
  credits: { progress: 0, deadline: 1, code: 0, task: 0 },
  bookedAskIds: [],
  createdAt: 0,
});

const transferOf = (number: number, now: number) =>
  readRecord('transfers', {
    _id: `t-2027-${number}`,
    recordVersion: 1,
    version: 1,
    seasonId: '2027',
    rulebookId: FIRST_RULEBOOK_ID,
    memberId: `m-${number}`,
    memberName: `团员${number}`,
    accountId: personOf(number),
    branchId: 'b-bench',
    branchName: '团支部',
    collegeId: 'c-bench',
    state: 'approved',
    wayId: 'employed',
    routeId: 'direct',
    attempt: 1,
    fields: {},
    draft: {},
    screenshots: [],
    initiatedAt: now - 12 * DAY_MS,
    deadlineAt: now + 3 * DAY_MS,
    waitingSince: now - 10 * DAY_MS,
    reason: null,
    timeline: [],
    past: [],
    lastSubmission: null,
    createdAt: now,
  });

const memberOf = (number: number) =>
  readRecord('members', {
    _id: `m-${number}`,
    recordVersion: 1,
    version: 1,
    studentNumber: String(number),
    name: `团员${number}`,
    collegeId: 'c-bench',
    collegeName: '学院',
    branchId: 'b-bench',
    branchName: '团支部',
    birthMonth: null,
    graduationMonth: '2027-06',
    hasLeaguePost: false,
    isSecretary: false,
    accountId: personOf(number),
    loginConfirmedAt: null,
    startedIn: '2027',
  });

/**
 * Fills an empty cloud up to `stored` notices; half of the rest is long sent, half is still to come. Those that are due
 * are stored for a timer that wants them `ahead`.
 */
export const fill = async (
  cloud: Cloud,
  { stored, faulty, ahead }: { stored: number; faulty: boolean; ahead: boolean },
): Promise<void> => {
  const now = cloud.clock.at;
  const due = Array.from({ length: DUE }, (_, number) => number);
  if (ahead)
    await cloud.insert(
      'notices',
      due.map((number) => noticeOf(number, now)),
    );
  await cloud.insert('members', due.map(memberOf));
  await cloud.insert('accounts', due.map(accountOf));
  await cloud.insert(
    'transfers',
    due.map((number) => transferOf(number, now)),
  );
  const rest = Array.from({ length: stored - DUE }, (_, index): Notice => {
    const number = DUE + index;
    if (index % 2 === 0) return noticeOf(number, now + DAY_MS);
    return { ...noticeOf(number, now - 30 * DAY_MS), status: 'sent', settledAt: now - 30 * DAY_MS };
  });
  await cloud.insert('notices', rest);
  for (const number of due) {
    cloud.wechat.addUser(personOf(number));
    if (faulty && isRefused(number)) continue;
    // One more than the ledger knows, so that a second send would arrive and be seen.
    for (let taps = 0; taps < 2; taps += 1) cloud.wechat.addCredit(personOf(number), 'tmpl-deadline');
  }
};
