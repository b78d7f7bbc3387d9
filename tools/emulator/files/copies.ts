/** `storage.batchCopyFile`: copies within one storage, which the server SDKs ask for by paths. */
import * as v from 'valibot';
import { ProtocolError, type ActionReply } from '../types';
import { assertCloudPath } from './addresses';
import type { Disk } from './disk';

const Copies = v.pipe(
  v.array(
    v.looseObject({
      src_path: v.string(),
      dst_path: v.string(),
      overwrite: v.optional(v.boolean(), true),
      remove_original: v.optional(v.boolean(), false),
    }),
  ),
  v.minLength(1),
  v.maxLength(50),
);

type Copy = v.InferOutput<typeof Copies>[number];

const MISSING = { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists' } as const;
const TAKEN = { code: 'STORAGE_FILE_EXIST', message: 'storage file exists' } as const;

/** One after another: a later copy may read what an earlier one wrote. The copies are the administrators'. */
export function copyFiles(disk: Disk, list: unknown, idOf: (path: string) => string): ActionReply {
  const parsed = v.safeParse(Copies, list);
  if (!parsed.success) throw new ProtocolError('INVALID_PARAM', 'file_list must be 1 to 50 pairs of paths');
  const copyOne = ({ src_path, dst_path, overwrite, remove_original }: Copy) => {
    assertCloudPath(dst_path);
    const bytes = disk.read(src_path);
    if (!bytes) return { ...MISSING, fileId: idOf(src_path) };
    if (!overwrite && disk.has(dst_path)) return { ...TAKEN, fileId: idOf(dst_path) };
    disk.write(dst_path, bytes);
    if (remove_original) disk.remove(src_path);
    return { code: 'SUCCESS', fileId: idOf(dst_path) };
  };
  return { data: { copy_list: parsed.output.map(copyOne) } };
}
