/** What is done on paper. Need and order differ from place to place: see the settings. */
import type { OfflineStep } from '../../domain/rules/rulebook/offline-steps';
import { basisOf } from '../sources';

export const OFFLINE = {
  card: {
    id: 'card',
    label: '《团员证》转出',
    hint: '带《团员证》和截图去学院，团费交到毕业那个月',
    opens: 'submitted',
    who: 'college',
    atDesk: true,
    needs: ['screenshot'],
    source: basisOf('SICAU24', 'USST20'),
  },
  letter: {
    id: 'letter',
    label: '组织关系介绍信',
    hint: '学院团委开，有编号；对方在系统里接收以后再开',
    opens: 'accepted',
    who: 'college',
    atDesk: false,
    needs: ['number'],
    source: basisOf('ZFF16', 'AHYZ24'),
  },
  specialLetter: {
    id: 'special-letter',
    label: '特殊单位的介绍信',
    hint: '和系统里同时办，学院会告诉你交到哪里',
    opens: 'submitted',
    who: 'college',
    atDesk: false,
    needs: ['number'],
    source: basisOf('G22', 'QA22'),
  },
  notice: {
    id: 'notice',
    label: '流动团员告知书',
    hint: '到学院签字，一份自己留着',
    opens: 'submitted',
    who: 'graduate',
    atDesk: false,
    needs: [],
    source: basisOf('AHYZ24'),
  },
} as const satisfies Record<string, OfflineStep>;
