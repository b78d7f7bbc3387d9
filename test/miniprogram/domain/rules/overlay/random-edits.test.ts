import fc from 'fast-check';
import { layered } from '../../../../../miniprogram/domain/rules/overlay/apply';
import { checkDraft, type Ground } from '../../../../../miniprogram/domain/rules/overlay/check';
import {
  EVERYBODY,
  withEditions,
  type Overlay,
} from '../../../../../miniprogram/domain/rules/overlay/edition';
import { effectOn } from '../../../../../miniprogram/domain/transfer/rule-effects';
import type { Level, Place } from '../../../../../miniprogram/domain/rules/overlay/place';
import { placesOf } from '../../../../../miniprogram/domain/rules/overlay/places';
import { succeeding } from '../../../../../miniprogram/domain/rules/overlay/succession';
import { nextState, stepsFor } from '../../../../../miniprogram/domain/transfer/lifecycle';
import { isPaperLeft, offlineStandings } from '../../../../../miniprogram/domain/transfer/offline';
import { offlineStepsOf } from '../../../../../miniprogram/domain/rules/rulebook/offline-steps';
import { routeOf, type Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { OFFERED_RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';
import { rulebookProblemsOf } from '../../../support/rulebook-problems';

/** Drafts of seven edits each on average. */
const DRAFTS = 220;
const EDITS = 1000;

/** Mostly a value that may stand there, so that most drafts get as far as what is asked of them. */
const mostly = <Value>(right: fc.Arbitrary<Value>, wrong: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: wrong });

/** Values somebody could type there, right ones and wrong ones. */
const valueFor = ({ kind, usual }: Place): fc.Arbitrary<JsonValue> => {
  const text = mostly(
    fc.constantFrom('改过的话', '{name}，你好', '新'),
    fc.oneof(fc.constantFrom('', '  '), fc.string({ maxLength: 350 })),
  );
  const day = mostly(
    fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
    fc.record({ month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) }),
  );
  switch (kind.kind) {
    case 'text':
      return text;
    case 'texts':
      return mostly(fc.array(text, { minLength: 1, maxLength: 5 }), fc.array(text, { maxLength: 12 }));
    case 'date':
      return fc.oneof(day, fc.constant(null));
    case 'number':
      return mostly(fc.integer({ min: kind.min, max: kind.max }), fc.integer({ min: -1, max: kind.max + 2 }));
    case 'days':
      return mostly(
        fc.uniqueArray(fc.integer({ min: 1, max: kind.max }), { minLength: 1, maxLength: kind.most }),
        fc.array(fc.integer({ min: -1, max: kind.max + 1 }), { maxLength: kind.most + 1 }),
      );
    case 'switch':
      return fc.boolean();
    case 'use':
      return mostly(fc.constantFrom('required', 'optional', 'absent'), fc.constant('hidden'));
    case 'choice':
      return mostly(fc.constantFrom(...kind.options.map(({ value }) => value)), fc.constant('moon'));
    case 'contacts':
      return fc.array(
        fc.record({
          name: text,
          phone: mostly(fc.constant('025-12345678'), fc.constant('电话')),
          place: text,
          hours: text,
        }),
        { maxLength: 3 },
      );
    case 'added':
      return fc.constant(usual);
  }
};

const additionFor = (rulebook: Rulebook): fc.Arbitrary<{ path: string; value: string }> =>
  fc.constantFrom(...rulebook.ways).chain((way) =>
    fc.oneof(
      fc.constant({ path: 'ways.own-1.from', value: way.id }),
      fc
        .constantFrom(...way.routes)
        .chain(({ id }) =>
          fc
            .constantFrom(1, 2, 3, 4)
            .map((n) => ({ path: `ways.${way.id}.routes.own-${n}.from`, value: id })),
        ),
    ),
  );

const overlayOn = (rulebook: Rulebook, level: Level): fc.Arbitrary<Overlay> => {
  const places = placesOf(rulebook, level);
  const edit = fc
    .constantFrom(...places)
    .chain((place) => valueFor(place).map((value) => ({ path: place.path, value })));
  const switches = places.filter(({ kind }) => kind.kind === 'switch');
  const off = fc.constantFrom(...switches).map(({ path }) => ({ path, value: false }));
  const edits = fc.array(fc.oneof({ weight: 6, arbitrary: edit }, { weight: 3, arbitrary: off }), {
    maxLength: 12,
  });
  return fc
    .tuple(edits, level === 'committee' ? fc.array(additionFor(rulebook), { maxLength: 2 }) : fc.constant([]))
    .map(([some, added]) => [...new Map([...some, ...added].map((one) => [one.path, one])).values()]);
};

const shippedAs = (id: string): Rulebook => {
  const shipped = OFFERED_RULEBOOKS.find((rulebook) => rulebook.id === id);
  if (!shipped) throw new Error(`${id} is not offered`);
  return shipped;
};

const groundFor = (shipped: Rulebook): Ground => ({ shipped, id: shipped.id, lower: [] });

/** Everybody who could be under way by a rulebook. */
const runningBy = ({ ways }: Rulebook) =>
  ways.flatMap((way) =>
    way.routes.flatMap((route) =>
      (['draft', 'submitted', 'accepted'] as const).map((state) => ({
        state,
        wayId: way.id,
        routeId: route.id,
        fields: {},
        offline: [],
      })),
    ),
  );

const isKept = (
  after: Rulebook,
  running: ReturnType<typeof runningBy>[number],
  before: Rulebook,
): boolean => {
  const route = routeOf(after, running.wayId, running.routeId);
  const isStuck = running.state === 'accepted' && route?.offlineSteps.length === 0;
  const had = routeOf(before, running.wayId, running.routeId)?.offlineSteps.length ?? 0;
  return route !== undefined && (!isStuck || had === 0 || effectOn(before, after, running) === 'completed');
};

