import {
  contactStandings,
  keepingOf,
  keptUntil,
  nextFollowUp,
  nextKeepingDay,
} from '../../../../miniprogram/domain/transfer/keeping';
import { routeOf, type RouteRule, type Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { followUpWords, keepingWords } from '../../../../miniprogram/domain/words/keeping';
import { rulebookOf } from '../../../../miniprogram/rulebooks';

const book = (id: string) => rulebookOf(id) as Rulebook;
const national = book('national-2022');
const route = (rules: Rulebook, wayId: string, routeId: string) =>
  routeOf(rules, wayId, routeId) as RouteRule;
const undecided = route(national, 'no-organisation', 'keep');
const abroad = route(national, 'study-abroad', 'keep');
/** 10:00 in China. */
const on = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day, 2);
const recorded = (at: number) => ({ state: 'recorded' as const, timeline: [{ step: 'record', at }] });
const keptFrom = (at: number, rules = national, way = undecided) => {
  const keeping = keepingOf(rules, way, recorded(at));
  if (!keeping) throw new Error('the school keeps them');
  return keeping;
};

it('counts six months, at most twelve, and asks after three and six', () => {
  const keeping = keepingOf(national, undecided, recorded(on(2027, 5, 10)));
  expect(keeping).toMatchObject({
    until: on(2027, 11, 10),
    atMost: on(2028, 5, 10),
    followUps: [on(2027, 8, 10), on(2027, 11, 10)],
  });
  expect(keeping && keepingWords(keeping)).toBe('到 2027年11月10日，最长到 2028年5月10日');
  expect(keeping && keptUntil(keeping)).toBe(on(2028, 5, 10));
});

it.each([
  [on(2026, 12, 31), '2027年8月10日'],
  [on(2027, 6, 1), '8月10日'],
  [on(2027, 8, 10), '11月10日'],
  [on(2027, 12, 1), ''],
])('at %i the next call is on “%s”', (now, day) => {
  const keeping = keepingOf(national, undecided, recorded(on(2027, 5, 10)));
  expect(keeping && followUpWords(keeping, now)).toBe(day);
  expect(keeping && nextFollowUp(keeping, now) === null).toBe(day === '');
});

it('ends on the last day of a month that is shorter', () => {
  expect(keptUntil(keptFrom(on(2028, 2, 29)))).toBe(on(2029, 2, 28));
});

it('names only the latest end where the source has no usual one, and none where it has none', () => {
  const keeping = keepingOf(national, abroad, recorded(on(2027, 5, 10)));
  expect(keeping && keepingWords(keeping)).toBe('最长到 2032年5月10日');
  const guide = book('usst-2020');
  const kept = route(guide, 'study-abroad', 'keep');
  expect(keptUntil(keptFrom(on(2027, 5, 10), guide, kept))).toBeNull();
});

const came = (...days: number[]) => [
  { step: 'record', at: on(2027, 5, 10) },
  ...days.map((at) => ({ step: 'contact-due', at })),
];
it.each([
  ['the first call', came(), on(2027, 8, 10), []],
  ['the second call', came(on(2027, 8, 10)), on(2027, 11, 10), ['保留期间第 1 次联系']],
  [
    'the end',
    came(on(2027, 8, 10), on(2027, 11, 10)),
    on(2028, 5, 10),
    ['保留期间第 1 次联系', '保留期间第 2 次联系'],
  ],
])('waits for %s, and the calls whose day has come are open', (_for, timeline, next, open) => {
  const keeping = keptFrom(on(2027, 5, 10));
  expect(nextKeepingDay(keeping, { timeline })).toBe(next);
  const standings = contactStandings(keeping, { timeline, offline: [] });
  expect(standings.map(({ step, status }) => [step.label, status])).toEqual(
    open.map((label) => [label, 'open']),
  );
});

it('is the college’s to tick, each call by itself, however it stands', () => {
  const keeping = keptFrom(on(2027, 5, 10));
  const timeline = came(on(2027, 8, 10), on(2027, 11, 10));
  const [first, second] = contactStandings(keeping, { timeline, offline: [] });
  const by = { role: 'teacher', name: '王芳' } as const;
  const stepId = second?.step.id ?? '';
  const tick = { stepId, at: on(2027, 11, 12), by, number: null, receiptAt: null };
  const step = {
    hint: '学院问一问：去处落实了没有，地址和电话变了没有',
    opens: 'submitted',
    who: 'college',
    receivedBy: 'any',
    atDesk: false,
    needs: [],
    source: keeping.label,
  };
  expect(first?.step.id).not.toBe(stepId);
  expect(contactStandings(keeping, { timeline, offline: [tick] })).toEqual([
    { step: { ...step, id: first?.step.id, label: '保留期间第 1 次联系' }, status: 'open', tick: null },
    { step: { ...step, id: stepId, label: '保留期间第 2 次联系' }, status: 'done', tick },
  ]);
});

it('waits for no day where the rules name neither calls nor an end', () => {
  const keeping = { ...keptFrom(on(2027, 5, 10)), until: null, atMost: null, followUps: [] };
  expect(nextKeepingDay(keeping, { timeline: came() })).toBeNull();
});

it('counts no call of an earlier keeping, neither come nor made', () => {
  const timeline = [...came(on(2027, 8, 10)), { step: 'record', at: on(2028, 6, 10) }];
  const keeping = keepingOf(national, undecided, { state: 'recorded', timeline });
  if (!keeping) throw new Error('the school keeps them again');
  const [first] = contactStandings(keptFrom(on(2027, 5, 10)), {
    timeline: came(on(2027, 8, 10)),
    offline: [],
  });
  const by = { role: 'teacher', name: '王芳' } as const;
  const tick = { stepId: first?.step.id ?? '', at: on(2027, 8, 11), by, number: null, receiptAt: null };
  expect(nextKeepingDay(keeping, { timeline })).toBe(on(2028, 9, 10));
  const due = [...timeline, { step: 'contact-due', at: on(2028, 9, 10) }];
  expect(contactStandings(keeping, { timeline: due, offline: [tick] })).toMatchObject([{ status: 'open' }]);
});

it.each([
  ['nobody keeps it', route(national, 'employed', 'direct'), 'recorded'],
  ['it is not recorded', undecided, 'registered'],
  ['it has ended', undecided, 'draft'],
] as const)('is nothing where %s', (_why, ofRoute, state) => {
  expect(keepingOf(national, ofRoute, { ...recorded(on(2027, 5, 10)), state })).toBeNull();
});

it('does not begin anew when something is done on paper meanwhile', () => {
  const timeline = ['record', 'tick'].map((step, index) => ({ step, at: on(2027, 5 + index, 10) }));
  expect(keepingOf(national, undecided, { state: 'recorded', timeline })?.since).toBe(on(2027, 5, 10));
});

it('goes by the latest record, not by an earlier keeping', () => {
  const timeline = [on(2026, 5, 10), on(2027, 5, 10)].map((at) => ({ step: 'record', at }));
  expect(keepingOf(national, undecided, { state: 'recorded', timeline })?.since).toBe(on(2027, 5, 10));
});
