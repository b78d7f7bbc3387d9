import { composeRulebook } from './compose';
import { IN_COLLEGE } from './keeping';
import { CARD } from './offline-steps';
import { REMINDING } from './reminding';
import { ZHTJ } from './system';
import { OUTCOMES, always } from './timeouts';

const NOTICE = '2024 年一所安徽高校的转接通知';

/** As a 2024 notice applies it: a receiver who does nothing sends the request back; one name for the branches. */
export const national2024 = composeRulebook({
  id: 'national-2024',
  schoolYear: '2023–2024',
  name: '2024 年通用流程',
  source: `${NOTICE}，ahyz.edu.cn/info/1061/17395.htm`,
  checkedOn: '2026-11-23',
  sources: {},
  system: ZHTJ,
  timeouts: always({ days: 10, outcome: 'lapsed', source: NOTICE }),
  outcomes: OUTCOMES,
  withdrawal: { until: 'approved', lastDay: null, source: NOTICE },
  offlineSteps: [CARD],
  keeping: [IN_COLLEGE],
  settings: [],
  seasonDeadline: { month: 6, day: 30 },
  rate: {
    targets: [
      { month: 6, day: 30, percent: 80 },
      { month: 9, day: 30, percent: 95 },
    ],
    source: '共青团部门对各校的转接率要求',
  },
  ageLimit: 28,
  resetCodeHours: 48,
  ...REMINDING,
  holdingBranches: ['流动团员团支部'],
  formerHoldingBranches: ['学社衔接临时团支部'],
  holdingWords: ['学社衔接临时团支部', '流动团'],
  committeesReceive: true,
  basis: {
    'no-organisation': `${NOTICE}，未就业`,
    employed: `${NOTICE}，已就业`,
    'further-study': `${NOTICE}，升学`,
    'study-abroad': `${NOTICE}，出国（境）学习`,
    'work-abroad': `${NOTICE}，出国（境）工作`,
    army: `${NOTICE}，参军入伍`,
    confidential: `${NOTICE}，保密机构`,
    deferred: `${NOTICE}，延迟毕业`,
  },
});
