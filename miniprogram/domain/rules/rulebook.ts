/**
 * What a rulebook holds. Every number, date, term and sentence that changes by year or province lives in one,
 * so switching the season's rulebook switches the product. Lists are in the order they are shown.
 */
import type { QuietHours } from '../calendar/quiet-hours';
import type { Flow, FlowId } from './flow';
import type { HandInList } from './lists';
import type { HelpQuestion } from './questions';
import type { FieldId } from './fields/catalogue';
import type { RouteId, WayId } from './ways';

/** What a graduate reads about one route. Each list item is one sentence. */
export interface Guide {
  readonly summary: string;
  readonly steps: readonly string[];
  readonly prepare: readonly string[];
  /** Message to the receiver, ready to copy; `{name}` stands for the graduate's name (see `tellReceiverText`). */
  readonly tellReceiver: string | null;
  readonly mistakes: readonly string[];
  readonly askWhom: string;
}

interface MisplacedWords {
  readonly words: string;
  readonly why: string;
}

/** What takes graduates in. `home`: a place where people live or work, from 街道 and 乡镇 down to 村 and 社区. */
export const RECEIVER_KINDS = ['employer', 'school', 'home'] as const;

/** The organisation that takes the graduate in, in the words the pages need for it. */
interface Receiver {
  readonly kind: (typeof RECEIVER_KINDS)[number];
  /** Whether a 团委, 团工委 or 团总支 may be named: it takes people in and then puts them into a branch. */
  readonly committees: boolean;
  /** Words by which branches for those without another one are known; a name with one of them needs no other. */
  readonly holdingWords: readonly string[];
  /** As in “请{label}在智慧团建接收你”. */
  readonly label: string;
  /** What the field for its place is called. */
  readonly placeLabel: string;
  /** Over the message that asks it for its name. */
  readonly tellTitle: string;
  /** Who knows its exact name. */
  readonly nameHint: string;
  /** In the field for its name while that is empty. */
  readonly namePlaceholder: string;
  /** Whether `organisationEndings` are whole names to search for on 智慧团建, not only how names end. */
  readonly searchByEnding: boolean;
}

export interface RouteRule {
  readonly id: RouteId;
  readonly label: string;
  /** One line under the label where routes are offered to choose from. */
  readonly hint: string;
  /** 接转原因 as 智慧团建 offers it; null where the graduate fills in nothing there. */
  readonly transferReason: string | null;
  /** 申请转入组织 in words. */
  readonly targetHint: string;
  readonly handledBy: 'graduate' | 'college';
  /** Whether `receiverDays` run from the moment of submission on 智慧团建. */
  readonly receiverClock: boolean;
  /** Whether the 《团员证》 is stamped at the college afterwards. */
  readonly cardStep: boolean;
  /** Whether every look at such a submission is audited, because it says where the family lives. */
  readonly guarded: boolean;
  /** Id of the rulebook's list that names everybody on this route; null where none does. */
  readonly list: string | null;
  /** Null where the graduate names no receiving organisation. */
  readonly receiver: Receiver | null;
  readonly required: readonly FieldId[];
  /** Asked for, but nobody has to fill them in. What is neither required nor optional is forbidden. */
  readonly optional: readonly FieldId[];
  /** How the receiving organisation's full name may end; empty where no name is asked for. */
  readonly organisationEndings: readonly string[];
  /** Words in a name that belong to another way or to another year's rules. */
  readonly misplacedWords: readonly MisplacedWords[];
  /** One of these words stands in every full name of this kind. */
  readonly nameMustMention: readonly string[];
  /** What to say when none of them does; null where names cannot be told by such words. */
  readonly nameMissing: string | null;
  /** The clause of the source this follows. */
  readonly basis: string;
  readonly guide: Guide;
}

export type FieldRules = Pick<RouteRule, 'required' | 'optional'>;

export interface WayRule {
  readonly id: WayId;
  readonly label: string;
  /** The label in at most five characters, for the axis of a chart. */
  readonly shortLabel: string;
  /** Asked where a way has several routes. */
  readonly routeQuestion: string | null;
  readonly routes: readonly RouteRule[];
}

type TimeoutOutcome = 'auto-accept' | 'auto-return' | 'none';

export interface Rulebook {
  readonly id: string;
  readonly schoolYear: string;
  readonly name: string;
  readonly source: string;
  /** `YYYY-MM-DD` when somebody last compared this with the source. */
  readonly checkedOn: string;
  readonly receiverDays: number;
  readonly onTimeout: TimeoutOutcome;
  /** What `onTimeout` means, as the second half of a sentence after “到期没处理，”. */
  readonly timeoutOutcome: string;
  /** The same in at most 20 characters, for a field of a WeChat message. */
  readonly timeoutShort: string;
  readonly seasonDeadline: { readonly month: number; readonly day: number };
  /** What colleges are measured by: 转接率 in percent to be reached by the end of a day of the season's year. */
  readonly targets: readonly { readonly month: number; readonly day: number; readonly percent: number }[];
  readonly ageLimit: number;
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
}

/** The rules of one way and route; undefined where the rulebook does not offer the pair. */
export const routeOf = (rulebook: Rulebook, wayId: WayId, routeId: RouteId): RouteRule | undefined =>
  wayOf(rulebook, wayId)?.routes.find((route) => route.id === routeId);

export const wayOf = (rulebook: Rulebook, wayId: WayId): WayRule | undefined =>
  rulebook.ways.find((way) => way.id === wayId);

/** Whether a submission by this route may hold a field: what the route names nowhere is forbidden. */
export const mayHold = ({ required, optional }: FieldRules, field: FieldId): boolean =>
  required.includes(field) || optional.includes(field);

/** A text to copy with the graduate's name in place of `{name}`. */
const withName = (text: string, name: string): string => text.split('{name}').join(name);

/** The message to the receiver in the graduate's name; null where there is nobody to write to. */
export const tellReceiverText = ({ guide }: RouteRule, name: string): string | null =>
  guide.tellReceiver === null ? null : withName(guide.tellReceiver, name);
