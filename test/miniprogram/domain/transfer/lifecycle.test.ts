import {
  TRANSITIONS,
  attemptAfter,
  isCollegeAffair,
  isEditable,
  nextState,
  stepsFor,
} from '../../../../miniprogram/domain/transfer/lifecycle';
import type { StateOrNone } from '../../../../miniprogram/domain/transfer/lifecycle';
import { routeOf } from '../../../../miniprogram/domain/rules/rulebook';
import type { RouteRule, Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import type { Circumstances, RouteFacts } from '../../../../miniprogram/domain/transfer/lifecycle';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { OFFLINE_DOERS, OFFLINE_OPENINGS } from '../../../../miniprogram/domain/rules/rulebook/offline-steps';
import { ROLES } from '../../../../miniprogram/domain/rules/roles';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { TRANSFER_STEPS } from '../../../../miniprogram/domain/transfer/steps';
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import type { TransferStep } from '../../../../miniprogram/domain/transfer/steps';

const STATES: StateOrNone[] = ['none', ...TRANSFER_STATES];
const ACTORS: Actor[] = [...ROLES, 'system'];
const SCHOOL = RULEBOOKS[0] as Rulebook;
const routeNamed = (wayId: string, routeId: string): RouteFacts =>
  routeOf(SCHOOL, wayId, routeId) as RouteRule;
const OWN = routeNamed('employed', 'direct');

interface Situation {
  readonly route: RouteFacts;
  readonly circumstances?: Circumstances;
  /** What is true in it, in the words of the table below. */
  readonly is: string;
}

/** Kinds of routes and circumstances of an attempt, described by hand and not by the code under test. */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  plain: { route: OWN, is: 'own clock open college-last' },
  paperless: {
    route: OWN,
    circumstances: { isPaperLeft: false },
    is: 'own clock paperless open college-last',
  },
  confidential: { route: routeNamed('confidential', 'direct'), is: 'own open college-last secret' },
  told: { route: routeNamed('army', 'direct'), is: 'told open' },
  kept: { route: routeNamed('study-abroad', 'keep'), is: 'told open kept secret' },
  secretaryFirst: {
    route: { ...OWN, approvals: ['secretary', 'college'] },
    is: 'own clock open secretary-then-more',
  },
  secretaryGave: {
    route: { ...OWN, approvals: ['secretary', 'college'] },
    circumstances: { pending: ['college'], lastGiven: 'secretary' },
    is: 'own clock open college-last secretary-gave',
  },
  secretaryAlone: { route: { ...OWN, approvals: ['secretary'] }, is: 'own clock open secretary-last' },
  collegeFirst: {
    route: { ...OWN, approvals: ['college', 'secretary'] },
    is: 'own clock open college-then-more',
  },
  closed: { route: OWN, circumstances: { isOpen: false }, is: 'own clock closed college-last' },
  revocable: {
    route: OWN,
    circumstances: { isRevocable: true },
    is: 'own clock open college-last revocable',
  },
  revocableClosed: {
    route: OWN,
    circumstances: { isRevocable: true, isOpen: false },
    is: 'own clock closed college-last revocable',
  },
  untouched: {
    route: OWN,
    circumstances: { isUntouched: true },
    is: 'own clock open college-last untouched',
  },
  untouchedTold: {
    route: routeNamed('army', 'direct'),
    circumstances: { isUntouched: true },
    is: 'told open untouched',
  },
  untouchedSecret: {
    route: routeNamed('confidential', 'direct'),
    circumstances: { isUntouched: true },
    is: 'own open college-last secret untouched',
  },
};

/** After the college wrote down what it saw in the list: only taking it back depends on them. */
const SEEN: Readonly<Record<string, Situation>> = Object.fromEntries(
  TRANSFER_STATES.map((cameFrom) => [
    `from-${cameFrom}`,
    { route: OWN, circumstances: { cameFrom }, is: `own clock open college-last from-${cameFrom}` },
  ]),
);

