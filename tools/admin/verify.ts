/** Reads a backup back from its folder and compares it with its manifest. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Say } from './say';
import { brokenLineIn, collectionFile, sha256, storedFile, weigh, type Manifest } from './folder';
import { Refusal } from './refusal';

const unlessMissing = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
};

const faultOfCollection = async (
  dir: string,
  name: string,
  expected: { count: number; sha256: string },
): Promise<string[]> => {
  const file = collectionFile(dir, name);
  const found = await unlessMissing(() => weigh(file));
  if (!found) return [`少了 ${name}.jsonl`];
  const line = await brokenLineIn(file);
  const broken = line === undefined ? [] : [`${name}.jsonl 第 ${line} 行断了，或不是一条完整的记录`];
  if (found.sha256 === expected.sha256 && found.count === expected.count) return broken;
  return [`${name}.jsonl 和清单对不上（有 ${found.count} 条，清单里是 ${expected.count} 条）`, ...broken];
};

const faultOfFile = async (
  dir: string,
  { fileId, sha256: expected }: Manifest['files'][number],
): Promise<string[]> => {
  const name = path.basename(storedFile(dir, fileId));
  const found = await unlessMissing(() => readFile(storedFile(dir, fileId)));
  if (!found) return [`少了 files/${name}（${fileId}）`];
  return sha256(found) === expected ? [] : [`files/${name} 和清单对不上（${fileId}）`];
};

const strangersIn = async (dir: string, { collections }: Manifest): Promise<string[]> =>
  (await readdir(dir))
    .filter((name) => name.endsWith('.jsonl') && !Object.hasOwn(collections, name.slice(0, -'.jsonl'.length)))
    .map((name) => `${name} 不在清单里`);

/** Tells what it has compared. @throws Refusal naming everything that is not as the manifest says */
export const verify = async (dir: string, manifest: Manifest, say: Say): Promise<void> => {
  const faults = await strangersIn(dir, manifest);
  let records = 0;
  for (const [name, expected] of Object.entries(manifest.collections)) {
    faults.push(...(await faultOfCollection(dir, name, expected)));
    records += expected.count;
  }
  for (const file of manifest.files) faults.push(...(await faultOfFile(dir, file)));
  if (faults.length > 0) throw new Refusal(`备份坏了，用另一份：\n  ${faults.join('\n  ')}`);
  say(`读回来核对过：${records} 条记录、${manifest.files.length} 个文件，都和清单一样。`);
};

/** What a backup does not hold, in sentences; empty when it holds all. */
export const lacksOf = ({ missing, moved }: Manifest): string[] => [
  ...(missing.length > 0
    ? [`缺 ${missing.length} 个文件：记录里有，存储里已经没有了：\n  ${missing.join('\n  ')}`]
    : []),
  ...(moved.length > 0
    ? [`备份时一直有人在用，${moved.join('、')} 里的记录不是同一时刻的。请在夜里（23 点以后）再备份一次。`]
    : []),
];
