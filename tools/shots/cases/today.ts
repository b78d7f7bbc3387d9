import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import { home } from './transfer-replies';

const season = (rulebookId: string) => ({
  id: '2026',
  name: '2026届',
  rulebookId,
  deadlineAt: chinaTime('08-31 23:59'),
  openedAt: chinaTime('05-20 09:00'),
});

/** A person who has chosen nothing yet, in a season with the rules of today. */
const beginner = (rulebookId: string): Pick<ScreenCase, 'who' | 'replies'> => ({
  who: '林晚',
  replies: { graduate: { home: home(null, { season: season(rulebookId) }) } },
});

const guidesOf = (rulebookId: string): readonly ScreenCase[] =>
  (rulebookOf(rulebookId)?.ways ?? []).flatMap((way) =>
    way.routes.map(({ id: route }) => ({
      name: `${rulebookId}-${way.id}-${route}`,
      page: pagePath('wayResult', { way: way.id, route }),
      ...beginner(rulebookId),
    })),
  );

/** The rules of today on the phone: guides, and the questions that lead to them. */
export const TODAY_CASES: readonly ScreenCase[] = [
  ...guidesOf('national-2022'),
  ...guidesOf('beijing-2024'),
  { name: 'today-picker', page: pagePath('wayPicker'), ...beginner('national-2022') },
  {
    name: 'today-picker-workplace',
    page: pagePath('wayPicker'),
    ...beginner('national-2022'),
    taps: ['去工作', /^没有/],
  },
  {
    name: 'today-pre-flight-guangdong',
    page: pagePath('preFlight'),
    ...beginner('national-2022'),
    taps: ['不是', '广东的'],
  },
  {
    name: 'today-login-taken',
    page: pagePath('loginHelp'),
    ...beginner('national-2022'),
    taps: ['第一次登录', '试过，进不去', '身份证已注册'],
  },
];
