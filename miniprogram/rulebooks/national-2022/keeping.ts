import type { KeepingKind } from '../../domain/rules/rulebook/keeping';
import { basisOf } from '../sources';

export const KEEPING = {
  /** 流动团员团支部 of the school, for the undecided. */
  undecided: {
    id: 'undecided',
    label: '暂留学校的流动团员团支部',
    months: 6,
    mostMonths: 12,
    followUpMonths: [3, 6],
    source: basisOf('G22', 'NK24'),
  },
  /** 出国（境）学习研究团员团支部: after the return it has to be moved quickly. */
  abroad: {
    id: 'abroad',
    label: '保留在出国（境）学习研究团员团支部',
    months: null,
    mostMonths: 60,
    followUpMonths: [6, 12],
    source: basisOf('G22', 'LH23'),
  },
} as const satisfies Record<string, KeepingKind>;
