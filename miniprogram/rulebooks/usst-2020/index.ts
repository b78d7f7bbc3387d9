import { composeRulebook } from './compose';
import { IN_COLLEGE } from './keeping';
import { CARD } from './offline-steps';
import { REMINDING } from '../reminding';
import { basisOf } from '../sources';
import { ZHTJ } from './system';
import { OUTCOMES, always } from '../timeouts';

const SOURCE = '2020年上海理工大学毕业生团员办理团组织关系转出操作流程图';
const clause = (number: string): string => `毕业生团员团组织关系转出操作流程，第${number}种方式`;

/** The college's own guide. It names no season deadline; the colleges' usual target day stands in for it. */
export const usst2020 = composeRulebook({
  id: 'usst-2020',
  schoolYear: '2019–2020',
  name: '上海理工大学 2020 年流程',
  follows: '按学校 2020 年的操作流程图',
  source: SOURCE,
  checkedOn: '2026-11-23',
  sources: {
    seasonDeadline: `流程没有写哪天截止；先按各校常用的六月底，见${basisOf('GDCP21')}`,
    resetCodeHours: basisOf('XTIT25'),
  },
  system: ZHTJ,
  timeouts: always({ days: 15, outcome: 'accepted', source: SOURCE }),
  outcomes: OUTCOMES,
  withdrawal: { until: 'approved', lastDay: null, source: '流程没有写；学院审批以前，谁发起的谁撤' },
  offlineSteps: [CARD],
  keeping: [IN_COLLEGE],
  settings: [],
  seasonDeadline: { month: 6, day: 30 },
  rate: {
    targets: [
      { month: 6, day: 30, percent: 80 },
      { month: 9, day: 30, percent: 95 },
    ],
    measures: [],
    source: basisOf('GDCP21'),
  },
  ageLimit: 28,
  postAdvice: '有职务也许能转，也许转不了，各地不一样。先请学院去掉职务，最稳妥。',
  resetCodeHours: 48,
  ...REMINDING,
  holdingBranches: ['学社衔接临时团支部', '流动团员团支部'],
  formerHoldingBranches: [],
  holdingWords: ['学社衔接', '流动团'],
  committeesReceive: true,
  basis: {
    'no-organisation': clause('一'),
    employed: clause('二'),
    'further-study': clause('三'),
    'study-abroad': clause('四'),
    'work-abroad': clause('五'),
    army: clause('六'),
    confidential: clause('七'),
    deferred: clause('八'),
  },
});
