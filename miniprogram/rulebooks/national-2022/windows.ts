/** From when and until when a transfer is started. */
import type { RouteWindow } from '../../domain/rules/rulebook/windows';
import { basisOf } from '../sources';

/** Towards society there is no first day, graduates since January count, and the season's deadline is the last. */
export const WINDOWS = {
  /** New schools build their branches within a month of enrolment; until then the relation stays. */
  school: {
    opens: { month: 9, day: 1 },
    deadline: { month: 10, day: 31 },
    source: basisOf('G22', 'N23', 'US23'),
  },
} as const satisfies Record<string, RouteWindow>;