const strandedBy = (after: Rulebook, before: Rulebook) =>
  runningBy(before).filter((running) => !isKept(after, running, before));

test('of a thousand random edits no draft that may be published is refused by the schema or strands anybody', () => {
  let published = 0;
  let made = 0;
  const cases = OFFERED_RULEBOOKS.map((shipped) => ({
    id: shipped.id,
    draft: overlayOn(shipped, 'committee'),
  }));
  fc.assert(
    fc.property(
      fc.constantFrom(...cases).chain(({ id, draft }) => fc.tuple(fc.constant(id), draft)),
      ([id, first]) => {
        const shipped = shippedAs(id);
        const ground = groundFor(shipped);
        const one = checkDraft(ground, first, 'committee');
        made += first.length;
        if (one.problems.length > 0) return;
        published += 1;
        expect(rulebookProblemsOf({ ...one.result, id: shipped.id })).toEqual([]);
        expect(strandedBy(one.result, shipped)).toEqual([]);
      },
    ),
    { numRuns: DRAFTS, seed: 2027 },
  );
  expect(made).toBeGreaterThan(EDITS);
  expect(published).toBeGreaterThan(DRAFTS / 4);
});

test('nor does the version after it', () => {
  const draft = overlayOn(national2022, 'committee');
  const ground = groundFor(national2022);
  fc.assert(
    fc.property(draft, draft, (first, second) => {
      const one = checkDraft(ground, first, 'committee');
      const two = checkDraft(ground, succeeding(national2022, first, second), 'committee');
      if (one.problems.length + two.problems.length > 0) return;
      expect(rulebookProblemsOf({ ...two.result, id: national2022.id })).toEqual([]);
      expect(strandedBy(two.result, one.result)).toEqual([]);
    }),
    { numRuns: 40, seed: 101 },
  );
});

const ACTORS = { graduate: 'graduate', secretary: 'secretary', college: 'teacher' } as const;
const subsetsOf = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]]);
const tick = (stepId: string) => ({
  stepId,
  at: 1,
  by: { role: 'teacher', name: '周老师' } as const,
  number: null,
  receiptAt: 1,
});

/** Somebody who has arrived under the old rules: what is left on paper can be ticked, or they are done. */
const isStranded = (before: Rulebook, after: Rulebook, running: Parameters<typeof effectOn>[2]): boolean => {
  const route = routeOf(after, running.wayId, running.routeId);
  if (!route) return true;
  const paper = { state: running.state, organisation: running.fields.organisation, offline: running.offline };
  const left = offlineStandings(offlineStepsOf(after, route), paper).filter(
    ({ status }) => status !== 'done',
  );
  if (left.length > 0)
    return !left.every(({ step }) =>
      stepsFor('accepted', ACTORS[step.who], route, { paper: step }).includes('tick'),
    );
  const was = routeOf(before, running.wayId, running.routeId);
  const hadLeft = was && isPaperLeft(offlineStandings(offlineStepsOf(before, was), paper));
  const end = nextState({
    state: 'accepted',
    step: 'complete',
    actor: 'system',
    route,
    circumstances: { isPaperLeft: false },
  });
  return !end.ok || (hadLeft === true && effectOn(before, after, running) !== 'completed');
};

test.each(OFFERED_RULEBOOKS.map((shipped) => [shipped.id, shipped] as const))(
  'a switched-off step strands nobody under %s, whichever steps are off and ticked',
  (_id, shipped) => {
    const ids = shipped.offlineSteps.map(({ id }) => id);
    const stranded = subsetsOf(ids).flatMap((off) => {
      const draft = off.map((id) => ({ path: `offlineSteps.${id}.on`, value: false }));
      const { problems, result } = checkDraft(groundFor(shipped), draft, 'committee');
      if (problems.length > 0) return [`${off.join()} is refused`];
      return shipped.ways.flatMap((way) =>
        way.routes.flatMap((route) =>
          ['张江镇团委', '张江镇流动团员团支部'].flatMap((organisation) =>
            subsetsOf(route.offlineSteps).flatMap((ticked) => {
              const running = {
                state: 'accepted' as const,
                wayId: way.id,
                routeId: route.id,
                fields: { organisation },
                offline: ticked.map(tick),
              };
              return isStranded(shipped, result, running)
                ? [`${way.id} ${route.id} without ${off.join()}, ticked ${ticked.join()}`]
                : [];
            }),
          ),
        ),
      );
    });
    expect(stranded).toEqual([]);
  },
);

test('a college’s drafts on a university’s version pass the schema too, and make nothing later or easier', () => {
  const [shipped] = OFFERED_RULEBOOKS.filter(({ settings }) => settings.length > 0);
  if (!shipped) throw new Error('no rulebook has settings');
  const lower: Overlay[] = [[{ path: 'ageLimit', value: 30 }]];
  const id = withEditions(shipped.id, [{ scopeId: EVERYBODY, number: 1 }]);
  const below = layered(shipped, id, lower);
  if (!below) throw new Error('cannot be');
  fc.assert(
    fc.property(overlayOn(below, 'college'), (draft) => {
      const checked = checkDraft({ shipped, id, lower }, draft, 'college');
      if (checked.problems.length > 0) return;
      expect(rulebookProblemsOf({ ...checked.result, id: shipped.id })).toEqual([]);
      expect(checked.result.ageLimit).toBe(30);
      const freed = below.ways.flatMap((way) =>
        way.routes.filter(({ id: routeId, approvals }) => {
          const after = routeOf(checked.result, way.id, routeId)?.approvals ?? [];
          return !approvals.every((approver) => after.includes(approver));
        }),
      );
      expect(freed).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
});
