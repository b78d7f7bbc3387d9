/** Answers that contradict one another, told by the rules of the nation and of 2020. */
import { doubtsOf } from '../../../../../miniprogram/packages/graduate/review/doubts';
import { typedTime } from '../../../../../miniprogram/packages/graduate/form/start-time';
import type { Work } from '../../../../../miniprogram/packages/graduate/form/work';
import { routeOf, RULEBOOKS, rulebookOf, wayOf } from '../../../../../miniprogram/rulebooks';
import { NOW } from '../../../support/home-responses';

const NATIONAL = rulebookOf('national-2022') ?? RULEBOOKS[0]!;
const SHENZHEN = { names: ['广东省', '深圳市', '南山区', '粤海街道'], code: '440305008' };
const NANJING = { names: ['江苏省', '南京市', '鼓楼区', '湖南路街道'], code: '320106011' };

/** Behind no other system's receiver, as the pre-flight check is answered. */
const NO_OTHER = { post: 'none', age: 'under', party: 'no', province: 'no' };

const work = (wayId: string, routeId: string, part: Partial<Work>): Work => ({
  rulebook: NATIONAL,
  way: wayOf(NATIONAL, wayId)!,
  route: routeOf(NATIONAL, wayId, routeId)!,
  draft: {},
  shots: [],
  keptName: '',
  own: {},
  receivers: [],
  preFlight: {},
  time: typedTime(undefined),
  seasonOpenedAt: NOW,
  isContactUnreadable: false,
  ...part,
});

const FINE = { region: NANJING, organisation: '南京华新科技有限公司团支部' };

it.each([
  ['nothing', FINE, NO_OTHER, []],
  [
    'a place of another system',
    { region: SHENZHEN, organisation: '深圳华新科技有限公司团支部' },
    NO_OTHER,
    ['region'],
  ],
  [
    'a name of another city',
    { ...FINE, organisation: '深圳市华新科技有限公司团支部' },
    NO_OTHER,
    ['organisation'],
  ],
  [
    'a university’s branch at work',
    { ...FINE, organisation: '北京大学光华管理学院2026级团支部' },
    {},
    ['organisation'],
  ],
  [
    'both',
    { region: SHENZHEN, organisation: '北京大学光华管理学院2026级团支部' },
    NO_OTHER,
    ['region', 'organisation'],
  ],
] as const)('asks about %s', (_, draft, preFlight, ids) => {
  const region = { ...draft.region, names: [...draft.region.names] };
  const doubts = doubtsOf(work('employed', 'direct', { draft: { ...draft, region }, preFlight }));
  expect(doubts.map(({ id }) => id)).toEqual(ids);
  for (const { title, why } of doubts) expect(title && why).toBeTruthy();
});

it('does not ask again what the person said holds', () => {
  const organisation = '深圳市华新科技有限公司团支部';
  const draft = { ...FINE, organisation };
  expect(doubtsOf(work('employed', 'direct', { draft, keptName: organisation }))).toEqual([]);
});

it('asks nothing where neither place nor name is asked for', () => {
  expect(doubtsOf(work('confidential', 'direct', { draft: FINE, preFlight: NO_OTHER }))).toEqual([]);
});
