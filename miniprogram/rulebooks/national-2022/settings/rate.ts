import type { RateMeasure } from '../../../domain/rules/rulebook/rate';
import type { Setting } from '../../../domain/rules/rulebook/settings';
import { basisOf } from '../../sources';

const TO_EMPLOYERS = {
  id: 'employers',
  label: '单位团组织转接率',
  meaning: '已经转到单位团组织的人 ÷ 名单上的人，选了升学的和不计入转接率的人不算在内，还没选去向的算。',
  reached: 'employer',
  without: 'school',
  source: basisOf('NN21'),
} as const satisfies RateMeasure;

/** What a university is asked for beside 转接率. */
export const RATE: Setting = {
  id: 'rate',
  question: '上级怎么统计转接的比例？',
  default: 'all',
  options: [
    {
      id: 'all',
      label: '转接率：毕业生团员里有多少人转到了',
      whoDoes: '多数学校这样统计，广东一所高校 2021 年按它定了三个时间的目标。',
      edits: [],
    },
    {
      id: 'employers',
      label: '转接率以外，再看转到单位的有多少',
      whoDoes: '一所高校 2021 年另外统计“单位团组织转接率”：升学的不算，其余的人里有多少转到了单位。',
      edits: [{ path: 'rate.measures', value: [{ ...TO_EMPLOYERS }] }],
    },
  ],
};
