/** Pictures count as evidence only once they are known: put into a folder given to this person, there, and a picture. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isPicture } from '../../../miniprogram/domain/transfer/pictures';
import { PICTURES } from '../kernel/policy';
import { liesIn } from './own-files';
import { latestTransfer } from './load';
import type { Ports } from '../platform/ports';
import { screenshotFolderOf, uploadIdOf } from '../store/record-ids';
import type { Transfer } from '../store/records';

/** The last part of the folder a picture lies in. */
const secretOf = (fileId: string): string => fileId.split('/').at(-2) ?? '';

/** What is signed of a folder's name; the first word keeps it apart from what else is signed. */
const claimOf = (memberId: string, chance: string): string => `folder.${memberId}.${chance}`;

/**
 * The last part of a new folder's name: chance, and the proof that the folder was given to this person. Whoever hands in
 * a picture shows the proof with it, so that nothing has to be looked up.
 */
export const newSecret = ({ codes, signer }: Pick<Ports, 'codes' | 'signer'>, memberId: string): string => {
  const chance = codes.next(PICTURES.folderLength);
  return `${chance}-${signer.sign(claimOf(memberId, chance))}`;
};

const isSigned = ({ signer }: Ports, memberId: string, secret: string): boolean => {
  const [chance, signature] = [
    secret.slice(0, PICTURES.folderLength),
    secret.slice(PICTURES.folderLength + 1),
  ];
  return signer.verify(claimOf(memberId, chance), signature);
};

/** Folders among those the pictures name that were given to this person; those without a proof are looked up. */
export const foldersGiven = async (
  ports: Ports,
  memberId: string,
  fileIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const secrets = [...new Set(fileIds.map(secretOf))];
  const signed = secrets.filter((secret) => isSigned(ports, memberId, secret));
  const others = secrets.filter((secret) => !signed.includes(secret)).map(uploadIdOf);
  const noted = others.length > 0 ? await ports.store.getMany('uploads', others) : [];
  const own = noted.filter((upload) => upload.memberId === memberId);
  return new Set([
    ...signed.map((secret) => `${screenshotFolderOf(memberId)}/${secret}`),
    ...own.map(({ folder }) => folder),
  ]);
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

/** As {@link checkFolders}; what the transfer holds already is asked only for pictures whose folder says nothing. */
export const checkOwn = async (
  ports: Ports,
  memberId: string,
  fileIds: readonly string[],
): Promise<Result<undefined>> => {
  const given = await foldersGiven(ports, memberId, fileIds);
  const own = checkFolders(memberId, fileIds, { given, held: new Set() });
  if (own.ok) return own;
  const seen = await latestTransfer(ports, memberId);
  return seen ? checkFolders(memberId, fileIds, { given, held: picturesOf(seen) }) : own;
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
