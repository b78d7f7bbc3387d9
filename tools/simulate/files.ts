import type { Files } from '../../cloudfunctions/_shared/platform/ports';

const ROOT = 'cloud://simulated.bucket/';

/** What lies below a folder, whoever put it there. */
export const pathsOf =
  (stored: ReadonlyMap<string, Buffer>) =>
  async (folder: string): Promise<string[]> =>
    [...stored.keys()]
      .map((id) => id.replace(/^cloud:\/\/[^/]+\//, ''))
      .filter((path) => path.startsWith(folder));

/** The storage of a simulated cloud: in memory, since only the database and WeChat are made to fail. */
export const filesIn = (stored = new Map<string, Buffer>()): Files => ({
  urls: async (ids) =>
    Object.fromEntries(ids.filter((id) => stored.has(id)).map((id) => [id, `https://${id}`])),
  heads: async (ids) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const bytes = stored.get(id);
        return bytes ? [[id, { start: bytes.subarray(0, 16), size: bytes.length }]] : [];
      }),
    ),
  download: async (id) => stored.get(id),
  upload: async (path, bytes) => {
    const id = `${ROOT}${path}`;
    stored.set(id, bytes);
    return id;
  },
  remove: async (ids) => ids.forEach((id) => stored.delete(id)),
});
