import type { Rulebook } from '../domain/rulebook';
import { flowsOf } from './flows';
import type { Terms } from './terms';
import { waysOf } from './ways';

const BASIS = '2024年毕业生团员团组织关系转接工作提示';

const terms: Terms = {
  receiverDays: 10,
  timeoutOutcome: '申请会自动退回，团关系还在学校，要重新发起',
  timeoutShort: '没处理会自动退回，要重新发起',
  timeoutProposal: 'report-returned',
  holdingBranches: ['流动团员团支部'],
  ageLimit: 28,
  resetCodeDays: 2,
  seasonDeadline: '6月30日',
  basis: {
    'no-organisation': `${BASIS}，未就业`,
    employed: `${BASIS}，已就业`,
    'further-study': `${BASIS}，升学`,
    'study-abroad': `${BASIS}，出国（境）学习`,
    'work-abroad': `${BASIS}，出国（境）工作`,
    army: `${BASIS}，参军入伍`,
    confidential: `${BASIS}，保密单位`,
    deferred: `${BASIS}，延迟毕业`,
  },
};

/** As applied in 2024: a receiver who does nothing sends the request back, and 流动团员团支部 is the one name. */
export const national2024: Rulebook = {
  id: 'national-2024',
  schoolYear: '2023–2024',
  name: '2024 年全国通用流程',
  source: 'ahyz.edu.cn/info/1061/17395.htm',
  checkedOn: '2026-11-20',
  receiverDays: terms.receiverDays,
  onTimeout: 'auto-return',
  timeoutOutcome: terms.timeoutOutcome,
  timeoutShort: terms.timeoutShort,
  seasonDeadline: { month: 6, day: 30 },
  ageLimit: terms.ageLimit,
  resetCodeHours: 48,
  escalateAfterHours: 24,
  escalateWarningHours: 2,
  reminderDays: [7, 3, 1],
  reminderValue: [3, 'timed-out', 1, 7],
  seasonReminderDays: [14, 7, 3, 1],
  reminderHour: 9,
  quietHours: { from: 22, to: 8 },
  soonDays: 3,
  ways: waysOf(terms),
  flows: flowsOf(terms),
};
