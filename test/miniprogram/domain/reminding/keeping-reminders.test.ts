/** While the school keeps a relation: which days bring a reminder, whatever else may stand there. */
import { DAY_MS, formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import { keepingReminders } from '../../../../miniprogram/domain/reminding/keeping-reminders';
import { dueReminders } from '../../../../miniprogram/domain/reminding/reminders';
import { keepingOf } from '../../../../miniprogram/domain/transfer/keeping';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { routeOf, rulebookOf, RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { at } from '../deadline-table';

const RECORDED_AT = at('2027-05-10T10:00:00+08:00');

const kept = (rulebookId: string, wayId: string, routeId: string) => {
  const rules = rulebookOf(rulebookId) ?? RULEBOOKS[0]!;
  const route = routeOf(rules, wayId, routeId)!;
  const timeline = [{ step: 'record', at: RECORDED_AT }];
  return { id: 't', attempt: 1, keeping: keepingOf(rules, route, { state: 'recorded', timeline }), rules };
};

it.each([
  [
    'national-2022',
    'no-organisation',
    'keep',
    [
      ['keeping-contact', '2027-08-10'],
      ['keeping-contact', '2027-11-10'],
      ['keeping-near', '2028-04-26'],
      ['keeping-near', '2028-05-03'],
      ['keeping-near', '2028-05-07'],
      ['keeping-near', '2028-05-09'],
    ],
  ],
  [
    'national-2022',
    'study-abroad',
    'keep',
    [
      ['keeping-contact', '2027-11-10'],
      ['keeping-contact', '2028-05-10'],
      ['keeping-near', '2032-04-26'],
      ['keeping-near', '2032-05-03'],
      ['keeping-near', '2032-05-07'],
      ['keeping-near', '2032-05-09'],
    ],
  ],
  ['national-2022', 'employed', 'direct', []],
])('%s, %s by %s', (rulebookId, wayId, routeId, days) => {
  const reminders = keepingReminders(kept(rulebookId, wayId, routeId));
  expect(reminders.map(({ kind, dueAt }) => [kind, formatChina(dueAt, 'YYYY-MM-DD')])).toEqual(days);
  expect(new Set(reminders.map(({ id }) => id)).size).toBe(days.length);
});

it('by the guide of 2020, which names no end, only on the day of getting in touch', () => {
  const reminders = keepingReminders(kept('usst-2020', 'study-abroad', 'keep'));
  expect(reminders.map(({ kind, dueAt }) => [kind, formatChina(dueAt, 'M-D')])).toEqual([
    ['keeping-contact', '11-10'],
  ]);
});

it('says how many days are left, and never comes on the day after its own', () => {
  const near = keepingReminders(kept('national-2022', 'no-organisation', 'keep')).slice(2);
  expect(near.map(({ days }) => days)).toEqual([14, 7, 3, 1]);
  for (const { dueAt, notAfter } of near)
    expect(formatChina(notAfter, 'M-D HH:mm')).toBe(`${formatChina(dueAt, 'M-D')} 23:59`);
});

it('never comes once the keeping is over', () => {
  const end = at('2027-08-10T09:00:00+08:00');
  const rules = { seasonReminderDays: [1, 0], reminderHour: 9, quietHours: { from: 22, to: 8 } };
  const keeping = { until: end, atMost: null, followUps: [end - DAY_MS, end + DAY_MS] };
  const days = keepingReminders({ id: 't', attempt: 1, keeping, rules }).map(({ kind, audience, dueAt }) => [
    kind,
    audience,
    formatChina(dueAt, 'M-D'),
  ]);
  expect(days).toEqual([
    ['keeping-contact', 'graduate', '8-9'],
    ['keeping-near', 'graduate', '8-9'],
  ]);
});

const FREED: readonly (readonly [TransferState, boolean])[] = TRANSFER_STATES.flatMap((state) =>
  [false, true].map((isFreed) => [state, isFreed] as const),
);
it.each(FREED)('of one that is %s, over age %s, it reminds only while it is recorded', (state, isFreed) => {
  const { keeping, rules } = kept('national-2022', 'no-organisation', 'keep');
  const transfer = {
    id: 't',
    attempt: 1,
    state,
    waitsFor: 'nobody' as const,
    deadlineAt: null,
    waitingSince: RECORDED_AT,
    keeping,
    rules,
  };
  const season = { id: '2027', deadlineAt: at('2027-06-30T23:59:59+08:00'), rules };
  const who = { memberId: 'm', isFreed, waitsForCode: false, transfers: [transfer], season };
  const kinds = new Set<string>();
  for (let now = RECORDED_AT; now < RECORDED_AT + 400 * DAY_MS; now += DAY_MS / 4)
    for (const { kind } of dueReminders(who, now)) if (kind.startsWith('keeping')) kinds.add(kind);
  const isTold = state === 'recorded' && !isFreed;
  expect([...kinds]).toEqual(isTold ? ['keeping-contact', 'keeping-near'] : []);
});
