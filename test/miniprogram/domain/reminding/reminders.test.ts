import { chinaDay, DAY_MS, formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import {
  comingReminders,
  dueReminders,
  isTheirTurn,
  reminderMoment,
  type RemindedTransfer,
  type Standing,
} from '../../../../miniprogram/domain/reminding/reminders';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { waitsForOf } from '../../../../miniprogram/domain/transfer/waits-for';
import { at } from '../deadline-table';

const RULES = {
  reminderDays: [7, 3, 1],
  seasonReminderDays: [14, 7, 3, 1],
  waitingReminderDays: [7, 14, 30],
  reminderHour: 9,
  quietHours: { from: 22, to: 8 },
  reminderValue: [3, 'timed-out', 1, 7] as (number | 'timed-out')[],
};
/** 18 June, 10:20. */
const DEADLINE = at('2027-06-18T10:20:00+08:00');
const SEASON_END = at('2027-06-30T23:59:59+08:00');

const transferIn = (state: TransferState, change: Partial<RemindedTransfer> = {}): RemindedTransfer => ({
  id: 't',
  attempt: 1,
  state,
  waitsFor: waitsForOf({ state, pending: [], paper: 'nobody' }),
  deadlineAt: DEADLINE,
  waitingSince: at('2027-06-03T10:20:00+08:00'),
  keeping: null,
  rules: RULES,
  ...change,
});

const standing = (transfers: readonly RemindedTransfer[], change: Partial<Standing> = {}): Standing => ({
  memberId: 'm',
  isFreed: false,
  waitsForCode: false,
  transfers,
  season: { id: '2027', deadlineAt: SEASON_END, rules: RULES },
  ...change,
});

const from = at('2027-06-03T12:00:00+08:00');
const coming = (who: Standing, now = from) =>
  comingReminders(who, now).map(({ kind, dueAt, days }) => [kind, formatChina(dueAt, 'M-D HH:mm'), days]);
/** Every reminder that is due at some full hour between two moments, by its id. */
const dueWithin = (who: Standing, since: number, until: number): string[] => {
  const ids = new Set<string>();
  for (let now = since; now <= until; now += DAY_MS / 24)
    for (const { id } of dueReminders(who, now)) ids.add(id);
  return [...ids];
};

it('reminds 7, 3 and 1 days before the receiver’s clock ends, and tells that it has ended', () => {
  expect(coming(standing([transferIn('approved')]))).toEqual([
    ['deadline-near', '6-11 09:00', 7],
    ['deadline-near', '6-15 09:00', 3],
    ['deadline-near', '6-17 09:00', 1],
    ['timed-out', '6-18 10:20', undefined],
  ]);
});

it('reminds whoever has nothing under way before the season ends', () => {
  expect(coming(standing([]))).toEqual([
    ['season-near', '6-16 09:00', 14],
    ['season-near', '6-23 09:00', 7],
    ['season-near', '6-27 09:00', 3],
    ['season-near', '6-29 09:00', 1],
  ]);
});

it('reminds 7, 14 and 30 days after the school let it go where no clock runs', () => {
  expect(coming(standing([transferIn('approved', { deadlineAt: null })]))).toEqual([
    ['still-waiting', '6-10 09:00', 7],
    ['still-waiting', '6-17 09:00', 14],
    ['still-waiting', '7-3 09:00', 30],
  ]);
});

it('counts anew when the school takes its approval back and gives it again', () => {
  const idsSince = (waitingSince: string) =>
    comingReminders(
      standing([transferIn('approved', { deadlineAt: null, waitingSince: at(waitingSince) })]),
      from,
    ).map(({ id }) => id);
  const ids = [...idsSince('2027-06-03T10:20:00+08:00'), ...idsSince('2027-06-04T10:20:00+08:00')];
  expect(new Set(ids).size).toBe(6);
});

const IDLE: readonly TransferState[] = ['draft', 'returned', 'refused', 'lapsed', 'withdrawn'];
it.each(TRANSFER_STATES)(
  'reminds somebody whose transfer is %s of what is theirs to do, and of nothing else',
  (state) => {
    const kinds = new Set(
      dueWithin(standing([transferIn(state)]), from, SEASON_END).map((id) =>
        id.replace(/^.*:(\w+-near).*$/, '$1'),
      ),
    );
    const wanted = state === 'approved' ? ['deadline-near'] : IDLE.includes(state) ? ['season-near'] : [];
    expect([...kinds]).toEqual(wanted);
  },
);

it.each(TRANSFER_STATES)(
  'without a clock, reminds of waiting only when the school has approved: %s',
  (state) => {
    const who = standing([transferIn(state, { deadlineAt: null })]);
    const isReminded = dueWithin(who, from, SEASON_END).some((id) => id.includes('still-waiting'));
    expect(isReminded).toBe(state === 'approved');
  },
);

it('shows what would come to whoever waits for the school, and reminds them of nothing yet', () => {
  const who = standing([transferIn('submitted')]);
  expect(coming(who)).toEqual(coming(standing([transferIn('approved')])));
  expect(dueWithin(who, from, SEASON_END)).toEqual([]);
});

const freed: [string, Standing][] = [
  ['over age with nothing begun', standing([], { isFreed: true })],
  [
    'over age with nothing to end it',
    standing([transferIn('approved', { deadlineAt: null })], { isFreed: true }),
  ],
  ['over age with a clock running', standing([transferIn('approved')], { isFreed: true })],
  ['waiting for a reset code', standing([], { waitsForCode: true })],
  [
    'begun anew after withdrawing',
    standing([transferIn('withdrawn'), transferIn('registered', { id: 't2' })]),
  ],
  ['still under way from the season before', standing([transferIn('recorded', { id: 't-2026' })])],
];
it.each(freed)('never reminds whoever is %s', (_case, who) => {
  expect(comingReminders(who, from)).toEqual([]);
  expect(dueWithin(who, from, SEASON_END)).toEqual([]);
});

it('reminds once, at the next allowed hour, whoever was let go too late for any of the days', () => {
  const late = (waitingSince: string) =>
    coming(standing([transferIn('approved', { waitingSince: at(waitingSince) })]), at(waitingSince));
  expect(late('2027-06-17T14:10:00+08:00')[0]).toEqual(['deadline-near', '6-17 15:00', 1]);
  expect(late('2027-06-17T22:30:00+08:00')[0]).toEqual(['deadline-near', '6-18 08:00', 0]);
  expect(late('2027-06-18T10:05:00+08:00')).toEqual([['timed-out', '6-18 10:20', undefined]]);
});

it('reminds of no deadline on the morning after it, and of none that comes with the reminder', () => {
  const rules = { ...RULES, reminderDays: [1, 0] };
  for (const [hour, wanted] of [
    ['08:30', ['6-17 09:00']],
    ['09:00', ['6-17 09:00']],
    ['09:01', ['6-17 09:00', '6-18 09:00']],
  ] as const) {
    const who = standing([transferIn('approved', { rules, deadlineAt: at(`2027-06-18T${hour}:00+08:00`) })]);
    const days = coming(who).filter(([kind]) => kind === 'deadline-near');
    expect(days.map(([, moment]) => moment)).toEqual(wanted);
  }
});

it('reminds whoever is let go on the very hour of a reminder by the next one', () => {
  const letGo = (moment: string, deadline: string) =>
    coming(
      standing([transferIn('approved', { waitingSince: at(moment), deadlineAt: at(deadline) })]),
      at(moment) - 1,
    );
  expect(letGo('2027-06-15T09:00:00+08:00', '2027-06-18T10:20:00+08:00')[0]).toEqual([
    'deadline-near',
    '6-17 09:00',
    1,
  ]);
  // The next full hour is the deadline’s own.
  expect(letGo('2027-06-18T10:20:00+08:00', '2027-06-18T11:00:00+08:00')).toEqual([
    ['timed-out', '6-18 11:00', undefined],
  ]);
});

it('asks nobody on the morning they were sent back to hand in before the season ends', () => {
  const sentBack = transferIn('returned', { waitingSince: at('2027-06-23T10:00:00+08:00') });
  expect(dueReminders(standing([sentBack]), at('2027-06-23T12:00:00+08:00'))).toEqual([]);
  expect(dueReminders(standing([]), at('2027-06-23T12:00:00+08:00'))).toHaveLength(1);
  const onTheHour = transferIn('returned', { waitingSince: at('2027-06-23T09:00:00+08:00') });
  expect(dueReminders(standing([onTheHour]), at('2027-06-23T12:00:00+08:00'))).toEqual([]);
});

it('shows only what is still to come, the soonest first, of all that is under way', () => {
  const early = transferIn('approved', { id: 't2', deadlineAt: at('2027-06-16T10:00:00+08:00') });
  expect(coming(standing([transferIn('approved'), early]), at('2027-06-15T09:00:00+08:00'))).toEqual([
    ['timed-out', '6-16 10:00', undefined],
    ['deadline-near', '6-17 09:00', 1],
    ['timed-out', '6-18 10:20', undefined],
  ]);
  expect(coming(standing([transferIn('approved')]), DEADLINE)).toEqual([]);
  expect(coming(standing([transferIn('approved')]), DEADLINE - 1)).toHaveLength(1);
});

it('is read by the graduate alone', () => {
  const all = [
    standing([]),
    standing([transferIn('approved')]),
    standing([transferIn('approved', { deadlineAt: null })]),
  ].flatMap((who) => comingReminders(who, from));
  expect(new Set(all.map(({ audience }) => audience))).toEqual(new Set(['graduate']));
});

it('is made at the reminder hour, or when the quiet hours end', () => {
  const day = chinaDay(DEADLINE);
  const made = (quietHours: { from: number; to: number }) =>
    formatChina(reminderMoment(day, { reminderHour: 9, quietHours }), 'M-D HH:mm');
  expect(made({ from: 22, to: 8 })).toBe('6-18 09:00');
  expect(made({ from: 22, to: 10 })).toBe('6-18 10:00');
});

it('makes up for an hour that was missed on the same day, and not on the next', () => {
  const who = standing([transferIn('approved')]);
  const idsAt = (moment: string) => dueReminders(who, at(moment)).map(({ days }) => days);
  expect(idsAt('2027-06-15T08:59:00+08:00')).toEqual([]);
  expect(idsAt('2027-06-15T09:00:00+08:00')).toEqual([3]);
  expect(idsAt('2027-06-15T21:30:00+08:00')).toEqual([3]);
  expect(idsAt('2027-06-16T09:00:00+08:00')).toEqual([]);
});

it('waits for the quiet hours to end, and is on the day it then says', () => {
  const rules = { ...RULES, quietHours: { from: 22, to: 11 } };
  expect(coming(standing([transferIn('approved', { rules })]))[0]).toEqual([
    'deadline-near',
    '6-11 11:00',
    7,
  ]);
});

it('is another reminder when the deadline is another, also with as many days left', () => {
  const ends = [SEASON_END, SEASON_END + DAY_MS].map((deadlineAt) =>
    comingReminders(standing([], { season: { id: '2027', deadlineAt, rules: RULES } }), from).map(
      ({ id }) => id,
    ),
  );
  expect(new Set(ends.flat()).size).toBe(8);
});

it('has due what it said would come, each once', () => {
  const waiting = standing([transferIn('approved', { deadlineAt: null })]);
  for (const who of [standing([]), standing([transferIn('approved')]), waiting]) {
    const said = comingReminders(who, from).filter(({ kind }) => kind !== 'timed-out');
    expect(dueWithin(who, from, SEASON_END + 4 * DAY_MS)).toEqual(said.map(({ id }) => id));
  }
});

const turns: [string, boolean, Standing][] = [
  ['has begun nothing', true, standing([])],
  ['was sent back', true, standing([transferIn('returned')])],
  [
    'has one of two to go on with',
    true,
    standing([transferIn('approved'), transferIn('draft', { id: 't2' })]),
  ],
  ['waits for the college', false, standing([transferIn('submitted')])],
  ['waits for the receiver', false, standing([transferIn('approved')])],
  ['waits for a code', false, standing([], { waitsForCode: true })],
  ['is over age', false, standing([], { isFreed: true })],
];
it.each(turns)('asks whoever %s to go on: %s', (_case, expected, who) => {
  expect(isTheirTurn(who)).toBe(expected);
});
