import type { Ports } from '../platform/ports';
import { transferIdOf } from '../store/record-ids';
import type { Member, Transfer } from '../store/records';

/** The member's transfer that was begun last; the caller compares its season. */
export const latestTransfer = async ({ store }: Ports, memberId: string): Promise<Transfer | undefined> => {
  const [transfer] = await store.find('transfers', {
    where: { memberId },
    orderBy: ['createdAt', 'desc'],
    limit: 1,
    strict: true,
  });
  return transfer;
};

/**
 * The same of a person as they were just read. Whom this release has taken on the roster, and who has chosen no way
 * since, has none; of whom 1.0 took on the line may not say it before a migration.
 */
export const latestOf = async (ports: Ports, member: Member): Promise<Transfer | undefined> =>
  member.startedIn === null && member.hasRiskyPicture === false
    ? undefined
    : latestTransfer(ports, member._id);

/** Where somebody's latest transfer is stored. The person says it; before a migration of 1.0 it is looked up. */
export const ownIdOf = async (ports: Ports, { _id, startedIn }: Member): Promise<string | undefined> =>
  startedIn === null ? (await latestTransfer(ports, _id))?._id : transferIdOf(startedIn, _id);

/** The caller's own latest transfer. */
export const ownTransfer = async (ports: Ports, { _id, startedIn }: Member): Promise<Transfer | undefined> =>
  startedIn === null
    ? latestTransfer(ports, _id)
    : ports.store.get('transfers', transferIdOf(startedIn, _id));
