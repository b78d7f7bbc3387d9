/** What the parts of a rulebook owe one another: each broken promise by itself, and what only looks like one. */
import { rulebookProblems } from '../../../../../miniprogram/domain/rules/rulebook-checks';
import { isBefore } from '../../../../../miniprogram/domain/rules/rulebook-checks/times';
import type { RouteRule, Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const problemsOf = (part: Partial<Rulebook>): string[] =>
  rulebookProblems({ ...national2022, ...part }).map(({ path, message }) => `${path} ${message}`);
const ofRoute = (part: Partial<RouteRule>): string[] =>
  problemsOf({
    ways: national2022.ways.map((way, index) =>
      index === 0
        ? { ...way, routes: way.routes.map((route, at) => (at === 0 ? { ...route, ...part } : route)) }
        : way,
    ),
  });
const ROUTE = 'ways.0.routes.0';
const [phase] = national2022.timeouts;
const [step] = national2022.offlineSteps;
const [kind] = national2022.keeping;
const [setting] = national2022.settings;
const [way, otherWay] = national2022.ways;
if (!phase || !step || !kind || !setting || !way || !otherWay) throw new Error('a part is empty');
const day = (month: number, of: number) => ({ month, day: of });

test.each<[string, Partial<Rulebook>, string[]]>([
  ['nothing', {}, []],
  [
    'a phase that ends before it begins',
    { timeouts: [{ ...phase, from: day(6, 2), until: day(6, 1) }] },
    ['timeouts.0.until comes before from'],
  ],
  ['a phase of one day', { timeouts: [{ ...phase, from: day(6, 1), until: day(6, 1) }] }, []],
  ['a phase that lasts until the year ends', { timeouts: [{ ...phase, from: day(6, 1), until: null }] }, []],
  [
    'systems nobody describes, and one that is',
    { timeouts: [{ ...phase, sending: [national2022.system.id, 'moon'], receiving: ['mars'] }] },
    ['timeouts.0 names systems nobody describes: moon, mars'],
  ],
  ['the first reminder before the last day', { timeouts: [{ ...phase, days: 8 }] }, []],
  [
    'the first reminder on the day the clock starts',
    { timeouts: [{ ...phase, days: 7 }] },
    ['reminderDays starts before the receiver clock does'],
  ],
  ['rules that force nothing', { timeouts: [{ ...phase, days: null }] }, []],
  [
    'days and a time-out of no worth',
    { reminderValue: [7] },
    ['reminderValue says nothing about 3, 1, timed-out'],
  ],
  [
    'a target on no day',
    { rate: { ...national2022.rate, targets: [{ ...day(6, 31), percent: 90 }] } },
    ['rate.targets.0.day is not a day of every such month'],
  ],
  [
    'two steps of one id',
    { offlineSteps: [...national2022.offlineSteps, step] },
    [`offlineSteps holds ${step.id} twice`],
  ],
  [
    'two steps at the desk for one route',
    { offlineSteps: national2022.offlineSteps.map((one) => ({ ...one, atDesk: true })) },
    ['offlineSteps has two steps at the desk for one route'],
  ],
  [
    'two kinds of keeping of one id',
    { keeping: [...national2022.keeping, kind] },
    [`keeping holds ${kind.id} twice`],
  ],
  [
    'kept at most for fewer months than usual',
    { keeping: national2022.keeping.map((one) => ({ ...one, months: 6, mostMonths: 5 })) },
    national2022.keeping.map((_, index) => `keeping.${index}.mostMonths is less than the usual months`),
  ],
  [
    'kept at most for as many',
    { keeping: national2022.keeping.map((one) => ({ ...one, months: 6, mostMonths: 6 })) },
    [],
  ],
  [
    'kept without end',
    { keeping: national2022.keeping.map((one) => ({ ...one, months: 6, mostMonths: null })) },
    [],
  ],
  [
    'kept without a usual end',
    { keeping: national2022.keeping.map((one) => ({ ...one, months: null, mostMonths: 6 })) },
    [],
  ],
  [
    'an answer that stands there twice',
    { settings: [{ ...setting, options: [...setting.options, ...setting.options] }] },
    ['settings.0.options holds one twice'],
  ],
  ['two settings of one id', { settings: [setting, setting] }, [`settings holds ${setting.id} twice`]],
])('of %s: %j', (_what, part, named) => {
  expect(problemsOf(part)).toEqual(named);
});

test.each<[string, Partial<RouteRule>, string[]]>([
  [
    'first and last day are none',
    { window: { opens: day(6, 31), deadline: day(9, 31), source: '通知' } },
    [
      `${ROUTE}.window.opens.day is not a day of every such month`,
      `${ROUTE}.window.deadline.day is not a day of every such month`,
    ],
  ],
  [
    'the last day comes before the first',
    { window: { opens: day(6, 2), deadline: day(6, 1), source: '通知' } },
    [`${ROUTE}.window.deadline comes before the window opens`],
  ],
  ['the first day is the last', { window: { opens: day(6, 1), deadline: day(6, 1), source: '通知' } }, []],
  ['there is a first day alone', { window: { opens: day(6, 1), deadline: null, source: '通知' } }, []],
  ['there is a last day alone', { window: { opens: null, deadline: day(6, 1), source: '通知' } }, []],
  [
    'words are missed that nothing is said of',
    { nameMissing: null, nameMustMention: ['学院'] },
    [`${ROUTE}.nameMissing and nameMustMention go together`],
  ],
  [
    'something is said of words nobody misses',
    { nameMissing: '缺了什么', nameMustMention: [] },
    [`${ROUTE}.nameMissing and nameMustMention go together`],
  ],
  [
    'fields are required and optional',
    { optional: ['region', 'organisation'] },
    [`${ROUTE}.optional holds what is required: region, organisation`],
  ],
  [
    'a name may end that nobody asks for',
    { required: ['region', 'initiatedAt', 'screenshots'], receiver: null },
    [`${ROUTE}.organisationEndings is filled although no name is required`],
  ],
])('of a route, %s', (_what, part, named) => {
  expect(ofRoute(part)).toEqual(named);
});

test('a way holds each route once, and counts them all or none', () => {
  const [route] = otherWay.routes;
  if (!route) throw new Error('a way has a route');
  const withRoutes = (routes: readonly RouteRule[]) =>
    problemsOf({ ways: national2022.ways.map((one) => (one.id === way.id ? { ...way, routes } : one)) });
  expect(withRoutes([...way.routes, ...way.routes.slice(0, 1)])).toEqual([
    'ways.0.routes holds a route twice',
  ]);
  expect(withRoutes(way.routes.map((one, at) => ({ ...one, counts: at === 0 })))).toEqual([
    'ways.0.routes count for the rate on some and not on others, but figures are kept by way',
  ]);
});

test('routes that no answer leads to are named, closed ones are not', () => {
  const added = (closed: boolean) =>
    problemsOf({
      ways: national2022.ways.map((one) =>
        one.id === way.id
          ? {
              ...one,
              routes: [
                ...one.routes,
                ...one.routes.slice(0, 1).flatMap((route) => [
                  { ...route, id: 'own-1', closed },
                  { ...route, id: 'own-2', closed },
                ]),
              ],
            }
          : one,
      ),
    });
  expect(added(false)).toEqual([`flows.way-picker never ends in ${way.id} by own-1, ${way.id} by own-2`]);
  expect(added(true)).toEqual([]);
});

test('days of the year come one after the other', () => {
  expect(isBefore(day(6, 30), day(7, 1))).toBe(true);
  expect(isBefore(day(6, 1), day(6, 2))).toBe(true);
  expect(isBefore(day(6, 2), day(6, 2))).toBe(false);
  expect(isBefore(day(7, 1), day(6, 30))).toBe(false);
});
