/** The life of a transfer as one table: which step leads from where to where, who may take it, what it needs. */
import type { Actor } from '../rules/roles';
import type { TransferState } from './states';

export type StateOrNone = TransferState | 'none';

/** What must be true of the route, the rulebook or the attempt for a transition to exist. */
export type Condition =
  | 'by-graduate'
  | 'by-college'
  | 'with-clock'
  | 'no-paper-left'
  | 'paper-of-graduate'
  | 'paper-of-secretary'
  | 'paper-of-college'
  | 'paper-from-submission'
  | 'window-open'
  | 'window-closed'
  | 'secretary-then-more'
  | 'secretary-last'
  | 'college-then-more'
  | 'college-last'
  | 'secretary-gave-last'
  | 'revocable'
  | 'kept'
  | 'untouched'
  | 'not-secret'
  | 'came-from-there';

/** What the caller has to bring or to have checked. */
type Need = 'reason' | 'evidence' | 'deadline-passed' | 'within-undo';

/** One line of the table. The names of steps are those the lines use (`steps.ts`). */
export interface Line<Step extends string> {
  readonly from: StateOrNone;
  readonly step: Step;
  readonly to: TransferState;
  readonly by: readonly Actor[];
  /** All of them. */
  readonly when: readonly Condition[];
  readonly needs: readonly Need[];
}

const COLLEGE = ['teacher', 'committee'] as const;
/** Whoever looked at 智慧团建. */
const REPORTERS = ['graduate', 'secretary', ...COLLEGE] as const;

type Rest = Partial<Pick<Line<string>, 'when' | 'needs'>>;

const row = <Step extends string>(
  from: StateOrNone,
  step: Step,
  to: TransferState,
  by: readonly Actor[],
  rest: Rest = {},
): Line<Step> => ({ from, step, to, by, when: [], needs: [], ...rest });

const each = <Step extends string>(
  states: readonly StateOrNone[],
  rows: (from: StateOrNone) => readonly Line<Step>[],
): Line<Step>[] => states.flatMap(rows);

const REASON = { needs: ['reason'] } as const;

interface Doer {
  readonly by: readonly Actor[];
  readonly when: readonly Condition[];
}
const OWN: Doer = { by: ['graduate'], when: [] };
/** Until the graduate acts, others can do it for them; a secretary not where anything is secret. */
const DOERS: readonly Doer[] = [
  OWN,
  { by: ['secretary'], when: ['untouched', 'not-secret'] },
  { by: COLLEGE, when: ['untouched'] },
];

/** A way whose window has not opened is a plan. */
const chosen = <Step extends string>(
  from: StateOrNone,
  step: Step,
  doers: readonly Doer[],
  more: readonly Condition[] = [],
): Line<Step>[] =>
  doers.flatMap(({ by, when }) => [
    row(from, step, 'draft', by, { when: ['window-open', ...when, ...more] }),
    row(from, step, 'planned', by, { when: ['window-closed', ...when, ...more] }),
  ]);

const handedIn = (from: StateOrNone): Line<'submit' | 'register'>[] =>
  DOERS.flatMap(({ by, when }) => [
    row(from, 'submit', 'submitted', by, { when: ['by-graduate', ...when] }),
    row(from, 'register', 'registered', by, { when: ['by-college', ...when] }),
  ]);

/** Choosing a way where nothing is under way. */
const CHOOSING = [
  ...each(['none', 'planned', 'draft', 'returned', 'refused', 'lapsed'], (from) =>
    chosen(from, 'choose-way', DOERS),
  ),
  ...each(['withdrawn', 'recorded'], (from) => chosen(from, 'choose-way', [OWN])),
];

/** “我的情况变了”: what is under way is closed as withdrawn, and the college is told. */
const CHANGING = [
  ...each(['submitted', 'timedOut', 'registered'], (from) => chosen(from, 'change-situation', [OWN])),
  // An approved transfer has to be revoked on 智慧团建 first.
  ...chosen('approved', 'change-situation', [OWN], ['revocable']),
];

const HANDING_IN = [
  row('planned', 'begin', 'draft', ['graduate', 'system']),
  ...each(['draft', 'returned', 'refused', 'lapsed'], handedIn),
];

const APPROVING = [
  // “请老师先批”: nothing moves, and whoever approves next is told.
  row('submitted', 'hurry', 'submitted', ['graduate']),
  row('submitted', 'approve', 'submitted', ['secretary'], { when: ['secretary-then-more'] }),
  row('submitted', 'approve', 'approved', ['secretary'], { when: ['secretary-last'] }),
  row('submitted', 'approve', 'submitted', COLLEGE, { when: ['college-then-more'] }),
  row('submitted', 'approve', 'approved', COLLEGE, { when: ['college-last'] }),
  ...each(['submitted', 'approved'], (from) => [
    row(from, 'undo-approve', 'submitted', ['secretary'], {
      when: ['secretary-gave-last'],
      needs: ['within-undo'],
    }),
  ]),
  row('approved', 'undo-approve', 'submitted', COLLEGE, { needs: ['within-undo'] }),
  row('submitted', 'return', 'returned', ['secretary'], { when: ['secretary-then-more'], ...REASON }),
  row('submitted', 'return', 'returned', ['secretary'], { when: ['secretary-last'], ...REASON }),
  row('submitted', 'return', 'returned', COLLEGE, REASON),
];

