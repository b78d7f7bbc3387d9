import type { Setting } from '../../../domain/rules/rulebook/settings';
import { basisOf } from '../../sources';

const SELF = 'ways.army.routes.self';
const SCHOOL = 'ways.army.routes.direct';

/** LH23 names the place and the letter. It says nothing of the reason to choose, so that stays what it is elsewhere. */
export const ARMY: Setting = {
  id: 'army',
  question: '参军的同学，在系统里转到哪里？',
  default: 'special',
  options: [
    {
      id: 'special',
      label: '转往特殊单位团组织，省级团委审核',
      whoDoes: '团中央 2022 年指引、四川农业大学 2024 年这样写。',
      edits: [],
    },
    {
      id: 'transit',
      label: '转到当地的“临时中转团组织”，另开纸质介绍信',
      whoDoes: '深圳罗湖区 2023 年的通知这样办。',
      edits: [
        { path: `${SELF}.hint`, value: '先转进临时中转团组织，另外开介绍信' },
        { path: `${SELF}.targetHint`, value: '当地的“临时中转团组织”，全称问学院，不填部队' },
        {
          path: `${SELF}.guide.summary`,
          value: '在系统里转到当地的“临时中转团组织”，同时由学院开纸质介绍信。部队的名称、番号哪里都不写。',
        },
        {
          path: `${SELF}.guide.steps.3`,
          value: '申请转入组织选学院告诉你的“临时中转团组织”，不填部队的名称和地址',
        },
        { path: `${SELF}.guide.steps.6`, value: '等学院审批，再由临时中转团组织接收' },
        { path: `${SELF}.basis`, value: basisOf('LH23') },
        {
          path: `${SCHOOL}.guide.summary`,
          value: '你把参军的事告诉学院，学院在系统里把你转到当地的“临时中转团组织”，并开纸质介绍信。',
        },
        { path: `${SCHOOL}.basis`, value: basisOf('LH23') },
      ],
    },
  ],
};
