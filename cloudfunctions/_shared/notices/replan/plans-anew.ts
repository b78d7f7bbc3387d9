/** Plans for many people at once. */
import { chunks } from '../../kernel/chunks';
import type { Ports } from '../../platform/ports';
import { transferIdOf } from '../../store/record-ids';
import type { Notice } from '../../store/records';
import { planOf, standingOf, type FreshPlan, type Subject } from './plan-anew';

/** People whose notices are looked up at once; a person has a few dozen planned at most, an answer holds a thousand. */
const AT_ONCE = 20;
const MOST = 1000;

const plannedAbout = async (
  { store }: Pick<Ports, 'store'>,
  memberIds: readonly string[],
): Promise<Notice[]> => {
  const pages = chunks(memberIds, AT_ONCE).map((some) =>
    store.find('notices', { where: { aboutId: { in: some }, status: 'planned' }, limit: MOST }),
  );
  return (await Promise.all(pages)).flat();
};

/**
 * Reads what is planned for these people, in two round trips however many they are; nothing in a plan means that all of
 * theirs is as it should be.
 */
export const plansAnew = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  subjects: readonly Subject[],
): Promise<FreshPlan[]> => {
  const now = clock.now();
  const memberIds = subjects.map(({ member }) => member._id);
  const [transfers, planned] = await Promise.all([
    store.getMany(
      'transfers',
      subjects.map(({ member, season }) => transferIdOf(season.id, member._id)),
    ),
    plannedAbout({ store }, memberIds),
  ]);
  const transferOf = new Map(transfers.map((transfer) => [transfer.memberId, transfer]));
  const standings = subjects.map((subject) => {
    const { _id } = subject.member;
    const own = planned.filter(({ aboutId }) => aboutId === _id);
    return standingOf(subject, transferOf.get(_id), own, now);
  });
  const found = await store.getMany(
    'notices',
    standings.flatMap(({ ids }) => ids),
  );
  const stored = new Map(found.map((notice) => [notice._id, notice]));
  return standings.map((standing) =>
    planOf(
      standing,
      standing.ids.flatMap((id) => stored.get(id) ?? []),
      now,
    ),
  );
};