const TAKING_BACK = [
  row('submitted', 'withdraw', 'withdrawn', ['graduate']),
  row('approved', 'withdraw', 'withdrawn', ['graduate'], { when: ['revocable'] }),
  row('registered', 'withdraw', 'withdrawn', ['graduate']),
];

const OUTCOMES = [
  ...each(['submitted', 'approved', 'timedOut'], (from) => [
    row(from, 'report-accepted', 'accepted', REPORTERS),
  ]),
  ...each(['submitted', 'approved'], (from) => [row(from, 'report-refused', 'refused', REPORTERS)]),
  ...each(['submitted', 'timedOut'], (from) => [row(from, 'report-returned', 'lapsed', REPORTERS)]),
  // Before the school has approved, a clock that runs out is the school's delay: nothing moves.
  row('approved', 'time-out', 'timedOut', ['system'], { when: ['with-clock'], needs: ['deadline-passed'] }),
];

/** States in which the official list may show that somebody has left. Who has begun nothing needs a way named as well. */
const NOT_ARRIVED = [
  'planned',
  'draft',
  'submitted',
  'returned',
  'approved',
  'refused',
  'timedOut',
  'lapsed',
  'registered',
  'recorded',
  'withdrawn',
] as const satisfies readonly TransferState[];
const ARRIVED = ['accepted', 'completed'] as const satisfies readonly TransferState[];

/** The same day the college takes back what it wrote down from the list: the record goes to where it came from. */
const takenBack = (from: TransferState, origins: readonly TransferState[]): Line<'undo-evidence'>[] =>
  origins.map((to) => row(from, 'undo-evidence', to, COLLEGE, { when: ['came-from-there'] }));

/** The official list is stronger than whatever was said here. */
const EVIDENCE = [
  row('none', 'confirm-arrived', 'accepted', COLLEGE, { needs: ['evidence'] }),
  ...each(NOT_ARRIVED, (from) => [
    row(from, 'confirm-arrived', 'accepted', COLLEGE, { needs: ['evidence'] }),
  ]),
  ...ARRIVED.map((from) => row(from, 'confirm-here', 'approved', COLLEGE, { needs: ['evidence'] })),
  // The system counts by its own clock, which need not agree with the one here.
  row('approved', 'report-returned', 'lapsed', COLLEGE, { needs: ['evidence'] }),
  row('timedOut', 'report-refused', 'refused', COLLEGE, { needs: ['evidence'] }),
  ...ARRIVED.flatMap((from) => takenBack(from, NOT_ARRIVED)),
  ...takenBack('approved', ARRIVED),
  ...takenBack('refused', ['submitted', 'approved', 'timedOut']),
  ...takenBack('lapsed', ['submitted', 'approved', 'timedOut']),
];

/** Who may tick what one of these does: they, and whoever looks after them, for people who never come. */
const TICKERS: readonly { readonly by: readonly Actor[]; readonly when: Condition }[] = [
  { by: REPORTERS, when: 'paper-of-graduate' },
  { by: ['secretary', ...COLLEGE], when: 'paper-of-secretary' },
  { by: COLLEGE, when: 'paper-of-college' },
];

/** Steps on paper do not move the online states; those that open with the submission can be done in all of these. */
const PAPER = TICKERS.flatMap(({ by, when }) => [
  ...each(['submitted', 'approved', 'timedOut', 'registered', 'recorded'], (from) =>
    (['tick', 'untick'] as const).map((step) =>
      row(from, step, from as TransferState, by, { when: [when, 'paper-from-submission'] }),
    ),
  ),
  row('accepted', 'tick', 'accepted', by, { when: [when] }),
  row('accepted', 'untick', 'accepted', by, { when: [when] }),
  // A card stamped for the wrong person; there is nothing new to tell anybody.
  row('completed', 'untick', 'accepted', by, { when: [when, 'by-graduate'] }),
]);

/** Nothing will come of it any more: the college says why, and who it was about may still begin anew. */
const CLOSING = each(
  ['planned', 'draft', 'submitted', 'returned', 'refused', 'timedOut', 'lapsed', 'registered'],
  (from) => [row(from, 'close', 'withdrawn', COLLEGE, REASON)],
);

const ENDING = [
  row('accepted', 'complete', 'completed', ['system'], { when: ['no-paper-left'] }),
  row('registered', 'record', 'recorded', COLLEGE),
  row('registered', 'return', 'returned', COLLEGE, REASON),
  row('recorded', 'complete', 'completed', [...COLLEGE, 'system']),
  // The day has come on which the college asks how things are.
  row('recorded', 'contact-due', 'recorded', ['system'], { when: ['kept'] }),
  row('recorded', 'end-keeping', 'draft', [...COLLEGE, 'system'], { when: ['kept'] }),
  // Reopened means: the college says why, and the graduate submits again.
  row('completed', 'reopen', 'returned', COLLEGE, REASON),
];

export const TRANSITIONS = [
  ...CHOOSING,
  ...CHANGING,
  ...HANDING_IN,
  ...APPROVING,
  ...TAKING_BACK,
  ...OUTCOMES,
  ...EVIDENCE,
  ...PAPER,
  ...ENDING,
  ...CLOSING,
];
