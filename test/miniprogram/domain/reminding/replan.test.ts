import { replanReminders } from '../../../../miniprogram/domain/reminding/replan';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { rulebookOf } from '../../../../miniprogram/rulebooks';
import { at } from '../deadline-table';
import { DEADLINE, INITIATED, deadlineOf, lines, plan, rulebook } from '../planned';

describe('planning again after the rules changed', () => {
  const national = rulebookOf('national-2024') as Rulebook;
  const unsent = plan('submit', 'submitted').plan;
  const base = {
    transferId: 't',
    attempt: 1,
    state: 'approved',
    deadlineAt: DEADLINE,
    now: INITIATED,
    rulebook,
    unsent,
    sentIds: [],
  } as const;

  test('changes nothing when nothing changed', () => {
    expect(replanReminders(base)).toEqual({ plan: [], cancel: [] });
  });

  test('moves the reminders with the deadline', () => {
    const { plan: planned } = replanReminders({
      ...base,
      rulebook: national,
      deadlineAt: deadlineOf(INITIATED, national),
    });
    expect(lines(planned).map(([id, , due]) => [id, due])).toEqual([
      ['t:1:deadline-near-7', '2026-06-06T09:00'],
      ['t:1:deadline-near-3', '2026-06-10T09:00'],
      ['t:1:deadline-near-1', '2026-06-12T09:00'],
      ['t:1:timed-out', '2026-06-13T10:20'],
    ]);
  });

  test('drops the days the new rules do not have', () => {
    const { plan: planned, cancel } = replanReminders({
      ...base,
      rulebook: { ...rulebook, reminderDays: [3, 1] },
    });
    expect([planned, cancel]).toEqual([[], ['t:1:deadline-near-7']]);
  });

  test('leaves alone what is due and has not gone out yet, and makes up for nothing beside it', () => {
    const now = at('2026-06-17T09:05:00+08:00');
    const left = unsent.filter(({ dueAt }) => dueAt >= at('2026-06-17T09:00:00+08:00'));
    expect(left.map(({ id }) => id)).toEqual(['t:1:deadline-near-1', 't:1:timed-out']);
    const rules = { ...rulebook, reminderDays: [7, 3] };
    expect(replanReminders({ ...base, now, unsent: left, rulebook: rules })).toEqual({
      plan: [],
      cancel: [],
    });
  });

  test('takes back what is due but names another day', () => {
    const now = at('2026-06-17T09:05:00+08:00');
    const left = unsent.filter(({ id }) => id === 't:1:deadline-near-1');
    const deadlineAt = DEADLINE + 10 * 24 * 3_600_000;
    expect(
      replanReminders({
        ...base,
        now,
        unsent: left,
        deadlineAt,
        rulebook: { ...rulebook, reminderDays: [7, 3] },
      }).cancel,
    ).toEqual(['t:1:deadline-near-1']);
  });

  test('neither repeats nor makes up for what is sent', () => {
    const now = at('2026-06-17T12:00:00+08:00');
    const sentIds = ['t:1:deadline-near-7', 't:1:deadline-near-3', 't:1:deadline-near-1'];
    const left = unsent.filter(({ id }) => !sentIds.includes(id));
    expect(replanReminders({ ...base, now, unsent: left, sentIds })).toEqual({ plan: [], cancel: [] });
  });

  test('ends them all once the clock has stopped', () => {
    expect(replanReminders({ ...base, state: 'accepted' }).cancel).toHaveLength(4);
    expect(replanReminders({ ...base, state: 'timedOut' }).cancel).toHaveLength(3);
  });
});
