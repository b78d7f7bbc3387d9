/** What a list out of 智慧团建 says that is not written here. Absence is not arrival: it is proposed, within bounds. */
import type { TransferState } from '../../transfer/states';
import type { ListedOutcome, ListKind } from './listed';

/**
 * arrived: approved here, gone there. left-unsaid: gone there, not as far here. still-here: arrived here, still there.
 * refused, lapsed: as the transfers out say. not-started: started here, not among the transfers out. not-handed-in: under
 * way there, nothing handed in here.
 */
export const FINDING_KINDS = [
  'arrived',
  'left-unsaid',
  'still-here',
  'refused',
  'lapsed',
  'not-started',
  'not-handed-in',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Kinds that the college can write down from the list. */
export const SETTLED_KINDS = [
  'arrived',
  'left-unsaid',
  'still-here',
  'refused',
  'lapsed',
] as const satisfies readonly FindingKind[];
export type SettledKind = (typeof SETTLED_KINDS)[number];

type Known = TransferState | null;

/** What a person's absence from the members of their own branch says, where that branch is covered in full. */
const WHEN_ABSENT: Readonly<Record<TransferState, FindingKind | null>> = {
  planned: 'left-unsaid',
  draft: 'left-unsaid',
  submitted: 'left-unsaid',
  returned: 'left-unsaid',
  approved: 'arrived',
  refused: 'left-unsaid',
  timedOut: 'arrived',
  lapsed: 'left-unsaid',
  accepted: null,
  // Who is kept or stays on moves to another branch of the school.
  registered: null,
  recorded: null,
  withdrawn: 'left-unsaid',
  completed: null,
};

/** What stands on the transfers out, by what is written here. */
const WHEN_LISTED: Readonly<Record<ListedOutcome, Partial<Record<TransferState | 'none', FindingKind>>>> = {
  arrived: {
    none: 'left-unsaid',
    planned: 'left-unsaid',
    draft: 'left-unsaid',
    submitted: 'arrived',
    returned: 'left-unsaid',
    approved: 'arrived',
    refused: 'left-unsaid',
    timedOut: 'arrived',
    lapsed: 'left-unsaid',
    withdrawn: 'left-unsaid',
  },
  refused: {
    submitted: 'refused',
    approved: 'refused',
    timedOut: 'refused',
    accepted: 'still-here',
    completed: 'still-here',
  },
  lapsed: {
    submitted: 'lapsed',
    approved: 'lapsed',
    timedOut: 'lapsed',
    accepted: 'still-here',
    completed: 'still-here',
  },
  waiting: {
    none: 'not-handed-in',
    planned: 'not-handed-in',
    draft: 'not-handed-in',
    returned: 'not-handed-in',
    refused: 'not-handed-in',
    lapsed: 'not-handed-in',
    withdrawn: 'not-handed-in',
    accepted: 'still-here',
    completed: 'still-here',
  },
};

export interface Seen {
  readonly kind: ListKind;
  /** Null without a transfer of the season. */
  readonly state: Known;
  /** Whether the college handles their way: then they stay in the school's branches. */
  readonly isCollegeHandled: boolean;
  /** Whether they stand on the list, and with what. */
  readonly listed: { readonly outcome: ListedOutcome | null } | null;
  /** Whether the list holds all of their branch. A list that was pasted never does. */
  readonly isCovered: boolean;
}

const ARRIVED: readonly Known[] = ['accepted', 'completed'];
const UNDER_WAY: readonly Known[] = ['submitted', 'approved', 'timedOut'];

/** The one thing to look at about a person; null when list and records agree, or the list says nothing. */
export const findingOf = ({ kind, state, isCollegeHandled, listed, isCovered }: Seen): FindingKind | null => {
  if (isCollegeHandled) return null;
  if (kind === 'outgoing') {
    if (listed?.outcome) return WHEN_LISTED[listed.outcome][state ?? 'none'] ?? null;
    return isCovered && !listed && UNDER_WAY.includes(state) ? 'not-started' : null;
  }
  if (listed) return ARRIVED.includes(state) ? 'still-here' : null;
  if (!isCovered) return null;
  return state === null ? 'left-unsaid' : WHEN_ABSENT[state];
};
