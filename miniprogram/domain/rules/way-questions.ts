import type { MonthDay } from '../calendar/month-day';
import type { HelpQuestion } from './questions';
import type { RouteRule, Rulebook, WayRule } from './rulebook';

const questionOf = (way: WayRule, route: RouteRule): HelpQuestion => ({
  id: `way-${way.id}-${route.id}`,
  question: way.routes.length > 1 ? `${way.label}，${route.label}，怎么转？` : `${way.label}，怎么转？`,
  typed: [route.label, route.hint, route.targetHint, ...(route.transferReason ? [route.transferReason] : [])],
  answer: [route.guide.summary, ...route.guide.steps.slice(0, 1)],
  askWhom: route.guide.askWhom,
  copy: null,
  link: { label: '看这种去向的指引', page: 'guide', wayId: way.id, routeId: route.id },
  basis: route.basis,
});

/** Routes that people can still take, each with its way. */
const offered = (ways: readonly WayRule[]): (readonly [WayRule, RouteRule])[] =>
  ways.flatMap((way) => way.routes.filter(({ closed }) => !closed).map((route) => [way, route] as const));

const dayText = ({ month, day }: MonthDay): string => `${month}月${day}日`;

/** A route with days of its own, as one sentence. */
const windowText = (way: WayRule, { window }: RouteRule): string[] => {
  if (!window) return [];
  const days = [
    ...(window.opens ? [`${dayText(window.opens)}起`] : []),
    ...(window.deadline ? [`最晚 ${dayText(window.deadline)}`] : []),
  ];
  return days.length === 0 ? [] : [`“${way.label}”：${days.join('，')}。`];
};

const deadlineQuestion = ({ seasonDeadline, ways, sources, source }: Rulebook): HelpQuestion => ({
  id: 'deadline',
  question: '什么时候截止？最晚哪天办？',
  typed: [
    '截止',
    '截止时间',
    '截止日期',
    '最晚',
    '最迟',
    '什么时候之前',
    '到几号',
    '还有几天',
    '今天最后一天',
    '来得及吗',
    '几月之前必须转完',
    '几月开始转',
    '现在就要转吗',
  ],
  answer: [
    `最晚 ${dayText(seasonDeadline)}在系统里发起。学院可能定得更早，以首页上的日期为准。`,
    ...new Set(offered(ways).flatMap(([way, route]) => windowText(way, route))),
    '发起以后，对方哪天以前要处理，看“进度”。',
  ],
  askWhom: '问学院团委老师',
  copy: null,
  link: { label: '看我的进度', page: 'track' },
  basis: sources.seasonDeadline ?? source,
});

/** Everything that can be found by searching: the questions people ask, the dates, then each way as one. */
export const allQuestions = (rulebook: Rulebook): HelpQuestion[] => [
  ...rulebook.questions,
  deadlineQuestion(rulebook),
  ...offered(rulebook.ways).map(([way, route]) => questionOf(way, route)),
];