/** What is ticked on paper, or taken back: whose it is and when it opens, for every kind of route. */
const ON_PAPER: Readonly<Record<string, Situation>> = Object.fromEntries(
  OFFLINE_DOERS.flatMap((who) =>
    OFFLINE_OPENINGS.flatMap((opens) =>
      Object.entries({ plain: SITUATIONS['plain'], kept: SITUATIONS['kept'] }).flatMap(([name, situation]) =>
        situation
          ? [
              [
                `${name} ${who} ${opens}`,
                {
                  ...situation,
                  circumstances: { ...situation.circumstances, paper: { who, opens } },
                  is: `${situation.is} of-${who} from-${opens}-on`,
                },
              ] as const,
            ]
          : [],
      ),
    ),
  ),
);

const SPECIAL: Readonly<Partial<Record<TransferStep, Readonly<Record<string, Situation>>>>> = {
  'undo-evidence': SEEN,
  tick: ON_PAPER,
  untick: ON_PAPER,
};
const situationsOf = (step: TransferStep) => Object.entries({ ...SITUATIONS, ...SPECIAL[step] });

/** state, step, next state, who, what must be true; written from the design, not from the table. */
const G = 'graduate';
const S = 'secretary';
const C = 'teacher committee';
const ALL = 'graduate secretary teacher committee';
type Line = readonly [StateOrNone, TransferStep, TransferState, string, string?];

const chosenFrom = (from: StateOrNone, step: TransferStep, more = ''): Line[] => [
  [from, step, 'draft', G, `open ${more}`],
  [from, step, 'planned', G, `closed ${more}`],
];
/** On behalf of whoever has not acted: the college always, a secretary where nothing is secret. */
const chosenFor = (from: StateOrNone): Line[] => [
  ...chosenFrom(from, 'choose-way'),
  [from, 'choose-way', 'draft', C, 'open untouched'],
  [from, 'choose-way', 'draft', S, 'open untouched not-secret'],
  [from, 'choose-way', 'planned', C, 'closed untouched'],
  [from, 'choose-way', 'planned', S, 'closed untouched not-secret'],
];
/** Handed in, the first time or again. */
const handedInFrom = (from: StateOrNone): Line[] => [
  ...chosenFor(from),
  [from, 'submit', 'submitted', G, 'own'],
  [from, 'submit', 'submitted', C, 'own untouched'],
  [from, 'submit', 'submitted', S, 'own untouched not-secret'],
  [from, 'register', 'registered', G, 'told'],
  [from, 'register', 'registered', C, 'told untouched'],
  [from, 'register', 'registered', S, 'told untouched not-secret'],
];
const NOT_ARRIVED = STATES.filter((state) => state !== 'accepted' && state !== 'completed');
const backTo = (from: StateOrNone, to: StateOrNone): Line[] =>
  to === 'none' ? [] : [[from, 'undo-evidence', to, C, `from-${to}`]];
const arrivedFrom = (from: StateOrNone): Line => [from, 'confirm-arrived', 'accepted', C];

/** By whom it is, and by those who look after them. */
const ticked = (from: StateOrNone, step: TransferStep, to: TransferState, more: string): Line[] => [
  [from, step, to, ALL, `of-graduate ${more}`],
  [from, step, to, `${S} ${C}`, `of-secretary ${more}`],
  [from, step, to, C, `of-college ${more}`],
];
const HANDED_IN = ['submitted', 'approved', 'timedOut', 'registered', 'recorded'] as const;

