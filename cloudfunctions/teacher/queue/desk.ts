/** How many transfers wait for a college, by what they ask of it. */
import type { DeskKind } from '../../../miniprogram/domain/people/queue-kinds';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { MADE_UP_COLLEGE_ID } from '../../_shared/store/record-ids';

export interface Desk {
  readonly count: (kind: DeskKind) => Promise<number>;
}

/**
 * The counters of whatever season something waits in, read once and only where somebody asks. Whoever looks at all
 * colleges is not shown who is made up.
 */
export const openDesk = ({ store }: Pick<Ports, 'store'>, scope: { readonly collegeId?: string }): Desk => {
  const read = async () => {
    const where = { ...scope, desk: { gt: 0 } };
    const tallies = await store.find('tallies', { where, limit: BOARD.tallies });
    const shown = tallies.filter(
      (one) => scope.collegeId !== undefined || one.collegeId !== MADE_UP_COLLEGE_ID,
    );
    return shown.flatMap(({ onDesk }) => onDesk);
  };
  let rows: ReturnType<typeof read> | undefined;
  return {
    count: async (kind) => {
      rows ??= read();
      return (await rows).reduce((sum, row) => sum + (row.kind === kind ? row.count : 0), 0);
    },
  };
};
