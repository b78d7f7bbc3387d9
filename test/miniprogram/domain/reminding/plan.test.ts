import type { TransferState, TransferStep } from '../../../../miniprogram/domain/transfer/states';
import { planFor } from '../../../../miniprogram/domain/reminding/plan';
import { at } from '../deadline-table';
import { DEADLINE, INITIATED, lines, plan, rulebook } from '../planned';

test('a submission tells the teacher at once and plans 7, 3, 1 days before the deadline’s date and the time-out', () => {
  expect(lines(plan('submit', 'submitted').plan)).toEqual([
    ['t:1:approval-waiting', 'teacher', '2026-06-03T10:20', undefined],
    ['t:1:deadline-near-7', 'graduate', '2026-06-11T09:00', 7],
    ['t:1:deadline-near-3', 'graduate', '2026-06-15T09:00', 3],
    ['t:1:deadline-near-1', 'graduate', '2026-06-17T09:00', 1],
    ['t:1:timed-out', 'graduate', '2026-06-18T10:20', undefined],
  ]);
});

test.each([
  ['2026-06-11T09:00:00+08:00', ['t:1:deadline-near-3', 't:1:deadline-near-1']],
  ['2026-06-17T08:59:59+08:00', ['t:1:deadline-near-1']],
  // none of the three is left: one goes at the next full hour
  ['2026-06-17T09:00:00+08:00', ['t:1:deadline-near-1']],
  ['2026-06-17T21:30:00+08:00', ['t:1:deadline-near-0']],
  ['2026-06-18T07:10:00+08:00', ['t:1:deadline-near-0']],
  // and none at all where that hour comes after the deadline
  ['2026-06-18T09:30:00+08:00', ['t:1:deadline-near-0']],
  ['2026-06-18T10:05:00+08:00', []],
])('submitted here at %s, the reminders left are %j', (now, ids) => {
  const reminders = plan('submit', 'submitted', { now: at(now) }).plan.filter(
    ({ kind }) => kind === 'deadline-near',
  );
  expect(reminders.map(({ id }) => id)).toEqual(ids);
});

test('a reminder on the last day itself is dropped where its hour comes after the deadline', () => {
  const days = { ...rulebook, reminderDays: [7, 0] };
  const ids = (deadline: string) =>
    planFor({
      ...{
        transferId: 't',
        attempt: 1,
        state: 'submitted',
        step: 'submit',
        actor: 'graduate',
        rulebook: days,
      },
      ...{ deadlineAt: at(deadline), now: INITIATED },
    } as const).plan.map(({ id }) => id);
  expect(ids('2026-06-18T09:30:00+08:00')).toContain('t:1:deadline-near-0');
  expect(ids('2026-06-18T08:30:00+08:00')).not.toContain('t:1:deadline-near-0');
});

test('a late reminder keeps out of the quiet hours', () => {
  const { plan: planned } = plan('submit', 'submitted', { now: at('2026-06-17T21:30:00+08:00') });
  expect(lines(planned)).toContainEqual(['t:1:deadline-near-0', 'graduate', '2026-06-18T08:00', 0]);
});

test('a time-out at night is told in the morning', () => {
  const deadlineAt = at('2026-06-18T23:30:00+08:00');
  const { plan: planned } = plan('submit', 'submitted', { deadlineAt });
  expect(lines(planned)).toContainEqual(['t:1:timed-out', 'graduate', '2026-06-19T08:00', undefined]);
});

test('a route without a clock plans no reminder', () => {
  expect(plan('submit', 'submitted', { deadlineAt: null }).plan.map(({ id }) => id)).toEqual([
    't:1:approval-waiting',
  ]);
  expect(plan('register', 'registered', { deadlineAt: null }).plan.map(({ id }) => id)).toEqual([
    't:1:registration-waiting',
  ]);
});

const CLOCK = [7, 6, 3, 2, 1, 0].map((day) => `t:1:deadline-near-${day}`);

