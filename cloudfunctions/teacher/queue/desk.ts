/** How many transfers wait for a college, by what they ask of it. */
import type { DeskKind } from '../../../miniprogram/domain/people/queue-kinds';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { MADE_UP_COLLEGE_ID } from '../../_shared/store/record-ids';
import type { Tally } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { waitingAs } from '../../_shared/transfers/figures/desk-kinds';

export interface Desk {
  readonly count: (kind: DeskKind) => Promise<number>;
}

interface Scope {
  readonly collegeId?: string;
}

/** By the records themselves: counters of a later release say nothing, and a sum without them would be too small. */
const countRecords = async (
  { store }: Pick<Ports, 'store'>,
  scope: Scope,
  kind: DeskKind,
): Promise<number> => {
  const { state, ...waiting } = waitingAs(kind);
  // One state at a time: over all colleges no index holds several beside whom they wait for.
  const countIn = async (within: Scope): Promise<number> => {
    const counts = state.in.map((one) => store.count('transfers', { ...within, ...waiting, state: one }));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  if (scope.collegeId !== undefined) return countIn(scope);
  const [all, madeUp] = await Promise.all([countIn({}), countIn({ collegeId: MADE_UP_COLLEGE_ID })]);
  return all - madeUp;
};

/**
 * The counters of whatever season something waits in, read once and only where somebody asks. Whoever looks at all
 * colleges is not shown who is made up.
 */
export const openDesk = (ports: Pick<Ports, 'store'>, scope: Scope): Desk => {
  const read = async (): Promise<Tally['onDesk']> => {
    const where = { ...scope, desk: { gt: 0 } };
    const tallies = await ports.store.find('tallies', { where, limit: BOARD.tallies, strict: true });
    const shown = tallies.filter(
      (one) => scope.collegeId !== undefined || one.collegeId !== MADE_UP_COLLEGE_ID,
    );
    return shown.flatMap(({ onDesk }) => onDesk);
  };
  let rows: Promise<Tally['onDesk'] | undefined> | undefined;
  return {
    count: async (kind) => {
      rows ??= ifReadable(read());
      const known = await rows;
      if (!known) return countRecords(ports, scope, kind);
      return known.reduce((sum, row) => sum + (row.kind === kind ? row.count : 0), 0);
    },
  };
};
