/** Copies an environment into a folder. Broken off, it goes on where it was. */
import { appendFile, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { inParallel } from '../../cloudfunctions/_shared/kernel/in-parallel';
import type { Environment } from './connect';
import { fileIdsIn, lineOf, pagesOf } from './documents';
import {
  beginBackup,
  collectionFile,
  documentsIn,
  endBackup,
  sha256,
  storedFile,
  weigh,
  type Manifest,
} from './folder';
import { Refusal } from './refusal';
import type { Say } from './say';
import { verify } from './verify';

const DOWNLOADS_AT_ONCE = 8;
/** Further looks at records that do not keep still. */
const MORE_LOOKS = 3;

/** Collections that are there; a release before may not have had all. */
const collectionsOf = async ({ db, id }: Environment, say: Say): Promise<CollectionName[]> => {
  const found: CollectionName[] = [];
  for (const { name } of COLLECTIONS) {
    try {
      await db.collection(name).limit(1).get();
      found.push(name);
    } catch (error) {
      if (!/COLLECTION_NOT_EXIST/.test(String((error as { code?: unknown }).code))) throw error;
      say(`  ${name}：环境里没有这个集合，备份里也就没有`);
    }
  }
  if (found.length === 0)
    throw new Refusal(`环境 ${id} 里没有这个产品的任何一个集合：检查 --env，多半是写成了别的环境。`);
  return found;
};

/** Cuts off a line that was being written when it broke off; the id the last whole one holds. */
const lastIdIn = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
  const last = whole.trimEnd().split('\n').pop();
  return last ? (JSON.parse(last) as { _id: string })._id : '';
};

const append = async ({ db }: Environment, name: CollectionName, file: string, after = ''): Promise<void> => {
  if (!after) await writeFile(file, '');
  for await (const page of pagesOf(db, name, after))
    await appendFile(file, page.map((document) => `${lineOf(document)}\n`).join(''));
};

/** The first look, which goes on where it broke off. */
const copy = async (environment: Environment, name: CollectionName, dir: string, say: Say): Promise<void> => {
  const file = collectionFile(dir, name);
  const after = await lastIdIn(file);
  if (after) say(`  ${name}：接着上次的继续`);
  await append(environment, name, file, after);
};

/** Whether it has changed since the look before; the newer one stays. */
const lookAgain = async (environment: Environment, name: CollectionName, dir: string): Promise<boolean> => {
  const file = collectionFile(dir, name);
  const fresh = `${file}.new`;
  await append(environment, name, fresh);
  const [before, after] = await Promise.all([weigh(file), weigh(fresh)]);
  await rename(fresh, file);
  return before.sha256 !== after.sha256;
};

/**
 * The database has no snapshot. When two looks at everything, one after the other, see the same, that is how all of it
 * stood between them.
 * @returns collections that have not kept still
 */
const settle = async (
  environment: Environment,
  names: readonly CollectionName[],
  dir: string,
): Promise<CollectionName[]> => {
  let moved: CollectionName[] = [];
  for (let look = 0; look < MORE_LOOKS; look += 1) {
    moved = [];
    for (const name of names) if (await lookAgain(environment, name, dir)) moved.push(name);
    if (moved.length === 0) break;
  }
  return moved;
};

const filesNamedIn = async (names: readonly CollectionName[], dir: string): Promise<string[]> => {
  const named = new Set<string>();
  for (const name of names)
    for await (const document of documentsIn(collectionFile(dir, name)))
      for (const fileId of fileIdsIn(document)) named.add(fileId);
  return [...named].sort();
};

type StoredFile = Manifest['files'][number];

/** Written beside and moved, so that half a file is never taken for one. */
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
  if (!isThere) {
    await writeFile(`${target}.new`, bytes);
    await rename(`${target}.new`, target);
  }
  return { fileId, bytes: bytes.length, sha256: sha256(bytes) };
};

const backUpFiles = async (environment: Environment, fileIds: readonly string[], dir: string, say: Say) => {
  let done = 0;
  const jobs = fileIds.map((fileId) => async () => {
    const file = await backUpFile(environment, fileId, dir);
    done += 1;
    if (done % 100 === 0) say(`  文件：${done}/${fileIds.length}`);
    return { fileId, file };
  });
  const copied = await inParallel(jobs, DOWNLOADS_AT_ONCE);
  const stored = copied.flatMap(({ file }) => file ?? []);
  const kept = new Set(stored.map(({ fileId }) => path.basename(storedFile(dir, fileId))));
  for (const name of await readdir(path.join(dir, 'files')))
    if (!kept.has(name)) await rm(path.join(dir, 'files', name));
  say(`  文件：${stored.length} 个`);
  return { stored, missing: copied.filter(({ file }) => file === null).map(({ fileId }) => fileId) };
};

/**
 * Into a folder that holds no whole backup yet; what was written is read back and compared.
 * @returns the manifest, which is also written; `takenAt` is epoch ms
 */
export const backUp = async (
  environment: Environment,
  { dir, takenAt, say }: { dir: string; takenAt: number; say: Say },
): Promise<Manifest> => {
  await beginBackup(dir, environment.id);
  say(`备份 ${environment.id} 到 ${dir}`);
  const names = await collectionsOf(environment, say);
  for (const name of names) await copy(environment, name, dir, say);
  const moved = await settle(environment, names, dir);
  const collections: Record<string, { count: number; sha256: string }> = {};
  for (const name of names) {
    const weighed = await weigh(collectionFile(dir, name));
    say(`  ${name}：${weighed.count} 条`);
    collections[name] = weighed;
  }
  const fileIds = await filesNamedIn(names, dir);
  const { stored, missing } = await backUpFiles(environment, fileIds, dir, say);
  const manifest = {
    format: 1,
    env: environment.id,
    takenAt,
    collections,
    files: stored,
    missing,
    moved,
  } as const;
  const written: Manifest = { ...manifest, missing: [...missing], moved: [...moved] };
  await verify(dir, written, say);
  await endBackup(dir, written);
  return written;
};
