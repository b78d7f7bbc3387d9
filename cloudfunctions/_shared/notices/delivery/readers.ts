/** Whether a message still goes to whoever it was made for: people are unbound and change offices meanwhile. */
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import { recipientsOf, type Owner } from '../place';

type OwnerOf = (notice: Notice) => Owner | undefined;

const unique = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => typeof id === 'string')),
];

/** A digest is about the branch itself. */
const branchIdOf = ({ kind, audience, aboutId }: Notice, owner: Owner | undefined): string | undefined =>
  kind === 'digest' && audience === 'secretary' ? aboutId : owner?.branchId;

/** Reads who holds the offices that these messages are for; nothing where all are to graduates. */
export const readReaders = async (
  { store }: Ports,
  notices: readonly Notice[],
  ownerOf: OwnerOf,
): Promise<(notice: Notice) => boolean> => {
  const to = (audience: Notice['audience']) => notices.filter((notice) => notice.audience === audience);
  const [branches, colleges] = await Promise.all([
    store.lookUp('branches', unique(to('secretary').map((notice) => branchIdOf(notice, ownerOf(notice))))),
    store.lookUp('colleges', unique(to('teacher').map(({ collegeId }) => collegeId))),
  ]);
  return (notice) => {
    const owner = ownerOf(notice);
    if (notice.audience === 'graduate') return owner?.accountId === notice.accountId;
    const place = {
      branch: branches.records.find(({ _id }) => _id === branchIdOf(notice, owner)),
      college: colleges.records.find(({ _id }) => _id === notice.collegeId),
    };
    return recipientsOf({ accountId: null }, place)[notice.audience].some(
      ({ accountId }) => accountId === notice.accountId,
    );
  };
};