test.each([
  ['approve', 'approved', ['t:1:approved'], ['t:1:approval-waiting']],
  [
    'return',
    'returned',
    ['t:1:returned'],
    ['t:1:approval-waiting', 't:1:registration-waiting', ...CLOCK, 't:1:timed-out'],
  ],
  [
    'withdraw',
    'withdrawn',
    [],
    ['t:1:approval-waiting', 't:1:approved', 't:1:registration-waiting', ...CLOCK, 't:1:timed-out'],
  ],
  [
    'report-refused',
    'refused',
    ['t:1:refused', 't:1:refusal-waiting'],
    ['t:1:approval-waiting', 't:1:approved', ...CLOCK, 't:1:timed-out'],
  ],
  [
    'report-accepted',
    'accepted',
    ['t:1:accepted'],
    ['t:1:approval-waiting', 't:1:approved', ...CLOCK, 't:1:timed-out'],
  ],
  // the notice of the time-out itself was planned when the clock started, and stays
  ['time-out', 'timedOut', [], ['t:1:approved', ...CLOCK]],
  ['report-returned', 'lapsed', ['t:1:returned'], ['t:1:approval-waiting', ...CLOCK, 't:1:timed-out']],
  ['record', 'recorded', ['t:1:recorded'], ['t:1:registration-waiting']],
  ['complete', 'completed', [], ['t:1:accepted']],
  ['reopen', 'returned', ['t:1:returned'], ['t:1:recorded']],
  ['choose-way', 'draft', [], ['t:1:returned', 't:1:refused', 't:1:refusal-waiting', 't:1:recorded']],
] as const)(
  '%s, leading to %s, plans what is true now and cancels what is not',
  (step, state, planned, cancelled) => {
    const result = plan(step, state);
    expect(result.plan.map(({ id }) => id)).toEqual(planned);
    expect([...result.cancel].sort()).toEqual([...cancelled].sort());
  },
);

test('a new attempt has ids of its own and ends the notices of the one before', () => {
  const { plan: planned, cancel } = plan('submit', 'submitted', { attempt: 2 });
  for (const { id } of planned) expect(id).toMatch(/^t:2:/);
  expect(cancel).toEqual(['t:1:returned', 't:1:refused', 't:1:refusal-waiting']);
});

test('what the graduate reports is no news to the graduate, but the college hears of a refusal', () => {
  expect(plan('report-accepted', 'accepted', { actor: 'graduate' }).plan).toEqual([]);
  expect(plan('report-returned', 'returned', { actor: 'graduate' }).plan).toEqual([]);
  expect(
    plan('report-refused', 'refused', { actor: 'graduate' }).plan.map(({ audience }) => audience),
  ).toEqual(['graduate', 'teacher']);
});

describe('the season', () => {
  const season = { seasonId: 's26', memberId: 'm', deadlineAt: at('2026-06-30T23:59:59.999+08:00') };
  const withSeason = (step: TransferStep, state: TransferState) =>
    planFor({
      transferId: 't',
      attempt: 1,
      state,
      step,
      actor: 'graduate',
      deadlineAt: DEADLINE,
      now: INITIATED,
      rulebook,
      season,
    });

  test('reminds those who have nothing under way 14, 7, 3 and 1 days before', () => {
    expect(lines(withSeason('choose-way', 'draft').plan)).toEqual([
      ['s26:m:season-near-14', 'graduate', '2026-06-16T09:00', 14],
      ['s26:m:season-near-7', 'graduate', '2026-06-23T09:00', 7],
      ['s26:m:season-near-3', 'graduate', '2026-06-27T09:00', 3],
      ['s26:m:season-near-1', 'graduate', '2026-06-29T09:00', 1],
    ]);
  });

  test('leaves those alone who have submitted', () => {
    const { plan: planned, cancel } = withSeason('submit', 'submitted');
    expect(planned.filter(({ kind }) => kind === 'season-near')).toEqual([]);
    expect(cancel).toEqual(expect.arrayContaining(['s26:m:season-near-14', 's26:m:season-near-1']));
  });
});
