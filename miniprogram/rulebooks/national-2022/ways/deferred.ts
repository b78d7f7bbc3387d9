import type { WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import { BY_COLLEGE } from '../handling';
import { NO_NAME } from '../names';

/** Marked by the college in the system and left out of the rate: these people have not graduated. */
export const DEFERRED: WayRule = {
  id: 'deferred',
  label: '延迟毕业',
  shortLabel: '延迟毕业',
  routeQuestion: null,
  routes: [
    {
      id: 'direct',
      label: '由学院标记',
      hint: '人还在学校，关系也留在学校',
      transferReason: null,
      targetHint: '不用填，由学院标记延迟毕业',
      ...BY_COLLEGE,
      counts: false,
      list: 'deferred',
      required: ['expectedGraduation'],
      optional: [],
      ...NO_NAME,
      basis: basisOf('G22', 'ZJU20'),
      guide: {
        summary: '学院在系统里给你标记延迟毕业，关系留在学校，不算在今年的转接里。毕业那年再转出。',
        steps: ['在这里填预计毕业的月份', '学院在系统里标记延迟毕业', '毕业那年，再来选去向'],
        prepare: ['预计毕业的年份和月份'],
        tellReceiver: null,
        mistakes: ['跟着同学一起把关系转走了。人还在学校，没有团支部管。', '毕业时间变了，没有告诉学院。'],
        askWhom: '问学院团委老师',
      },
    },
  ],
};
