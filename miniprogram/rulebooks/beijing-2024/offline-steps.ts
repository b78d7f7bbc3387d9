/** 北京 2022: the 《团员证》 are stamped all at once, and everybody gets a letter whose receipt comes back. */
import type { OfflineStep } from '../../domain/rules/rulebook/offline-steps';
import { OFFLINE as NATIONAL } from '../national-2022/offline-steps';
import { basisOf } from '../sources';

const source = basisOf('CAU22');

export const OFFLINE_STEPS: readonly OfflineStep[] = [
  {
    ...NATIONAL.card,
    label: '《团员证》转出盖章',
    hint: '交给团支书或带到学院，统一盖章；团费交到毕业那个月',
    needs: [],
    source,
  },
  {
    ...NATIONAL.letter,
    hint: '校团委开，有编号；对方接收以后，把回执交回学院',
    opens: 'submitted',
    needs: ['number', 'receipt'],
    source,
  },
  NATIONAL.specialLetter,
  NATIONAL.notice,
  NATIONAL.placed,
];
