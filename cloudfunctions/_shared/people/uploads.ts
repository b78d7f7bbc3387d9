/** Pictures a phone has put into its folders; what was never saved in a draft is named nowhere else. */
import { PICTURE_NAMES } from '../../../miniprogram/domain/transfer/pictures';
import { chunks } from '../kernel/chunks';
import type { Ports } from '../platform/ports';
import { PAGE } from './forget';

/** The storage lists no folder, and tells how its ids begin only with a file: this one, for a moment. */
const MARK = 'storage-mark.txt';

/** The folders a person was given, oldest first. */
export const givenFolders = async ({ store }: Pick<Ports, 'store'>, memberId: string): Promise<string[]> => {
  const folders: string[] = [];
  for (let after = 0; ;) {
    const given = await store.find('uploads', {
      where: { memberId, at: { gt: after } },
      orderBy: ['at', 'asc'],
      limit: PAGE,
      strict: true,
    });
    folders.push(...given.map(({ folder }) => folder));
    const last = given[given.length - 1];
    if (!last) return folders;
    after = last.at;
  }
};

/** Everything that may lie in these folders. Ids of no file are let be. */
export const removePictures = async ({ files }: Ports, folders: readonly string[]): Promise<void> => {
  for (const some of chunks(folders, PAGE)) {
    const mark = await files.upload(MARK, Buffer.from('.'));
    const root = mark.slice(0, -MARK.length);
    const pictures = some.flatMap((folder) => PICTURE_NAMES.map((name) => `${root}${folder}/${name}`));
    await files.remove([...pictures, mark]);
  }
};
