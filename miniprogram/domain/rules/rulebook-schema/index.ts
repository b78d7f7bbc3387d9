/** Checks a rulebook when it is loaded and names what is wrong. Not for the client: it would load valibot. */
import * as v from 'valibot';
import type { Rulebook } from '../rulebook';
import { rulebookProblems } from '../rulebook-checks/index';
import type { RulebookProblem } from '../rulebook-checks/problem';
import { flows } from './flows';
import { days, filledList, hour, list, monthDay, whole, words } from './parts';
import { helpContact, question } from './questions';
import { setting } from './settings';
import { keepingKind, offlineStep, outcomes, rate, system, timeoutPhase, withdrawal } from './system';
import { handInList, way } from './ways';

const schema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+-\d{4}$/, 'must look like usst-2020')),
  schoolYear: words,
  name: words,
  follows: words,
  source: words,
  checkedOn: v.pipe(v.string(), v.isoDate()),
  sources: v.record(words, words),
  system,
  timeouts: v.array(timeoutPhase),
  outcomes,
  withdrawal,
  offlineSteps: v.array(offlineStep),
  keeping: v.array(keepingKind),
  rate,
  settings: v.array(setting),
  seasonDeadline: monthDay,
  ageLimit: whole(14, 60),
  postAdvice: words,
  resetCodeHours: whole(1, 24 * 30),
  escalateAfterHours: whole(1, 24 * 30),
  escalateWarningHours: whole(1, 24 * 30),
  reminderDays: days,
  reminderValue: v.array(v.union([whole(0, 365), v.literal('timed-out')])),
  seasonReminderDays: days,
  waitingReminderDays: days,
  reminderHour: hour,
  quietHours: v.strictObject({ from: hour, to: hour }),
  soonDays: whole(0, 365),
  holdingBranches: filledList,
  formerHoldingBranches: list,
  lists: v.array(handInList),
  ways: v.array(way),
  flows,
  questions: v.array(question),
  contacts: v.optional(v.array(helpContact)),
});

export type LoadedRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

/** The rulebook, or every problem with its dotted path. Shape comes first: sense is checked on sound shapes. */
export const loadRulebook = (input: unknown): LoadedRulebook => {
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      message: issue.message,
    }));
    return { ok: false, problems };
  }
  const rulebook: Rulebook = parsed.output;
  const problems = rulebookProblems(rulebook);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rulebook };
};
