/** Which silence ends a request depends on where it goes. */
import type { TimeoutPhase } from '../../domain/rules/rulebook/timeouts';
import { NATIONAL_PHASES } from '../national-2022/timeouts';
import { basisOf } from '../sources';

/**
 * A request out of 北京 into 智慧团建 lapses after ten days, whatever the month. No notice was seen that gives receivers
 * inside 北京 a number of days. The rest follows the nation.
 */
export const BEIJING_PHASES: readonly TimeoutPhase[] = [
  {
    from: { month: 1, day: 1 },
    until: null,
    sending: ['beijing'],
    receiving: ['zhtj'],
    days: 10,
    outcome: 'lapsed',
    source: basisOf('SH21'),
  },
  {
    from: { month: 1, day: 1 },
    until: null,
    sending: ['beijing'],
    receiving: ['beijing'],
    days: null,
    outcome: 'ask',
    source: '没有见到哪个通知写了期限',
  },
  ...NATIONAL_PHASES,
];
