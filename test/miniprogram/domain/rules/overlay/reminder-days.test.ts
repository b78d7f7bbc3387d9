import { withReminderDays } from '../../../../../miniprogram/domain/rules/overlay/reminder-days';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

/** A scarce credit goes first to the last day that leaves time to act, then to the time-out, then to the others. */
test.each<[JsonValue, readonly number[], readonly (number | 'timed-out')[]]>([
  [
    [7, 3, 1],
    [7, 3, 1],
    [3, 'timed-out', 1, 7],
  ],
  [
    [10, 5],
    [10, 5],
    [5, 'timed-out', 10],
  ],
  [
    [2, 1],
    [2, 1],
    [2, 'timed-out', 1],
  ],
  [[1], [1], ['timed-out', 1]],
  [
    [14, 7, 2],
    [14, 7, 2],
    [2, 'timed-out', 7, 14],
  ],
  [[7, '3'], [7], [7, 'timed-out']],
  ['7', [], ['timed-out']],
])('%j are the days %j, worth %j', (given, reminderDays, reminderValue) => {
  expect(withReminderDays(national2022, given)).toMatchObject({ reminderDays, reminderValue });
  expect(withReminderDays(national2022, given).id).toBe(national2022.id);
});
