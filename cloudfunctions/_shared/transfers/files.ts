/** The pictures of a transfer, those it no longer shows included: whoever deletes has to find all of them. */
import type { Transfer } from '../store/records';

const shownIn = ({ screenshots, past }: Pick<Transfer, 'screenshots' | 'past'>): string[] => [
  ...screenshots,
  ...past.flatMap((attempt) => attempt.screenshots),
];

export const filesOf = (transfer: Transfer): string[] => [...shownIn(transfer), ...transfer.droppedFiles];

/** The transfer as it is about to be stored, remembering what it has let go of. */
export const withDropped = (before: Transfer | undefined, after: Transfer): Transfer => {
  const shown = new Set(shownIn(after));
  const known = [...(before ? shownIn(before) : []), ...after.droppedFiles];
  return { ...after, droppedFiles: [...new Set(known)].filter((fileId) => !shown.has(fileId)) };
};