const EXPECTED: readonly Line[] = [
  ...chosenFor('none'),
  ...chosenFor('planned'),
  ['planned', 'begin', 'draft', 'graduate system'],
  ...handedInFrom('draft'),

  ['submitted', 'hurry', 'submitted', G],
  ['submitted', 'approve', 'submitted', S, 'secretary-then-more'],
  ['submitted', 'approve', 'approved', S, 'secretary-last'],
  ['submitted', 'approve', 'submitted', C, 'college-then-more'],
  ['submitted', 'approve', 'approved', C, 'college-last'],
  ['submitted', 'undo-approve', 'submitted', S, 'secretary-gave'],
  ['submitted', 'return', 'returned', C],
  ['submitted', 'return', 'returned', S, 'secretary-then-more'],
  ['submitted', 'return', 'returned', S, 'secretary-last'],
  ['submitted', 'withdraw', 'withdrawn', G],
  ...chosenFrom('submitted', 'change-situation'),
  ['submitted', 'report-accepted', 'accepted', ALL],
  ['submitted', 'report-refused', 'refused', ALL],
  ['submitted', 'report-returned', 'lapsed', ALL],

  ...handedInFrom('returned'),
  ...handedInFrom('refused'),
  ...handedInFrom('lapsed'),
  ...chosenFrom('withdrawn', 'choose-way'),

  ['approved', 'undo-approve', 'submitted', S, 'secretary-gave'],
  ['approved', 'undo-approve', 'submitted', C],
  ['approved', 'report-accepted', 'accepted', ALL],
  ['approved', 'report-refused', 'refused', ALL],
  ['approved', 'time-out', 'timedOut', 'system', 'clock'],
  ['approved', 'withdraw', 'withdrawn', G, 'revocable'],
  ...chosenFrom('approved', 'change-situation', 'revocable'),

  ['timedOut', 'report-accepted', 'accepted', ALL],
  ['timedOut', 'report-returned', 'lapsed', ALL],
  ...chosenFrom('timedOut', 'change-situation'),

  ['accepted', 'complete', 'completed', 'system', 'paperless'],
  ['accepted', 'confirm-here', 'approved', C],
  ['completed', 'confirm-here', 'approved', C],
  // The list knows of an end that the clock here does not lead to.
  ['approved', 'report-returned', 'lapsed', C],
  ['timedOut', 'report-refused', 'refused', C],

  ['registered', 'record', 'recorded', C],
  ['registered', 'return', 'returned', C],
  ['registered', 'withdraw', 'withdrawn', G],
  ...chosenFrom('registered', 'change-situation'),
  ['recorded', 'complete', 'completed', `${C} system`],
  ['recorded', 'contact-due', 'recorded', 'system', 'kept'],
  ['recorded', 'end-keeping', 'draft', `${C} system`, 'kept'],
  ...chosenFrom('recorded', 'choose-way'),

  ['completed', 'reopen', 'returned', C],
  // Nothing will come of it any more; what the school has let go is no longer its to end.
  ...(
    ['planned', 'draft', 'submitted', 'returned', 'refused', 'timedOut', 'lapsed', 'registered'] as const
  ).map((state): Line => [state, 'close', 'withdrawn', C]),

  // On paper: from the submission on or from the arrival on; taken back from the end too, which is none any more.
  ...HANDED_IN.flatMap((state) => [
    ...ticked(state, 'tick', state, 'from-submitted-on'),
    ...ticked(state, 'untick', state, 'from-submitted-on'),
  ]),
  ...ticked('accepted', 'tick', 'accepted', ''),
  ...ticked('accepted', 'untick', 'accepted', ''),
  ...ticked('completed', 'untick', 'accepted', 'own'),

  // The official list is stronger than whatever was said: it moves everybody who has not arrived yet.
  ...NOT_ARRIVED.map(arrivedFrom),
  // The same day it can be taken back, to where it came from.
  ...NOT_ARRIVED.flatMap((to) => [backTo('accepted', to), backTo('completed', to)]).flat(),
  ...[backTo('approved', 'accepted'), backTo('approved', 'completed')].flat(),
  ...(['submitted', 'approved', 'timedOut'] as const).flatMap((to) => [
    ...backTo('refused', to),
    ...backTo('lapsed', to),
  ]),
];

const holds = ({ is }: Situation, when = ''): boolean => {
  const truths = is.split(' ');
  return when
    .split(' ')
    .filter(Boolean)
    .every((one) => (one === 'not-secret' ? !truths.includes('secret') : truths.includes(one)));
};

const expectedFor = (state: StateOrNone, step: TransferStep, actor: Actor, situation: Situation) => {
  const lines = EXPECTED.filter(
    ([from, by, , , when]) => from === state && by === step && holds(situation, when),
  );
  if (lines.length === 0) return 'TRANSFER_ILLEGAL_STEP';
  return lines.find(([, , , actors]) => actors.split(' ').includes(actor))?.[2] ?? 'FORBIDDEN';
};

