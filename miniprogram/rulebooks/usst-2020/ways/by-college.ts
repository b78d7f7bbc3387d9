/** The two ways the college enters itself: the graduate only tells it. */
import type { Guide, RouteRule, WayRule } from '../../../domain/rules/rulebook';
import { BY_COLLEGE } from './handling';
import { NO_NAME } from './names';
import type { Terms } from '../terms';

const recordedRoute = (
  rule: Pick<RouteRule, 'label' | 'hint' | 'list' | 'targetHint' | 'required' | 'basis'>,
  guide: Guide,
): RouteRule => ({
  id: 'direct',
  transferReason: null,
  ...BY_COLLEGE,
  optional: [],
  ...NO_NAME,
  ...rule,
  guide,
});

export const army = (terms: Terms): WayRule => ({
  id: 'army',
  label: '参军入伍',
  shortLabel: '参军入伍',
  routeQuestion: null,
  routes: [
    recordedRoute(
      {
        label: '由上级团组织录入',
        hint: '你告诉学院就行，不用在智慧团建上操作',
        list: 'army',
        targetHint: '不用填，由上级团组织统一录入',
        required: [],
        basis: terms.basis.army,
      },
      {
        summary: '你把参军的事告诉学院，学院记进名单，团关系由上级团组织统一录入。',
        steps: ['在这里点“报给学院”', '学院团委把你记进名单', '上级团组织统一录入，你不用在智慧团建上操作'],
        prepare: ['入伍通知书，学院可能要看一眼'],
        tellReceiver: null,
        mistakes: [
          '自己在智慧团建又转了一次，学院还要撤回来。',
          '走之前没有告诉学院，名单上没有你。',
          '把部队的名称、番号写进来。这里不用写，也不要写。',
        ],
        askWhom: '问学院团委老师',
      },
    ),
  ],
});

export const deferred = (terms: Terms): WayRule => ({
  id: 'deferred',
  label: '延迟毕业',
  shortLabel: '延迟毕业',
  routeQuestion: null,
  routes: [
    recordedRoute(
      {
        label: '由学院登记',
        hint: '编入延迟毕业团组织，集中管理',
        list: 'deferred',
        targetHint: '不用填，由学院编入延迟毕业团组织',
        required: ['expectedGraduation'],
        basis: terms.basis.deferred,
      },
      {
        summary: '学院在智慧团建里给你做好记录，把你编入延迟毕业团组织。毕业那年再转出。',
        steps: [
          '在这里填预计毕业的月份',
          '到学院团委登记，学院在智慧团建里记录',
          '编入延迟毕业团组织，毕业那年再转出',
        ],
        prepare: ['预计毕业的年份和月份'],
        tellReceiver: null,
        mistakes: ['跟着同学一起把关系转走了，人还在学校，没有团支部管。', '毕业时间变了没有告诉学院。'],
        askWhom: '问学院团委老师',
      },
    ),
  ],
});
