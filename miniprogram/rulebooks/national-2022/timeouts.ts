/** What becomes of a request the receiver leaves lying. */
import type { TimeoutPhase } from '../../domain/rules/rulebook/timeouts';
import { basisOf } from '../sources';

/**
 * The national phases: until the end of August nothing is forced, in September receivers have to decide, from
 * 1 October an undecided request is returned after ten days, to and from 北京, 广东 and 福建 as well.
 */
export const NATIONAL_PHASES = [
  {
    from: { month: 1, day: 1 },
    until: { month: 9, day: 30 },
    sending: 'any',
    receiving: 'any',
    days: null,
    outcome: 'ask',
    source: basisOf('G22', 'N23'),
  },
  {
    from: { month: 10, day: 1 },
    until: null,
    sending: 'any',
    receiving: 'any',
    days: 10,
    outcome: 'lapsed',
    source: basisOf('G22', 'N23'),
  },
] as const satisfies readonly TimeoutPhase[];

/** Ten days from the first day on, as a college of 安徽 was told in June 2024. */
export const TEN_DAYS = [
  {
    from: { month: 1, day: 1 },
    until: null,
    sending: 'any',
    receiving: 'any',
    days: 10,
    outcome: 'lapsed',
    source: basisOf('AHYZ24'),
  },
] as const satisfies readonly TimeoutPhase[];
