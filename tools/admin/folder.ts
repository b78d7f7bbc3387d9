/**
 * A backup on disk: `<collection>.jsonl` by id, `files/` by a digest of the file's id, and a manifest written last. What
 * is sealed stays sealed, so the folder is of no use without `FIELD_KEY` — and still holds names: keep it locked away.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { Document } from './documents';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const manifest = v.object({
  format: v.literal(1),
  env: v.string(),
  /** Epoch ms. */
  takenAt: v.number(),
  collections: v.record(v.string(), v.object({ count: v.number(), sha256: digest })),
  files: v.array(v.object({ fileId: v.string(), bytes: v.number(), sha256: digest })),
  /** Named by a record but no longer in the storage. */
  missing: v.array(v.string()),
});
export type Manifest = v.InferOutput<typeof manifest>;

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const manifestFile = (dir: string): string => path.join(dir, 'manifest.json');
export const collectionFile = (dir: string, name: string): string => path.join(dir, `${name}.jsonl`);
export const storedFile = (dir: string, fileId: string): string => path.join(dir, 'files', sha256(fileId));

/** Written beside and moved, so that a manifest is whole or not there. */
export const writeManifest = async (dir: string, content: Manifest): Promise<void> => {
  await writeFile(`${manifestFile(dir)}.new`, JSON.stringify(content, null, 2));
  await rename(`${manifestFile(dir)}.new`, manifestFile(dir));
};

export const readManifest = async (dir: string): Promise<Manifest> =>
  v.parse(manifest, JSON.parse(await readFile(manifestFile(dir), 'utf8')));

/** Documents of a .jsonl, one after the other. Throws at a line that is none. */
export async function* documentsIn(file: string): AsyncGenerator<Document> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) if (line) yield JSON.parse(line) as Document;
}

/** Digest and count of what a file holds now. */
export const weigh = async (file: string): Promise<{ count: number; sha256: string }> => {
  const hash = createHash('sha256');
  let count = 0;
  for await (const piece of createReadStream(file)) {
    const bytes = piece as Buffer;
    hash.update(bytes);
    for (const byte of bytes) if (byte === 10) count += 1;
  }
  return { count, sha256: hash.digest('hex') };
};
