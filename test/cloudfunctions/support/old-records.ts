/** As the first release stored them. */
export const OLD_TRANSFER = {
  _id: 't-2027-0123456789abcdef0123',
  recordVersion: 1,
  version: 2,
  seasonId: '2027',
  rulebookId: 'usst-2020',
  memberId: 'm-0123456789abcdef0123',
  memberName: '林小雨',
  accountId: 'oGraduate',
  branchId: 'b-1',
  branchName: '光电2302团支部',
  collegeId: 'c-1',
  state: 'submitted',
  wayId: 'employed',
  routeId: 'direct',
  attempt: 1,
  fields: { organisation: '共青团上海示例科技有限公司支部委员会', initiatedAt: Date.UTC(2027, 4, 10, 2) },
  draft: {},
  screenshots: [],
  initiatedAt: Date.UTC(2027, 4, 10, 2),
  deadlineAt: Date.UTC(2027, 4, 25, 2),
  waitingSince: Date.UTC(2027, 4, 10, 2),
  reason: null,
  timeline: [
    { at: Date.UTC(2027, 4, 10, 2), step: 'submit', by: { role: 'graduate', name: '林小雨' }, attempt: 1 },
  ],
  past: [],
  lastSubmission: null,
  createdAt: Date.UTC(2027, 4, 10, 1),
};

export const OLD_AUDIT = {
  _id: `${OLD_TRANSFER._id}:2:submit`,
  recordVersion: 1,
  at: Date.UTC(2027, 4, 10, 2),
  subjectId: OLD_TRANSFER._id,
  action: 'submit',
  actor: { role: 'graduate', accountId: 'oGraduate' },
  facts: { from: 'draft', to: 'submitted', attempt: 1 },
};

export const OLD_SEASON = {
  _id: '2027',
  recordVersion: 1,
  name: '2027届毕业季',
  rulebookId: 'usst-2020',
  deadlineAt: Date.UTC(2027, 5, 30, 15, 59, 59, 999),
  openedAt: Date.UTC(2027, 2, 1, 2),
};

export const OLD_TALLY = {
  _id: '2027:c-1:0',
  recordVersion: 1,
  version: 4,
  seasonId: '2027',
  collegeId: 'c-1',
  shard: 0,
  cells: { 'b-1|submitted|employed': 3, 'b-2|accepted|study-abroad': 1 },
  deadlines: { d20963: 3 },
  submitted: { d20948: 3, d20949: 1 },
  arrived: { d20950: 1 },
};

export const OLD_COLLEGE = {
  _id: 'c-1',
  recordVersion: 1,
  version: 1,
  name: '光电学院',
  teachers: [],
  rosterVersion: 2,
  rosterRunId: null,
  branchSizes: { rosterVersion: 2, counts: { 'b-1': 12 } },
};
