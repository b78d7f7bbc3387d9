/**
 * Roster files on their way from a phone. Each has a folder of its own, noted before the phone hears of it: a file nobody
 * took in, because the phone went off in between, holds a whole college's names and goes within the hour or so.
 */
import { ROSTER_FILE_NAMES } from '../../../miniprogram/domain/people/roster-file';
import { PICTURES } from '../kernel/policy';
import { removeFilesIn } from '../people/uploads';
import type { Ports } from '../platform/ports';
import { earliest } from '../store/earliest';
import { uploadIdOf } from '../store/record-ids';
import { clockWaking, lowerWake } from '../store/wake';
import { rosterFolderOf } from '../transfers/own-files';
import { ROSTER_RUN } from './limits';

/** Folders looked after in one turn of the timer. */
const MOST = 20;

export const givenRosterFolder = async (
  { store, codes, clock }: Ports,
  accountId: string,
): Promise<string> => {
  const secret = codes.next(PICTURES.folderLength);
  const folder = `${rosterFolderOf(accountId)}/${secret}`;
  const now = clock.now();
  await lowerWake(store, clockWaking(now));
  await store.insertMissing('uploads', [
    { _id: uploadIdOf(secret), recordVersion: 2, memberId: null, folder, at: now },
  ]);
  return folder;
};

/** The file leaves the storage before anybody looks into it: whatever reading it does, nothing of it is left behind. */
export const takeRosterFile = async (
  { files, store }: Ports,
  fileId: string,
): Promise<Buffer | undefined> => {
  const bytes = await files.download(fileId);
  await files.remove([fileId]);
  await store.removeAll('uploads', [uploadIdOf(fileId.split('/').at(-2) ?? '')]);
  return bytes;
};

/** When the oldest folder is due to be emptied, epoch ms; Infinity while none is given. */
export const rosterFilesDueAt = async (ports: Ports): Promise<number> =>
  (await earliest(ports, 'uploads', 'at', { memberId: null })) + ROSTER_RUN.uploadKeptMs;

/** For the timer. Resolves to how many folders were emptied. */
export const removeRosterFiles = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const where = { memberId: null, at: { lte: clock.now() - ROSTER_RUN.uploadKeptMs } };
  const old = await store.find('uploads', { where, orderBy: ['at', 'asc'], limit: MOST });
  if (old.length === 0) return 0;
  await removeFilesIn(
    ports,
    old.map(({ folder }) => folder),
    ROSTER_FILE_NAMES,
  );
  await store.removeAll(
    'uploads',
    old.map(({ _id }) => _id),
  );
  return old.length;
};
