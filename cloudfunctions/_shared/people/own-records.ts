/** What a person has under way: it names their account and branch, so that the right people are told about it. */
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Member, ResetRequest, Transfer } from '../store/records';
import { putTransfer } from '../transfers/put-transfer';

const MOST = 20;

/** Newest first; transfers, which can be large, by their ids. */
export interface OwnRecords {
  readonly transfers: readonly string[];
  readonly requests: readonly ResetRequest[];
}

export const NOTHING_OWN: OwnRecords = { transfers: [], requests: [] };

/**
 * Still as the roster first named them: nobody has signed in as them. Whatever is begun in somebody's name raises their
 * version, so they have nothing under way.
 */
export const isUntouched = ({ accountId, version }: Pick<Member, 'accountId' | 'version'>): boolean =>
  accountId === null && version === 1;

export const ownRecords = async ({ store }: Pick<Ports, 'store'>, memberId: string): Promise<OwnRecords> => {
  const where = { memberId };
  const [transfers, requests] = await Promise.all([
    store.findIds('transfers', { where, orderBy: ['createdAt', 'desc'], limit: MOST }),
    store.find('resetRequests', { where, orderBy: ['requestedAt', 'desc'], limit: MOST }),
  ]);
  return { transfers, requests };
};

type OwnerFacts = Partial<Pick<Transfer, 'accountId' | 'memberName' | 'branchId' | 'branchName'>>;

/**
 * Brings the records in line with their owner.
 * @param studentNumber only transfers hold it; left out where it stays
 */
export const changeOwner = async (
  tx: Transaction,
  own: OwnRecords,
  facts: OwnerFacts,
  studentNumber?: string,
): Promise<void> => {
  const [transfers, requests] = await Promise.all([
    tx.getMany('transfers', own.transfers),
    tx.getMany(
      'resetRequests',
      own.requests.map(({ _id }) => _id),
    ),
  ]);
  // One after the other: two of one person count in the same tally.
  for (const transfer of transfers) {
    const number = studentNumber === undefined ? {} : { studentNumber };
    await putTransfer(tx, transfer, { ...transfer, ...facts, ...number });
  }
  for (const request of requests) tx.put('resetRequests', { ...request, ...facts });
};
