/** Pictures count as evidence only once they are known: put into a folder given to this person, there, and a picture. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isPicture } from '../../../miniprogram/domain/transfer/pictures';
import { liesIn } from './own-files';
import type { Ports } from '../platform/ports';
import { screenshotFolderOf, uploadIdOf } from '../store/record-ids';
import type { Transfer } from '../store/records';

/** The last part of the folder a picture lies in. */
const secretOf = (fileId: string): string => fileId.split('/').at(-2) ?? '';

/** Folders among those the pictures name that were given to this person. */
export const foldersGiven = async (
  { store }: Ports,
  memberId: string,
  fileIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(fileIds.map((fileId) => uploadIdOf(secretOf(fileId))))];
  const given = await store.getMany('uploads', ids);
  return new Set(given.filter((upload) => upload.memberId === memberId).map(({ folder }) => folder));
};

/** Pictures the transfer holds already; those of earlier releases lie in folders nobody noted. */
export const picturesOf = ({ screenshots, past }: Transfer): ReadonlySet<string> =>
  new Set([...screenshots, ...past.flatMap((attempt) => attempt.screenshots)]);

/** `SCREENSHOT_FOREIGN` for a picture that lies in no folder given to this person. */
export const checkFolders = (
  memberId: string,
  fileIds: readonly string[],
  { given, held }: { given: ReadonlySet<string>; held: ReadonlySet<string> },
): Result<undefined> => {
  const isOwn = (fileId: string): boolean =>
    liesIn(screenshotFolderOf(memberId), fileId) &&
    (held.has(fileId) || [...given].some((folder) => liesIn(folder, fileId)));
  return fileIds.every(isOwn) ? ok(undefined) : fail('SCREENSHOT_FOREIGN', 'screenshots');
};

/** `SCREENSHOT_MISSING` or `SCREENSHOT_UNREADABLE` with the number of the first picture that cannot count. */
export const checkUploaded = async (
  { files }: Ports,
  fileIds: readonly string[],
): Promise<Result<undefined>> => {
  const heads = fileIds.length > 0 ? await files.heads(fileIds) : {};
  for (const [index, fileId] of fileIds.entries()) {
    const head = heads[fileId];
    const which = { number: index + 1 };
    if (!head) return fail('SCREENSHOT_MISSING', 'screenshots', which);
    if (!isPicture(head)) return fail('SCREENSHOT_UNREADABLE', 'screenshots', which);
  }
  return ok(undefined);
};
