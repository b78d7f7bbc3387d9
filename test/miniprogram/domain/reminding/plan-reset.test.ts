import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import { planForReset, resetHandlerOf } from '../../../../miniprogram/domain/reminding/plan-reset';
import { at } from '../deadline-table';
import { lines, rulebook } from '../planned';

describe('a request for a reset code', () => {
  const ask = (
    state: Parameters<typeof planForReset>[0]['state'],
    now: string,
    requestedAt = now,
    actor?: Actor,
  ) => planForReset({ requestId: 'r', state, actor, requestedAt: at(requestedAt), now: at(now), rulebook });
  const DAY = '2026-06-11T11:30:00+08:00';

  test('goes to the secretary at once, who is warned before it goes on to the teacher', () => {
    expect(lines(ask('waiting', DAY).plan)).toEqual([
      ['r:1:code-requested', 'secretary', '2026-06-11T11:30', undefined],
      ['r:1:code-waiting', 'secretary', '2026-06-12T09:30', undefined],
    ]);
  });

  test('goes to the secretary at once at night too, and warns in the morning', () => {
    expect(lines(ask('waiting', '2026-06-11T08:30:00+08:00').plan)[1]?.[2]).toBe('2026-06-12T08:00');
    expect(lines(ask('waiting', '2026-06-11T23:30:00+08:00').plan)[0]?.[2]).toBe('2026-06-11T23:30');
  });

  test('goes to the teacher: at once by a person, after the quiet hours by the timer', () => {
    const night = '2026-06-12T23:30:00+08:00';
    expect(lines(ask('escalated', night, DAY, 'graduate').plan)).toEqual([
      ['r:1:code-escalated', 'teacher', '2026-06-12T23:30', undefined],
    ]);
    expect(lines(ask('escalated', night, DAY, 'system').plan)[0]?.[2]).toBe('2026-06-13T08:00');
    expect(ask('escalated', night, DAY).cancel).toEqual([
      'r:1:code-requested',
      'r:1:code-waiting',
      'r:1:code-issued',
    ]);
  });

  test('once issued tells the graduate, for as long as the code works', () => {
    const [issued] = ask('issued', DAY).plan;
    expect(issued).toMatchObject({
      audience: 'graduate',
      dueAt: at(DAY),
      notAfter: at('2026-06-13T11:30:00+08:00'),
    });
  });

  test.each(['revealed', 'expired', 'solved', 'failed'] as const)('%s ends all its notices', (state) => {
    const { plan: planned, cancel } = ask(state, DAY);
    expect([planned.length, cancel.length]).toEqual([0, 4]);
  });

  test('of the secretary goes to the teacher, and so does one where there is no secretary', () => {
    expect(resetHandlerOf({ isSecretary: true, branchHasSecretary: true }).role).toBe('teacher');
    expect(resetHandlerOf({ isSecretary: false, branchHasSecretary: false }).role).toBe('teacher');
    expect(resetHandlerOf({ isSecretary: false, branchHasSecretary: true })).toEqual({
      role: 'secretary',
      state: 'waiting',
    });
  });
});
