/** Makes an environment equal to a backup. Broken off, it is simply run again. */
import { readFile } from 'node:fs/promises';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/collections';
import { inParallel } from '../../cloudfunctions/_shared/in-parallel';
import type { Say } from './backup';
import type { Environment } from './connect';
import { pagesOf, putDocuments, removeDocuments, withFileIds, type Document } from './documents';
import {
  collectionFile,
  documentsIn,
  readManifest,
  sha256,
  storedFile,
  weigh,
  type Manifest,
} from './folder';

const PAGE = 500;
const UPLOADS_AT_ONCE = 8;

/** Every file and line as the manifest has them. Throws at the first that is not. */
const verify = async (dir: string, manifest: Manifest): Promise<void> => {
  for (const { name } of COLLECTIONS) {
    const expected = manifest.collections[name];
    if (!expected) continue;
    const found = await weigh(collectionFile(dir, name));
    if (found.sha256 !== expected.sha256) throw new Error(`备份坏了：${name}.jsonl 和清单对不上`);
  }
  for (const { fileId, sha256: expected } of manifest.files)
    if (sha256(await readFile(storedFile(dir, fileId))) !== expected)
      throw new Error(`备份坏了：文件 ${sha256(fileId).slice(0, 12)} 和清单对不上`);
};

const filled = async ({ db }: Environment): Promise<string[]> => {
  const names: string[] = [];
  for (const { name } of COLLECTIONS)
    if ((await db.collection(name).limit(1).get()).data.length > 0) names.push(name);
  return names;
};

const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Another environment gives files other ids; where each of them went. */
const restoreFiles = async ({ files }: Environment, dir: string, { files: stored }: Manifest, say: Say) => {
  let done = 0;
  const jobs = stored.map(({ fileId }) => async () => {
    const renamed = await files.upload(pathOf(fileId), await readFile(storedFile(dir, fileId)));
    done += 1;
    if (done % 100 === 0) say(`  文件：${done}/${stored.length}`);
    return [fileId, renamed] as const;
  });
  const renamed = new Map(await inParallel(jobs, UPLOADS_AT_ONCE));
  say(`  文件：${stored.length} 个`);
  return renamed;
};

const restoreCollection = async (
  { db }: Environment,
  name: CollectionName,
  { dir, renamed, say }: { dir: string; renamed: ReadonlyMap<string, string>; say: Say },
): Promise<void> => {
  const kept = new Set<string>();
  let batch: Document[] = [];
  const flush = async (): Promise<void> => {
    await putDocuments(db, name, batch);
    batch = [];
  };
  for await (const document of documentsIn(collectionFile(dir, name))) {
    kept.add(document._id);
    batch.push(withFileIds(document, renamed) as Document);
    if (batch.length >= PAGE) await flush();
  }
  await flush();
  for await (const page of pagesOf(db, name)) {
    const extra = page.map(({ _id }) => _id).filter((id) => !kept.has(id));
    await removeDocuments(db, name, extra);
  }
  say(`  ${name}：${kept.size} 条`);
};

/** @param replace also when something is stored already; what is not in the backup goes. */
export const restore = async (
  environment: Environment,
  { dir, replace, say }: { dir: string; replace: boolean; say: Say },
): Promise<void> => {
  const manifest = await readManifest(dir);
  await verify(dir, manifest);
  const inTheWay = replace ? [] : await filled(environment);
  if (inTheWay.length > 0)
    throw new Error(`环境里已有数据：${inTheWay.join('、')}。要整个换成备份里的，加 --replace`);
  say(`把 ${manifest.env} 的备份恢复到 ${environment.id}`);
  const renamed = await restoreFiles(environment, dir, manifest, say);
  for (const { name } of COLLECTIONS)
    if (manifest.collections[name]) await restoreCollection(environment, name, { dir, renamed, say });
};
