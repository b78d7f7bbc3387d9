/** 去向 and their routes: what a rulebook says about each. Code asks for these traits, never for a way's name. */
import type { FieldId } from '../fields/catalogue';
import type { RouteId, WayId } from '../ways';
import type { Approver, Initiator } from './approvals';
import type { SystemId } from './system';
import type { RouteWindow } from './windows';

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
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

/** The organisation that takes the graduate in, in the words the pages need for it. */
interface Receiver {
  readonly kind: ReceiverKind;
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
  /** The reason as the system offers it in its box `reasonLabel`; null where the graduate fills in nothing there. */
  readonly transferReason: string | null;
  /** 申请转入组织 in words. */
  readonly targetHint: string;
  readonly handledBy: 'graduate' | 'college';
  /** The system its receivers work in, wherever they are; absent where the place tells. */
  readonly receivingSystem?: SystemId;
  /** Whether a receiver's days are counted (see `timeouts`). */
  readonly receiverClock: boolean;
  /** Between which days it is open; null is always, until the season ends. */
  readonly window: RouteWindow | null;
  /** Who may start it in the system. */
  readonly initiators: readonly Initiator[];
  /** Who lets it go, in this order; empty where the college records it. */
  readonly approvals: readonly Approver[];
  /** Ids of the rulebook's offline steps, in their order. */
  readonly offlineSteps: readonly string[];
  /** Id of the rulebook's kind of keeping; null where the relation leaves or is nobody's to keep. */
  readonly keeping: string | null;
  /** Whether people on this route count for 转接率. */
  readonly counts: boolean;
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
  /** Not offered any more: nobody can choose it, whoever is on it goes on. Absent where it is offered. */
  readonly closed?: boolean;
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

/** Whether a route has no form: there is nothing on it to fill in. */
export const asksNothing = ({ required, optional }: FieldRules): boolean =>
  required.length + optional.length === 0;

/** receiver: an organisation the graduate names; above: nobody but the college knows which; college: it records it. */
export const TAKERS = ['receiver', 'above', 'college'] as const;
export type Taker = (typeof TAKERS)[number];

/** Who brings a route to its end. */
export const takerOf = ({ handledBy, receiver }: Pick<RouteRule, 'handledBy' | 'receiver'>): Taker => {
  if (handledBy === 'college') return 'college';
  return receiver === null ? 'above' : 'receiver';
};

/** Whether a submission by this route may hold a field: what the route names nowhere is forbidden. */
export const mayHold = ({ required, optional }: FieldRules, field: FieldId): boolean =>
  required.includes(field) || optional.includes(field);

/** A text to copy with the graduate's name in place of `{name}`. */
const withName = (text: string, name: string): string => text.split('{name}').join(name);

/** The message to the receiver in the graduate's name; null where there is nobody to write to. */
export const tellReceiverText = ({ guide }: RouteRule, name: string): string | null =>
  guide.tellReceiver === null ? null : withName(guide.tellReceiver, name);
