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
    receivedBy: 'any',
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
    receivedBy: 'any',
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
    receivedBy: 'any',
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
    receivedBy: 'any',
    atDesk: false,
    needs: [],
    source: basisOf('AHYZ24'),
  },
  placed: {
    id: 'placed',
    label: '编入团支部',
    hint: '接收你的是团委、团工委或团总支：问清编在哪个团支部，在系统里看到了再勾',
    opens: 'accepted',
    who: 'graduate',
    receivedBy: 'committee',
    atDesk: false,
    needs: [],
    source: basisOf('OP23'),
  },
} as const satisfies Record<string, OfflineStep>;

export const OFFLINE_STEPS: readonly OfflineStep[] = Object.values(OFFLINE);

/** Only where the setting asks for it: elsewhere it is a word on the card. */
export const FEE: OfflineStep = {
  id: 'fee',
  label: '团费交到毕业那个月',
  hint: '向团支书问清交到几月，交清了再勾',
  opens: 'submitted',
  who: 'graduate',
  receivedBy: 'any',
  atDesk: false,
  needs: [],
  source: basisOf('SICAU24'),
};
