/** Copies an environment into a folder. Broken off, it goes on where it was. */
import { appendFile, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/collections';
import { inParallel } from '../../cloudfunctions/_shared/in-parallel';
import type { Environment } from './connect';
import { fileIdsIn, lineOf, pagesOf } from './documents';
import {
  collectionFile,
  documentsIn,
  sha256,
  storedFile,
  weigh,
  writeManifest,
  type Manifest,
} from './folder';

export type Say = (line: string) => void;
const DOWNLOADS_AT_ONCE = 8;

/** Cuts off a line that was being written when it broke off; the id the last whole one holds. */
const lastIdIn = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
  const last = whole.trimEnd().split('\n').pop();
  return last ? (JSON.parse(last) as { _id: string })._id : '';
};

const backUpCollection = async ({ db }: Environment, name: CollectionName, dir: string, say: Say) => {
  const file = collectionFile(dir, name);
  const after = await lastIdIn(file);
  if (after) say(`  ${name}：接着上次的继续`);
  else await writeFile(file, '');
  for await (const page of pagesOf(db, name, after))
    await appendFile(file, page.map((document) => `${lineOf(document)}\n`).join(''));
  const weighed = await weigh(file);
  say(`  ${name}：${weighed.count} 条`);
  return [name, weighed] as const;
};

const filesNamedIn = async (dir: string): Promise<string[]> => {
  const named = new Set<string>();
  for (const { name } of COLLECTIONS)
    for await (const document of documentsIn(collectionFile(dir, name)))
      for (const fileId of fileIdsIn(document)) named.add(fileId);
  return [...named].sort();
};

type StoredFile = Manifest['files'][number];

const backUpFile = async (
  { files }: Environment,
  fileId: string,
  dir: string,
): Promise<StoredFile | null> => {
  const target = storedFile(dir, fileId);
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  const bytes = isThere ? await readFile(target) : await files.download(fileId);
  if (!bytes) return null;
  if (!isThere) await writeFile(target, bytes);
  return { fileId, bytes: bytes.length, sha256: sha256(bytes) };
};

/** @returns the manifest, which is also written; `takenAt` is epoch ms. */
export const backUp = async (
  environment: Environment,
  { dir, takenAt, say }: { dir: string; takenAt: number; say: Say },
): Promise<Manifest> => {
  await mkdir(path.join(dir, 'files'), { recursive: true });
  say(`备份 ${environment.id} 到 ${dir}`);
  const collections: Record<string, { count: number; sha256: string }> = {};
  for (const { name } of COLLECTIONS) {
    const [key, weighed] = await backUpCollection(environment, name, dir, say);
    collections[key] = weighed;
  }
  const fileIds = await filesNamedIn(dir);
  let done = 0;
  const jobs = fileIds.map((fileId) => async () => {
    const file = await backUpFile(environment, fileId, dir);
    done += 1;
    if (done % 100 === 0) say(`  文件：${done}/${fileIds.length}`);
    return { fileId, file };
  });
  const copied = await inParallel(jobs, DOWNLOADS_AT_ONCE);
  const stored = copied.flatMap(({ file }) => file ?? []);
  const missing = copied.filter(({ file }) => file === null).map(({ fileId }) => fileId);
  say(`  文件：${stored.length} 个${missing.length > 0 ? `，记录里有但已不在的 ${missing.length} 个` : ''}`);
  const written: Manifest = { format: 1, env: environment.id, takenAt, collections, files: stored, missing };
  await writeManifest(dir, written);
  return written;
};
