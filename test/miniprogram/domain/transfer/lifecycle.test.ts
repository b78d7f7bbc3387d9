import {
  TRANSITIONS,
  attemptAfter,
  isEditable,
  needsReason,
  nextState,
  stepsFor,
} from '../../../../miniprogram/domain/transfer/lifecycle';
import type { StateOrNone } from '../../../../miniprogram/domain/transfer/lifecycle';
import { ROLES } from '../../../../miniprogram/domain/rules/roles';
import { TRANSFER_STATES, TRANSFER_STEPS } from '../../../../miniprogram/domain/transfer/states';
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import type { TransferState, TransferStep } from '../../../../miniprogram/domain/transfer/states';

const STATES: StateOrNone[] = ['none', ...TRANSFER_STATES];
const ACTORS: Actor[] = [...ROLES, 'system'];
const ROUTES = {
  byGraduate: { handledBy: 'graduate', receiverClock: true, offlineSteps: ['card'] },
  confidential: { handledBy: 'graduate', receiverClock: false, offlineSteps: ['card'] },
  byCollege: { handledBy: 'college', receiverClock: false, offlineSteps: [] },
} as const;
type RouteName = keyof typeof ROUTES;

/** state, step, next state, who, on which routes; written from the design, not from the table. */
const G = 'graduate';
const C = 'teacher committee';
const ALL = 'graduate secretary teacher committee';
const EVERY = 'byGraduate confidential byCollege';
const OWN = 'byGraduate confidential';
const EXPECTED: readonly (readonly [StateOrNone, TransferStep, TransferState, string, string])[] = [
  ['none', 'choose-way', 'draft', G, EVERY],
  ['draft', 'choose-way', 'draft', G, EVERY],
  ['draft', 'submit', 'submitted', G, OWN],
  ['draft', 'register', 'registered', G, 'byCollege'],
  ['submitted', 'approve', 'approved', C, EVERY],
  ['submitted', 'return', 'returned', C, EVERY],
  ['submitted', 'withdraw', 'withdrawn', G, EVERY],
  ['submitted', 'report-accepted', 'accepted', ALL, EVERY],
  ['submitted', 'report-refused', 'refused', ALL, EVERY],
  ['submitted', 'time-out', 'timedOut', 'system', 'byGraduate'],
  ['returned', 'submit', 'submitted', G, OWN],
  ['returned', 'register', 'registered', G, 'byCollege'],
  ['returned', 'choose-way', 'draft', G, EVERY],
  ['approved', 'report-accepted', 'accepted', ALL, EVERY],
  ['approved', 'report-refused', 'refused', ALL, EVERY],
  ['approved', 'time-out', 'timedOut', 'system', 'byGraduate'],
  ['refused', 'submit', 'submitted', G, OWN],
  ['refused', 'choose-way', 'draft', G, EVERY],
  ['timedOut', 'report-accepted', 'accepted', ALL, EVERY],
  ['timedOut', 'report-returned', 'returned', ALL, EVERY],
  ['accepted', 'complete', 'completed', C, EVERY],
  ['accepted', 'complete', 'completed', 'system', 'byCollege'],
  ['registered', 'record', 'recorded', C, EVERY],
  ['registered', 'return', 'returned', C, EVERY],
  ['recorded', 'complete', 'completed', `${C} system`, EVERY],
  ['withdrawn', 'choose-way', 'draft', G, EVERY],
  ['completed', 'undo-complete', 'accepted', C, OWN],
  ['completed', 'reopen', 'returned', C, EVERY],
];

const expectedFor = (state: StateOrNone, step: TransferStep, actor: Actor, route: RouteName) => {
  const lines = EXPECTED.filter(
    ([from, by, , , routes]) => from === state && by === step && routes.split(' ').includes(route),
  );
  if (lines.length === 0) return 'TRANSFER_ILLEGAL_STEP';
  return lines.find(([, , , actors]) => actors.split(' ').includes(actor))?.[2] ?? 'FORBIDDEN';
};

const cells = STATES.flatMap((state) => TRANSFER_STEPS.map((step) => [state, step] as const));

test.each(cells)('%s × %s leads where the design says, for everybody on every route', (state, step) => {
  for (const actor of ACTORS) {
    for (const [name, route] of Object.entries(ROUTES)) {
      const result = nextState({ state, step, actor, route });
      const outcome = result.ok ? result.data : result.error.code;
      expect([actor, name, outcome]).toEqual([
        actor,
        name,
        expectedFor(state, step, actor, name as RouteName),
      ]);
    }
  }
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
      for (const route of Object.values(ROUTES)) {
        const allowed = TRANSFER_STEPS.filter((step) => nextState({ state, step, actor, route }).ok);
        expect([...stepsFor(state, actor, route)].sort()).toEqual([...allowed].sort());
      }
    }
  }
});

test.each(['return', 'reopen'] as const)('%s carries a reason', (step) => {
  const state = step === 'return' ? 'submitted' : 'completed';
  const move = { state, step, actor: 'teacher', route: ROUTES.byGraduate } as const;
  expect(needsReason(step)).toBe(true);
  expect(nextState({ ...move, reason: '  ' })).toEqual({
    ok: false,
    error: { code: 'REASON_REQUIRED', field: 'reason' },
  });
  expect(nextState({ ...move, reason: '名称不完整' })).toEqual({ ok: true, data: 'returned' });
});

test('a time-out is refused before the deadline has passed', () => {
  const move = { state: 'approved', step: 'time-out', actor: 'system', route: ROUTES.byGraduate } as const;
  expect(nextState({ ...move, deadlineAt: 2000, now: 1999 }).ok).toBe(false);
  expect(nextState({ ...move, deadlineAt: 2000, now: 2000 }).ok).toBe(true);
  expect(nextState({ ...move, deadlineAt: null, now: 2000 }).ok).toBe(false);
});

test('an illegal step says from where it was tried', () => {
  const result = nextState({
    state: 'completed',
    step: 'submit',
    actor: 'graduate',
    route: ROUTES.byGraduate,
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
  expect(isEditable(state)).toBe(['draft', 'returned', 'refused'].includes(state));
});