const cells = STATES.flatMap((state) => TRANSFER_STEPS.map((step) => [state, step] as const));

const outcomeOf = (move: Parameters<typeof nextState>[0]): string => {
  const result = nextState(move);
  return result.ok ? result.data : result.error.code;
};

test.each(cells)('%s × %s leads where the design says, for everybody in every situation', (state, step) => {
  const all = situationsOf(step).flatMap(([name, situation]) =>
    ACTORS.map((actor) => ({ name, situation, actor })),
  );
  expect(
    all.map(({ name, actor, situation: { route, circumstances = {} } }) => [
      name,
      actor,
      outcomeOf({ state, step, actor, route, circumstances }),
    ]),
  ).toEqual(
    all.map(({ name, actor, situation }) => [name, actor, expectedFor(state, step, actor, situation)]),
  );
});

const ROUTES = RULEBOOKS.flatMap((rulebook) =>
  rulebook.ways.flatMap((way) =>
    way.routes.map((route) => [`${rulebook.id} ${way.id} ${route.id}`, route] as const),
  ),
);

test.each(ROUTES)('%s: of all steps exactly those of its kind of route exist', (_, route) => {
  const { handledBy, receiverClock, approvals, keeping } = route;
  const [first = ''] = approvals;
  const is = [
    handledBy === 'graduate' ? 'own' : 'told',
    receiverClock ? 'clock' : '',
    'open',
    keeping === null ? '' : 'kept',
    first && `${first}-${approvals.length > 1 ? 'then-more' : 'last'}`,
  ].join(' ');
  const all = cells.flatMap(([state, step]) => ACTORS.map((actor) => [state, step, actor] as const));
  expect(
    all.map(([state, step, actor]) => [state, step, actor, outcomeOf({ state, step, actor, route })]),
  ).toEqual(
    all.map(([state, step, actor]) => [state, step, actor, expectedFor(state, step, actor, { route, is })]),
  );
});

test('the table has exactly the lines of the design', () => {
  const key = (from: string, step: string, to: string) => `${from} ${step} ${to}`;
  const table = new Set(TRANSITIONS.map(({ from, step, to }) => key(from, step, to)));
  expect(table).toEqual(new Set(EXPECTED.map(([from, step, to]) => key(from, step, to))));
});

test('every state can be reached and every state leads on', () => {
  const reached = new Set<StateOrNone>(['none']);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of TRANSITIONS) if (reached.has(from)) reached.add(to);
  }
  expect(reached).toEqual(new Set(STATES));
  for (const state of STATES) expect(TRANSITIONS.some(({ from }) => from === state)).toBe(true);
});

test('what a person may do now is exactly what leads somewhere', () => {
  for (const state of STATES) {
    for (const actor of ACTORS) {
      for (const { route, circumstances = {} } of Object.values(SITUATIONS)) {
        const allowed = TRANSFER_STEPS.filter(
          (step) => nextState({ state, step, actor, route, circumstances }).ok,
        );
        expect([...stepsFor(state, actor, route, circumstances)].sort()).toEqual([...allowed].sort());
      }
    }
  }
});

test.each(['return', 'reopen'] as const)('%s carries a reason', (step) => {
  const state = step === 'return' ? 'submitted' : 'completed';
  const move = { state, step, actor: 'teacher', route: OWN } as const;
  expect(nextState({ ...move, reason: '' })).toEqual({
    ok: false,
    error: { code: 'REASON_REQUIRED', field: 'reason' },
  });
  expect(nextState({ ...move, reason: '名称不完整' })).toEqual({ ok: true, data: 'returned' });
});

test('a time-out is refused before the deadline has passed', () => {
  const move = { state: 'approved', step: 'time-out', actor: 'system', route: OWN } as const;
  expect(nextState({ ...move, deadlineAt: 2000, now: 1999 }).ok).toBe(false);
  expect(nextState({ ...move, deadlineAt: 2000, now: 2000 }).ok).toBe(true);
  expect(nextState({ ...move, deadlineAt: null, now: 2000 }).ok).toBe(false);
  // Who only asks what could come hands in no moment.
  expect(nextState({ ...move, deadlineAt: null }).ok).toBe(true);
});

