import type { Rulebook } from '../../domain/rules/rulebook';
import { KEEPING } from '../national-2022/keeping';
import { LISTS } from '../national-2022/lists';
import { REMINDING } from '../reminding';
import { basisOf } from '../sources';
import { OUTCOMES } from '../timeouts';
import { flowsOf } from './flows/index';
import { OFFLINE_STEPS } from './offline-steps';
import { QUESTIONS } from './questions';
import { BJYOUTH } from './system';
import { BEIJING_PHASES } from './timeouts';
import { WAYS } from './ways';

const AGE_LIMIT = 28;

/** A college in 北京: its own system, its own entrances, the same destinations. */
export const beijing2024: Rulebook = {
  id: 'beijing-2024',
  schoolYear: '2023–2024',
  name: '北京高校流程',
  follows: '按北京高校 2024 年的办法',
  source: basisOf('CAU24', 'CAU22', 'BJ21'),
  checkedOn: '2026-11-29',
  sources: {
    ageLimit: basisOf('CAU24'),
    seasonDeadline: basisOf('BJ21'),
    resetCodeHours: `北京的通知没有写；按智慧团建的两天，见${basisOf('XTIT25')}`,
  },
  system: BJYOUTH,
  timeouts: BEIJING_PHASES,
  outcomes: OUTCOMES,
  withdrawal: { until: 'decided', lastDay: { month: 8, day: 31 }, source: basisOf('N23') },
  offlineSteps: OFFLINE_STEPS,
  keeping: Object.values(KEEPING),
  rate: { targets: [{ month: 9, day: 30, percent: 100 }], measures: [], source: basisOf('BJ21') },
  settings: [],
  seasonDeadline: { month: 8, day: 31 },
  ageLimit: AGE_LIMIT,
  postAdvice: '有职务时系统不让转出。先在“北京共青团”解除自己的职务，再发起转接。',
  resetCodeHours: 48,
  ...REMINDING,
  holdingBranches: ['流动团员团支部'],
  formerHoldingBranches: ['学社衔接临时团支部'],
  lists: LISTS,
  ways: WAYS,
  flows: flowsOf(AGE_LIMIT),
  questions: QUESTIONS,
};
