import type { Rulebook } from '../../domain/rules/rulebook';
import { USUAL_QUESTIONS } from '../questions/index';
import { REMINDING } from '../reminding';
import { basisOf } from '../sources';
import { OUTCOMES } from '../timeouts';
import { flowsOf } from './flows/index';
import { KEEPING } from './keeping';
import { LISTS } from './lists';
import { OFFLINE_STEPS } from './offline-steps';
import { settingsFor } from './settings/index';
import { ON_ZHTJ } from './start';
import { ZHTJ } from './system';
import { NATIONAL_PHASES } from './timeouts';
import { waysOf } from './ways/index';

const AGE_LIMIT = 28;
const RESET_CODE_HOURS = 48;
const ways = waysOf(ON_ZHTJ);

/** The League's own guideline as revised in May 2022 with its question list: what most notices since then follow. */
export const national2022: Rulebook = {
  id: 'national-2022',
  schoolYear: '2022 年至今',
  name: '全国现行流程',
  follows: '按 2022 年全国指引',
  source: basisOf('G22', 'QA22'),
  checkedOn: '2026-11-29',
  sources: {
    ageLimit: basisOf('USST20'),
    resetCodeHours: basisOf('XTIT25'),
    seasonDeadline: basisOf('G22', 'N23'),
  },
  system: ZHTJ,
  timeouts: NATIONAL_PHASES,
  outcomes: OUTCOMES,
  withdrawal: { until: 'decided', lastDay: { month: 8, day: 31 }, source: basisOf('N23') },
  offlineSteps: OFFLINE_STEPS,
  keeping: Object.values(KEEPING),
  rate: {
    targets: [
      { month: 6, day: 30, percent: 80 },
      { month: 9, day: 30, percent: 95 },
      { month: 10, day: 30, percent: 100 },
    ],
    measures: [],
    source: basisOf('GDCP21'),
  },
  settings: settingsFor(ways),
  seasonDeadline: { month: 8, day: 31 },
  ageLimit: AGE_LIMIT,
  postAdvice: '有职务也许能转，也许转不了，各地不一样。先请学院在系统里去掉职务，最稳妥。',
  resetCodeHours: RESET_CODE_HOURS,
  ...REMINDING,
  holdingBranches: ['流动团员团支部'],
  formerHoldingBranches: ['学社衔接临时团支部'],
  lists: LISTS,
  ways,
  flows: flowsOf({ ways, ageLimit: AGE_LIMIT, resetCodeHours: RESET_CODE_HOURS }),
  questions: USUAL_QUESTIONS,
};