const MINUTES = 60_000;
test.each([
  ['approved', 'teacher', 10 * MINUTES, 'submitted'],
  ['approved', 'teacher', 10 * MINUTES + 1, 'UNDO_TOO_LATE'],
  ['approved', 'secretary', 10 * MINUTES, 'submitted'],
  ['approved', 'secretary', 10 * MINUTES + 1, 'UNDO_TOO_LATE'],
  ['submitted', 'secretary', 10 * MINUTES, 'submitted'],
  ['submitted', 'secretary', 10 * MINUTES + 1, 'UNDO_TOO_LATE'],
] as const)('%s, an approval by the %s of %i ms ago is taken back: %s', (state, actor, ago, outcome) => {
  const circumstances = { lastGiven: 'secretary' } as const;
  const move = { state, step: 'undo-approve', actor, route: OWN, circumstances } as const;
  expect(outcomeOf({ ...move, approvedAt: 1000, now: 1000 + ago })).toBe(outcome);
  // Who only asks what could be done hands in no moment of the approval.
  expect(outcomeOf({ ...move, now: 1000 + ago })).toBe('submitted');
});

test.each([
  ['none', 'confirm-arrived', 'accepted'],
  ['draft', 'confirm-arrived', 'accepted'],
  ['approved', 'confirm-arrived', 'accepted'],
  ['accepted', 'confirm-here', 'approved'],
  ['completed', 'confirm-here', 'approved'],
  ['approved', 'report-returned', 'lapsed'],
  ['timedOut', 'report-refused', 'refused'],
] as const)('from %s, %s by the official list is believed only from who looked at it', (state, step, to) => {
  const move = { state, step, actor: 'teacher', route: OWN } as const;
  expect(nextState({ ...move, seenOnSystem: false })).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(nextState({ ...move, seenOnSystem: true })).toEqual({ ok: true, data: to });
});

test.each([
  ['a way of the graduate’s own to an employer', OWN, false],
  ['one that the college records', routeNamed('army', 'direct'), true],
  ['an employer that must not be named', routeNamed('confidential', 'direct'), true],
  ['one that asks for the parents’ telephone', { ...OWN, required: ['parentContact'] }, true],
  ['one that may ask for it', { ...OWN, optional: ['parentContact'] }, true],
] as const)('%s is the college’s affair, of which a secretary is told no more: %s', (_which, route, is) => {
  expect(isCollegeAffair(route)).toBe(is);
});

test.each(['required', 'optional'] as const)(
  'a secretary begins no way where a sealed field is %s',
  (kind) => {
    const route = { ...OWN, [kind]: ['parentContact'] };
    const move = { state: 'none', step: 'choose-way', route, circumstances: { isUntouched: true } } as const;
    expect(nextState({ ...move, actor: 'secretary' }).ok).toBe(false);
    expect(nextState({ ...move, actor: 'teacher' })).toEqual({ ok: true, data: 'draft' });
  },
);

test('a clock that runs out before the school has approved moves nothing: the delay is the school’s', () => {
  const move = { state: 'submitted', step: 'time-out', actor: 'system', route: OWN } as const;
  expect(nextState({ ...move, deadlineAt: 1000, now: 5000 }).ok).toBe(false);
});

test('an illegal step says from where it was tried', () => {
  const result = nextState({
    state: 'completed',
    step: 'submit',
    actor: 'graduate',
    route: OWN,
  });
  expect(result).toEqual({
    ok: false,
    error: { code: 'TRANSFER_ILLEGAL_STEP', detail: { state: 'completed', step: 'submit' } },
  });
});

test('submissions are counted, nothing else is', () => {
  for (const step of TRANSFER_STEPS) {
    expect(attemptAfter(1, step)).toBe(step === 'submit' || step === 'register' ? 2 : 1);
  }
});

test.each(TRANSFER_STATES)('%s: the graduate types exactly while what they hand in is to come', (state) => {
  expect(isEditable(state)).toBe(['draft', 'returned', 'refused', 'lapsed'].includes(state));
});
