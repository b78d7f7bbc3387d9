/** What a college may not make easier than the university: every kind of it, and what only makes it stricter. */
import { loosenings } from '../../../../../miniprogram/domain/rules/overlay/loosening';
import { withRoute } from '../../../../../miniprogram/domain/rules/rulebook/apply-edits';
import type { RouteRule, Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const WAY = 'employed';
const PATH = 'ways.employed.routes.direct';
const day = (month: number) => ({ month, day: 15 });
const window = (opens: number | null, deadline: number | null): RouteRule['window'] => ({
  opens: opens === null ? null : day(opens),
  deadline: deadline === null ? null : day(deadline),
  source: '通知',
});
const bookWith = (part: Partial<RouteRule>): Rulebook =>
  withRoute(national2022, WAY, 'direct', (route) => ({ ...route, ...part }));
const paths = (below: Rulebook, result: Rulebook): string[] =>
  loosenings(below, result, []).map(({ path }) => path);

test.each<[string, Partial<RouteRule>, Partial<RouteRule>, string[]]>([
  ['a later last day', { window: window(null, 6) }, { window: window(null, 7) }, ['window.deadline']],
  ['no last day any more', { window: window(null, 6) }, { window: null }, ['window.deadline']],
  ['an earlier last day', { window: window(null, 6) }, { window: window(null, 5) }, []],
  ['the same last day', { window: window(null, 6) }, { window: window(null, 6) }, []],
  ['a last day where there was none', { window: null }, { window: window(null, 6) }, []],
  ['an earlier first day', { window: window(9, null) }, { window: window(8, null) }, ['window.opens']],
  ['no first day any more', { window: window(9, null) }, { window: null }, ['window.opens']],
  ['a later first day', { window: window(9, null) }, { window: window(10, null) }, []],
  ['a first day where there was none', { window: null }, { window: window(9, null) }, []],
  ['fewer approvals', { approvals: ['secretary', 'college'] }, { approvals: ['college'] }, ['approvals']],
  ['nobody to approve', { approvals: ['college'] }, { approvals: [] }, ['approvals']],
  [
    'another order of approvals',
    { approvals: ['secretary', 'college'] },
    { approvals: ['college', 'secretary'] },
    ['approvals'],
  ],
  ['one approval more', { approvals: ['college'] }, { approvals: ['secretary', 'college'] }, []],
  ['a route opened that was closed', { closed: true }, { closed: false }, ['on']],
  ['a route that stays closed', { closed: true }, { closed: true }, []],
  ['a route closed', {}, { closed: true }, []],
])('%s', (_what, before, after, wanted) => {
  expect(paths(bookWith(before), bookWith(after))).toEqual(wanted.map((path) => `${PATH}.${path}`));
});

test.each<[string, Partial<Rulebook>]>([
  ['timeouts', { timeouts: [] }],
  ['rate', { rate: { ...national2022.rate, targets: [{ ...day(6), percent: 1 }] } }],
  ['withdrawal', { withdrawal: { until: 'approved', lastDay: day(1), source: '通知' } }],
  ['seasonDeadline', { seasonDeadline: day(12) }],
  ['ageLimit', { ageLimit: national2022.ageLimit + 1 }],
  ['keeping', { keeping: [] }],
])('%s is the same for the whole university', (path, part) => {
  expect(paths(national2022, { ...national2022, ...part })).toEqual([path]);
});

test('a route a college adds is held to the one it is made like', () => {
  const below = bookWith({ approvals: ['secretary', 'college'] });
  const result: Rulebook = {
    ...below,
    ways: below.ways.map((way) => ({
      ...way,
      routes: way.routes.flatMap((route) =>
        way.id === WAY && route.id === 'direct'
          ? [route, { ...route, id: 'our-1', approvals: ['college' as const] }]
          : [route],
      ),
    })),
  };
  const like = [{ path: 'ways.employed.routes.our-1.from', value: 'direct' }];
  expect(loosenings(below, result, like).map(({ path }) => path)).toEqual([
    'ways.employed.routes.our-1.approvals',
  ]);
  expect(paths(below, result)).toEqual([]);
});

test('a way a college adds is held to the one it is made like', () => {
  const below = bookWith({ approvals: ['secretary', 'college'] });
  const [like] = below.ways.filter(({ id }) => id === WAY);
  if (!like) throw new Error('no such way');
  const routes = like.routes.map((route) => ({ ...route, approvals: ['college' as const] }));
  const result: Rulebook = { ...below, ways: [...below.ways, { ...like, id: 'our-1', routes }] };
  const made = [{ path: 'ways.our-1.from', value: WAY }];
  expect(loosenings(below, result, made).map(({ path }) => path)).toEqual([
    'ways.our-1.routes.direct.approvals',
  ]);
  expect(paths(below, result)).toEqual([]);
});

test('says in a sentence what a college may not do', () => {
  const found = [
    ...loosenings(bookWith({ closed: true }), bookWith({}), []),
    ...loosenings(bookWith({ window: window(9, 10) }), bookWith({ window: null }), []),
    ...loosenings(bookWith({ approvals: ['college'] }), bookWith({ approvals: [] }), []),
    ...loosenings(national2022, { ...national2022, ageLimit: 99 }, []),
  ];
  expect(found).toHaveLength(5);
  for (const { text } of found) expect(text).toMatch(/^学|^这一项/);
});
