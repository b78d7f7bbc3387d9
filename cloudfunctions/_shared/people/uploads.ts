/** What phones have put into the folders they were given; what was never saved is named nowhere else. */
import { PICTURE_NAMES } from '../../../miniprogram/domain/transfer/pictures';
import { chunks } from '../kernel/chunks';
import type { Ports } from '../platform/ports';
import { wholePage } from '../store/pages';
import { PAGE } from './forget';

/** The storage lists no folder, and tells how its ids begin only with a file: this one, for a moment. */
const MARK = 'storage-mark.txt';

/** The folders a person was given, oldest first. */
export const givenFolders = async ({ store }: Pick<Ports, 'store'>, memberId: string): Promise<string[]> => {
  const folders: string[] = [];
  for (let after = 0; ;) {
    const { records, isLast } = await wholePage({ store }, 'uploads', {
      where: { memberId },
      by: 'at',
      direction: 'asc',
      beyond: { gt: after },
      size: PAGE,
      strict: true,
    });
    folders.push(...records.map(({ folder }) => folder));
    const last = records.at(-1);
    if (!last || isLast) return folders;
    after = last.at;
  }
};

/** What lies in these folders under these names. Ids of no file are let be. */
export const removeFilesIn = async (
  { files }: Pick<Ports, 'files'>,
  folders: readonly string[],
  names: readonly string[],
): Promise<void> => {
  for (const some of chunks(folders, PAGE)) {
    const mark = await files.upload(MARK, Buffer.from('.'));
    const root = mark.slice(0, -MARK.length);
    const fileIds = some.flatMap((folder) => names.map((name) => `${root}${folder}/${name}`));
    await files.remove([...fileIds, mark]);
  }
};

/** Everything that may lie in these folders. */
export const removePictures = (ports: Pick<Ports, 'files'>, folders: readonly string[]): Promise<void> =>
  removeFilesIn(ports, folders, PICTURE_NAMES);
