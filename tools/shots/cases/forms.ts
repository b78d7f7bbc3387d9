import type { WayId } from '../../../miniprogram/domain/rules/ways';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import {
  DISTRICT,
  drafted,
  FILLED,
  home,
  KEEP,
  ORGANISATION,
  shot,
  showing,
  transfer,
  WHO,
  type Transfer,
} from './transfer-replies';

/** What a route's form may hold of all that could be typed. */
const filled = (required: readonly string[], organisation: string): Partial<Transfer> => ({
  draft: Object.fromEntries(
    Object.entries({ ...FILLED, organisation }).filter(([field]) => required.includes(field)),
  ),
  screenshots: required.includes('screenshots') ? [shot(1)] : [],
});

const NAMES: Partial<Record<WayId, string>> = {
  employed: ORGANISATION,
  'further-study': '江东大学信息学院2026级硕士第一团支部',
};

/** Forms with nothing in them that differ in what they ask for. */
const EMPTY = ['employed-direct', 'confidential-direct', 'study-abroad-keep', 'deferred-direct'];

/** Every route's form, filled in, and its review. */
const ROUTES: readonly ScreenCase[] = (rulebookOf('usst-2020')?.ways ?? []).flatMap(({ id: way, routes }) =>
  routes.flatMap(({ id: route, required }) => {
    const done = filled(required, NAMES[way] ?? '上海市浦东新区张江镇学社衔接临时团支部');
    const name = `${way}-${route}`;
    return [
      ...(EMPTY.includes(name) ? [showing(`form-${name}-empty`, 'form', drafted(way, route))] : []),
      showing(`form-${name}`, 'form', drafted(way, route, done)),
      showing(`review-${name}`, 'review', drafted(way, route, done)),
    ];
  }),
);

const work = (more: Partial<Transfer>) => drafted('employed', 'direct', more);
const shortName = { draft: { ...FILLED, organisation: '澄江智能装备（上海）有限公司' } };

const wholeProvince = drafted('no-organisation', 'registered-residence', {
  draft: { ...FILLED, organisation: '云南省学社衔接临时团支部' },
});

const FORM: readonly ScreenCase[] = [
  showing('form-doubt', 'form', work(shortName)),
  showing('form-kept', 'form', work(shortName), { taps: ['对方就叫这个名'] }),
  showing('form-whole-province', 'form', wholeProvince),
  showing('form-id-number', 'form', work({ draft: { ...FILLED, organisation: '林晚 11010519491231002X' } })),
  showing(
    'form-id-number-contact',
    'form',
    drafted('study-abroad', 'keep', {
      draft: { ...KEEP, parentContact: { name: '王建平 11010519491231002X', phone: '' } },
    }),
  ),
  showing(
    'form-contact-unreadable',
    'form',
    drafted('study-abroad', 'keep', { draft: KEEP, contactUnreadable: true }),
  ),
  showing('form-no-streets', 'form', work({ draft: { ...FILLED, region: DISTRICT } })),
  showing('form-late', 'form', work({ draft: { ...FILLED, initiatedAt: chinaTime('06-13 09:00') } })),
  showing('form-uploading', 'form', work({ draft: FILLED }), { picks: '选截图', upload: 'stuck' }),
  showing('form-upload-failed', 'form', work({ draft: FILLED }), { picks: '选截图', upload: 'failing' }),
  showing('form-three-shots', 'form', work({ draft: FILLED, screenshots: [1, 2, 3].map(shot) })),
  showing('form-handed-in', 'form', transfer('submitted')),
  { name: 'form-loading', who: WHO, page: pagePath('form'), cloud: 'silent' },
  { name: 'form-failing', who: WHO, page: pagePath('form'), cloud: 'failing' },
  showing('review-doubt', 'review', work({ draft: { ...FILLED, organisation: '北京大学2026级团支部' } })),
  {
    name: 'way-result-receivers',
    who: WHO,
    page: pagePath('wayResult', { way: 'employed', route: 'direct' }),
    replies: {
      graduate: {
        home: home(work({ draft: {} })),
        receivers: {
          receivers: [
            { name: ORGANISATION, people: 4, verified: true, phone: null },
            {
              name: '上海市浦东新区张江镇学社衔接临时团支部',
              people: 2,
              verified: false,
              phone: '021-58956789',
            },
          ],
        },
      },
    },
  },
  showing('review-missing', 'review', work({ draft: { organisation: ORGANISATION } })),
  { name: 'review-loading', who: WHO, page: pagePath('review'), cloud: 'silent' },
  { name: 'review-failing', who: WHO, page: pagePath('review'), cloud: 'failing' },
];

/** Filling in, checking and handing in, on every way and route. */
export const FORM_CASES: readonly ScreenCase[] = [...ROUTES, ...FORM];
