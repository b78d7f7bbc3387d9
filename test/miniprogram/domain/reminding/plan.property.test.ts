import fc from 'fast-check';
import { DAY_MS, HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { daysLeft } from '../../../../miniprogram/domain/rules/deadline';
import { TRANSITIONS, attemptAfter, nextState } from '../../../../miniprogram/domain/transfer/lifecycle';
import type { StateOrNone } from '../../../../miniprogram/domain/transfer/lifecycle';
import { ROLES } from '../../../../miniprogram/domain/rules/roles';
import { TRANSFER_STATES, TRANSFER_STEPS } from '../../../../miniprogram/domain/transfer/states';
import { planFor } from '../../../../miniprogram/domain/reminding/plan';
import type { PlannedNotice } from '../../../../miniprogram/domain/reminding/planned-notice';
import { isStillTrue } from '../../../../miniprogram/domain/reminding/still-true';
import { isQuiet, nextAllowed } from '../../../../miniprogram/domain/calendar/quiet-hours';
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import type { RouteRule, Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { deadlineOf } from '../planned';

const START = Date.parse('2026-05-01T00:00:00+08:00');
const SEASON = { seasonId: 's26', memberId: 'm', deadlineAt: Date.parse('2026-06-30T23:59:59.999+08:00') };
/** Per property, rulebook, way and route. */
const RUNS = 20;
const REMINDERS = ['deadline-near', 'timed-out', 'season-near'];

type Step = (typeof TRANSFER_STEPS)[number];

interface Try {
  /** Picks one of the legal moves; null tries any step by anybody. */
  readonly pick: number | null;
  readonly step: Step;
  readonly actor: Actor;
  readonly waitMs: number;
}

const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    pick: fc.option(fc.nat(), { freq: 4 }),
    step: fc.constantFrom(...TRANSFER_STEPS),
    actor: fc.constantFrom(...ROLES, 'system' as const),
    waitMs: fc.integer({ min: 0, max: 6 * DAY_MS }),
  }),
  { minLength: 10, maxLength: 60 },
);

/** Most tries are moves the table knows, so that walks get far. */
const moveOf = ({ pick, step, actor }: Try, state: StateOrNone): { step: Step; actor: Actor } => {
  const moves = TRANSITIONS.filter(({ from }) => from === state).flatMap((line) =>
    line.by.map((by) => ({ step: line.step, actor: by })),
  );
  return (pick === null ? undefined : moves[pick % moves.length]) ?? { step, actor };
};

interface Moment {
  readonly state: StateOrNone;
  readonly now: number;
  readonly deadlineAt: number | null;
  readonly planned: readonly PlannedNotice[];
  readonly cancelled: readonly string[];
  /** Planned, not cancelled and, by the clock, not sent yet. */
  readonly waiting: readonly PlannedNotice[];
}

/** Runs legal steps through an outbox that sends what is due; illegal ones must leave everything as it was. */
const walk = (rulebook: Rulebook, route: RouteRule, steps: readonly Try[]): Moment[] => {
  const moments: Moment[] = [];
  let [state, attempt, now] = ['none' as StateOrNone, 0, START];
  let deadlineAt: number | null = null;
  let waiting = new Map<string, PlannedNotice>();
  for (const attempted of steps) {
    now += attempted.waitMs;
    // The timer comes before anybody else.
    const timer = { step: 'time-out', actor: 'system' } as const;
    const isDue = nextState({ state, ...timer, route, deadlineAt, now }).ok;
    const { step, actor } = isDue ? timer : moveOf(attempted, state);
    waiting = new Map([...waiting].filter(([, { dueAt }]) => dueAt > now));
    const circumstances = { isOpen: attempted.waitMs % 3 > 0, isRevocable: attempted.waitMs % 2 > 0 };
    const result = nextState({ state, step, actor, route, circumstances, deadlineAt, now });
    if (!result.ok) continue;
    attempt = attemptAfter(attempt, step);
    if (step === 'submit') deadlineAt = route.receiverClock ? deadlineOf(now - HOUR_MS, rulebook) : null;
    state = result.data;
    const input = { transferId: 't', attempt, state, step, actor, deadlineAt, now, rulebook, season: SEASON };
    const { plan, cancel } = planFor(input);
    for (const id of cancel) waiting.delete(id);
    for (const notice of plan) waiting.set(notice.id, notice);
    moments.push({
      state,
      now,
      deadlineAt,
      planned: plan,
      cancelled: cancel,
      waiting: [...waiting.values()],
    });
  }
  return moments;
};

