/** Pictures a phone has put into its folders; what was never saved in a draft is named nowhere else. */
import { PICTURE_NAMES } from '../../../miniprogram/domain/pictures';
import type { Ports } from '../ports';
import { PAGE, removeFound } from './forget';

/** The storage lists no folder, and tells how its ids begin only with a file: this one, for a moment. */
const MARK = 'storage-mark.txt';

/** Everything that may lie in the folders a person was given, then the record of them. Ids of no file are let be. */
export const eraseUploads = async (ports: Ports, memberId: string): Promise<void> => {
  const { store, files } = ports;
  const where = { memberId };
  for (let after = 0; ;) {
    const given = await store.find('uploads', {
      where: { ...where, at: { gt: after } },
      orderBy: ['at', 'asc'],
      limit: PAGE,
      strict: true,
    });
    const last = given[given.length - 1];
    if (!last) break;
    const mark = await files.upload(MARK, Buffer.from('.'));
    const root = mark.slice(0, -MARK.length);
    const pictures = given.flatMap(({ folder }) => PICTURE_NAMES.map((name) => `${root}${folder}/${name}`));
    await files.remove([...pictures, mark]);
    after = last.at;
  }
  await removeFound(ports, 'uploads', where);
};
