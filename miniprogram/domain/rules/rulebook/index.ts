/**
 * What a rulebook holds. Every number, date, term and sentence that changes by year or province lives in one,
 * so switching the season's rulebook switches the product. Lists are in the order they are shown.
 */
import type { MonthDay } from '../../calendar/month-day';
import type { QuietHours } from '../../calendar/quiet-hours';
import type { Flow, FlowId } from '../flow';
import type { HandInList } from '../lists';
import type { HelpQuestion } from '../questions';
import type { RouteId, WayId } from '../ways';
import type { Withdrawal } from './approvals';
import type { HelpContact } from './help-contacts';
import type { KeepingKind } from './keeping';
import type { OfflineStep } from './offline-steps';
import type { RateRules } from './rate';
import type { Setting } from './settings';
import type { SystemRules } from './system';
import type { OutcomeWords, TimeoutOutcome, TimeoutPhase } from './timeouts';
import type { RouteRule, WayRule } from './ways';

export { asksNothing, mayHold, takerOf, TAKERS, tellReceiverText } from './ways';
export type { FieldRules, Guide, RouteRule, Taker, WayRule } from './ways';

export interface Rulebook {
  readonly id: string;
  readonly schoolYear: string;
  readonly name: string;
  /** What it follows, as a graduate reads it: no clause, no notice's number. */
  readonly follows: string;
  /** Where everything comes from that names no source of its own. */
  readonly source: string;
  /** `YYYY-MM-DD` when somebody last compared this with the source. */
  readonly checkedOn: string;
  /** Sources of single values, by their names here, e.g. `ageLimit`. */
  readonly sources: Readonly<Record<string, string>>;
  readonly system: SystemRules;
  readonly timeouts: readonly TimeoutPhase[];
  readonly outcomes: Readonly<Record<TimeoutOutcome, OutcomeWords>>;
  readonly withdrawal: Withdrawal;
  readonly offlineSteps: readonly OfflineStep[];
  readonly keeping: readonly KeepingKind[];
  readonly rate: RateRules;
  readonly settings: readonly Setting[];
  readonly seasonDeadline: MonthDay;
  readonly ageLimit: number;
  /** What holding a League post means for a transfer, in one or two sentences. */
  readonly postAdvice: string;
  readonly resetCodeHours: number;
  /** Hours after which an unanswered reset request goes to the teacher. */
  readonly escalateAfterHours: number;
  /** Hours before that at which the secretary is warned. */
  readonly escalateWarningHours: number;
  /** Days before the deadline's date on which the graduate is reminded. */
  readonly reminderDays: readonly number[];
  /** Which reminder a scarce credit goes to first: days before the deadline, or the time-out itself. */
  readonly reminderValue: readonly (number | 'timed-out')[];
  readonly seasonReminderDays: readonly number[];
  /** Days after the school's approval on which the graduate is reminded where no clock runs. */
  readonly waitingReminderDays: readonly number[];
  /** Hour of the China day at which reminders go out. */
  readonly reminderHour: number;
  readonly quietHours: QuietHours;
  /** From how many days left a deadline counts as soon. */
  readonly soonDays: number;
  /** Branches at 街道/乡镇 level for graduates whose employer has no organisation, best known first. */
  readonly holdingBranches: readonly string[];
  /** Names other years' rules use for them, no longer right under this one. */
  readonly formerHoldingBranches: readonly string[];
  readonly lists: readonly HandInList[];
  readonly ways: readonly WayRule[];
  readonly flows: Readonly<Record<FlowId, Flow>>;
  /** What people ask beside the flows, the most asked first. */
  readonly questions: readonly HelpQuestion[];
  /** Whom to call, the school's own; absent where nobody has named any. */
  readonly contacts?: readonly HelpContact[];
}

/** The rules of one way and route; undefined where the rulebook does not offer the pair. */
export const routeOf = (rulebook: Rulebook, wayId: WayId, routeId: RouteId): RouteRule | undefined =>
  wayOf(rulebook, wayId)?.routes.find((route) => route.id === routeId);

export const wayOf = (rulebook: Rulebook, wayId: WayId): WayRule | undefined =>
  rulebook.ways.find((way) => way.id === wayId);
