import { shortHash } from '../kernel/hash';

/** Cloud folder of a teacher's rosters; the account's id is not told to the storage. */
export const rosterFolderOf = (accountId: string): string => `rosters/${shortHash(accountId)}`;

/** Whether a file id points into the folder, by the server's own reading of the path. */
export const liesIn = (folder: string, fileId: string): boolean => {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1];
  return path !== undefined && path.startsWith(`${folder}/`) && !path.includes('..') && !path.includes('//');
};