/** What of a route and its rulebook a plan depends on. */
const traitsOf = (rulebook: Rulebook, { handledBy, receiverClock, offlineSteps }: RouteRule): string =>
  JSON.stringify([rulebook.timeouts, handledBy, receiverClock, offlineSteps.length > 0]);

/** One route for each set of traits: the others would only walk the same way. */
const cases = [
  ...new Map(
    RULEBOOKS.flatMap((rulebook) =>
      rulebook.ways.flatMap((way) =>
        way.routes.map(
          (route) =>
            [
              traitsOf(rulebook, route),
              [`${rulebook.id} ${way.id} ${route.id}`, rulebook, route] as const,
            ] as const,
        ),
      ),
    ),
  ).values(),
];

describe.each(cases)('%s', (_, rulebook, route) => {
  const holds = (check: (moment: Moment, index: number, all: Moment[]) => void) =>
    fc.assert(
      fc.property(tries, (steps) => walk(rulebook, route, steps).forEach(check)),
      { numRuns: RUNS },
    );

  test('no sequence of steps leaves the table', () => {
    holds(({ state }, index, all) => {
      const from = all[index - 1]?.state ?? 'none';
      expect(TRANSFER_STATES).toContain(state);
      expect(TRANSITIONS.some((line) => line.from === from && line.to === state)).toBe(true);
    });
  });

  test('a plan never has two notices with the same id, nor cancels what it plans', () => {
    holds(({ planned, cancelled }) => {
      const ids = planned.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(cancelled.filter((id) => ids.includes(id))).toEqual([]);
      expect(new Set(cancelled).size).toBe(cancelled.length);
    });
  });

  test('an id is planned again only after it was cancelled, so nothing is taken for sent that never was', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const known = new Set<string>();
        for (const { planned, cancelled } of walk(rulebook, route, steps)) {
          for (const id of cancelled) known.delete(id);
          for (const { kind, id } of planned) {
            if (kind === 'season-near') continue;
            expect([id, known.has(id)]).toEqual([id, false]);
            known.add(id);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('nothing waits to be sent whose cause is gone', () => {
    holds(({ state, waiting }) => {
      for (const { kind, id } of waiting)
        expect([state, id, isStillTrue(kind, state)]).toEqual([state, id, true]);
    });
  });

  test('no reminder lies in the quiet hours, in the past, or after its time', () => {
    holds(({ planned, now }) => {
      for (const { kind, dueAt, notAfter } of planned) {
        expect(dueAt).toBeGreaterThanOrEqual(now);
        expect(notAfter).toBeGreaterThan(dueAt);
        if (REMINDERS.includes(kind)) expect(isQuiet(dueAt, rulebook.quietHours)).toBe(false);
      }
    });
  });

  test('before its deadline every clock has a reminder, unless less than a night is left', () => {
    holds(({ planned, now, deadlineAt }) => {
      if (!planned.some(({ kind }) => kind === 'timed-out') || deadlineAt === null) return;
      const reminded = planned.some(({ kind, dueAt }) => kind === 'deadline-near' && dueAt < deadlineAt);
      expect(reminded || deadlineAt - now < 12 * HOUR_MS).toBe(true);
    });
  });
});

test('the walks above go everywhere', () => {
  const visited = new Set<StateOrNone>();
  for (const [, rulebook, route] of cases) {
    for (const steps of fc.sample(tries, { numRuns: 60, seed: 7 })) {
      for (const { state } of walk(rulebook, route, steps)) visited.add(state);
    }
  }
  expect(visited).toEqual(new Set(TRANSFER_STATES));
});

const instants = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') });

test('days left never increase as time passes', () => {
  fc.assert(
    fc.property(instants, instants, fc.nat({ max: 400 * DAY_MS }), (deadlineAt, now, passed) => {
      expect(daysLeft(deadlineAt, now + passed)).toBeLessThanOrEqual(daysLeft(deadlineAt, now));
    }),
  );
});

test('days left fall by one each China midnight and at no other moment', () => {
  fc.assert(
    fc.property(instants, instants, (deadlineAt, now) => {
      expect(daysLeft(deadlineAt, now) - daysLeft(deadlineAt, now + DAY_MS)).toBe(1);
    }),
  );
});

test('the next allowed moment is allowed, not before, and at most a day away, whatever the quiet hours', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(instants, hour, hour, (now, from, to) => {
      const allowed = nextAllowed(now, { from, to });
      expect(isQuiet(allowed, { from, to })).toBe(false);
      expect(allowed - now).toBeGreaterThanOrEqual(0);
      expect(allowed - now).toBeLessThan(DAY_MS);
      if (!isQuiet(now, { from, to })) expect(allowed).toBe(now);
    }),
  );
});
