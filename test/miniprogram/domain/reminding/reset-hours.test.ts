import type { EscalationCause } from '../../../../miniprogram/domain/transfer/reset-states';
import { formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import {
  codeWarning,
  escalatesAtOf,
  resetHandlerOf,
} from '../../../../miniprogram/domain/reminding/reset-hours';
import { at } from '../deadline-table';

const RULES = { escalateAfterHours: 24, escalateWarningHours: 4, quietHours: { from: 22, to: 8 } };

const warnings: [asked: string, warned: string | undefined][] = [
  ['2027-05-10T14:00:00+08:00', '5-11 10:00'],
  // Four hours before lies in the night: it waits for the morning.
  ['2027-05-10T09:30:00+08:00', '5-11 08:00'],
  // The night leaves no time for it, or ends with the hour itself.
  ['2027-05-10T08:00:00+08:00', undefined],
  ['2027-05-10T07:30:00+08:00', undefined],
];
it.each(warnings)('warns the secretary of what was asked at %s at %s', (asked, warned) => {
  const requestedAt = at(asked);
  const escalatesAt = escalatesAtOf(requestedAt, RULES);
  const warning = codeWarning({ id: 'r-1', requestedAt, escalatesAt }, RULES);
  expect(warning && formatChina(warning.dueAt, 'M-D HH:mm')).toBe(warned);
});

const teacherAs = (cause: EscalationCause) => ({ role: 'teacher', state: 'escalated', cause });
it.each([
  [false, true, undefined, { role: 'secretary', state: 'waiting' }],
  [false, true, 'asked', teacherAs('asked')],
  [false, true, 'asked-again', teacherAs('asked-again')],
  [false, false, undefined, teacherAs('no-secretary')],
  [false, false, 'asked', teacherAs('no-secretary')],
  [true, true, undefined, teacherAs('is-secretary')],
  [true, false, 'asked', teacherAs('is-secretary')],
] as const)(
  'of a secretary: %s, branch has one: %s, past them as %s → %j',
  (isSecretary, branchHasSecretary, past, handler) => {
    expect(resetHandlerOf({ isSecretary, branchHasSecretary, past })).toEqual(handler);
  },
);

it('warns the secretary once, until the teacher has it, and never before anybody asked', () => {
  const requestedAt = at('2027-05-10T14:00:00+08:00');
  const escalatesAt = escalatesAtOf(requestedAt, RULES);
  expect(codeWarning({ id: 'r-1', requestedAt, escalatesAt }, RULES)).toEqual({
    id: 'r-1:1:code-waiting',
    kind: 'code-waiting',
    audience: 'secretary',
    dueAt: at('2027-05-11T10:00:00+08:00'),
    notAfter: escalatesAt,
  });
  for (const hours of [3, 4])
    expect(
      codeWarning(
        { id: 'r-1', requestedAt, escalatesAt: escalatesAtOf(requestedAt, { escalateAfterHours: hours }) },
        RULES,
      ),
    ).toBeUndefined();
});
