/** How many transfers wait for a college, by what they ask of it. */
import type { DeskKind } from '../../../miniprogram/domain/people/queue-kinds';
import { BOARD } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { MADE_UP_COLLEGE_ID } from '../../_shared/store/record-ids';
import { waitingAs } from '../../_shared/transfers/figures/desk-kinds';

export interface Desk {
  readonly count: (kind: DeskKind) => Promise<number>;
}

/** A college: the counters of whatever season something waits in, read once and only where somebody asks. */
const ofCollege = ({ store }: Pick<Ports, 'store'>, collegeId: string): Desk => {
  const read = async () => {
    const where = { collegeId, desk: { gt: 0 } };
    const tallies = await store.find('tallies', { where, limit: BOARD.tallies });
    return tallies.flatMap(({ onDesk }) => onDesk);
  };
  let rows: ReturnType<typeof read> | undefined;
  return {
    count: async (kind) => {
      rows ??= read();
      return (await rows).reduce((sum, row) => sum + (row.kind === kind ? row.count : 0), 0);
    },
  };
};

/** All colleges: counted by index, which reads less than the counters of each. Whoever is made up is no part of it. */
const ofUniversity = ({ store }: Pick<Ports, 'store'>): Desk => ({
  count: async (kind) => {
    const counts = await Promise.all(
      waitingAs(kind).flatMap((where) => [
        store.count('transfers', where),
        store.count('transfers', { ...where, collegeId: MADE_UP_COLLEGE_ID }).then((madeUp) => -madeUp),
      ]),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  },
});

export const openDesk = (ports: Pick<Ports, 'store'>, scope: { readonly collegeId?: string }): Desk =>
  scope.collegeId === undefined ? ofUniversity(ports) : ofCollege(ports, scope.collegeId);
