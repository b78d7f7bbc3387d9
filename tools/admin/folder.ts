/**
 * A backup on disk: `<collection>.jsonl` by id, `files/` by a digest of the file's id, and a manifest written last; until
 * then a mark says whose backup is being taken. What is sealed stays sealed, so the folder is of no use without
 * `FIELD_KEY` — and still holds names: keep it locked away.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { formatChina } from '../../miniprogram/domain/calendar/china-time';
import type { Document } from './documents';
import { Refusal } from './refusal';

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
  /** Collections that did not keep still while they were read: they are of different moments. */
  moved: v.optional(v.array(v.string()), []),
});
const document = v.looseObject({ _id: v.string() });
export type Manifest = v.InferOutput<typeof manifest>;

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const manifestFile = (dir: string): string => path.join(dir, 'manifest.json');
export const collectionFile = (dir: string, name: string): string => path.join(dir, `${name}.jsonl`);
export const storedFile = (dir: string, fileId: string): string => path.join(dir, 'files', sha256(fileId));

/** Written beside and moved, so that a manifest is whole or not there. */
const writeManifest = async (dir: string, content: Manifest): Promise<void> => {
  await writeFile(`${manifestFile(dir)}.new`, JSON.stringify(content, null, 2));
  await rename(`${manifestFile(dir)}.new`, manifestFile(dir));
};

const textOf = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Undefined while there is none. @throws Refusal when it is not one. */
const findManifest = async (dir: string): Promise<Manifest | undefined> => {
  const text = await textOf(manifestFile(dir));
  if (text === undefined) return undefined;
  const read = v.safeParse(manifest, parsedLine(text));
  if (!read.success) throw new Refusal(`${manifestFile(dir)} 不是备份的清单：它被改过，用另一份备份。`);
  return read.output;
};

export const readManifest = async (dir: string): Promise<Manifest> => {
  const found = await findManifest(dir);
  if (found) return found;
  throw new Refusal(
    `${dir} 里没有完整的备份（缺 manifest.json）：检查 --dir；是没做完的，就再运行一次 backup，做完再用。`,
  );
};

const markFile = (dir: string): string => path.join(dir, 'unfinished.json');
const mark = v.pipe(v.string(), v.parseJson(), v.object({ env: v.string() }));

/** Says whose backup is being taken into this folder, so that another environment's is not continued with it. */
export const beginBackup = async (dir: string, env: string): Promise<void> => {
  const whole = await findManifest(dir);
  if (whole)
    throw new Refusal(
      `${dir} 里已经有一份完整的备份（环境 ${whole.env}，${formatChina(whole.takenAt, 'YYYY-MM-DD HH:mm')}），没有动它。` +
        '每次备份用一个新目录，比如用当天的日期作名字。',
    );
  await mkdir(path.join(dir, 'files'), { recursive: true });
  const text = await textOf(markFile(dir));
  const begun = v.safeParse(mark, text);
  if (begun.success && begun.output.env !== env)
    throw new Refusal(
      `${dir} 里是环境 ${begun.output.env} 没做完的备份，不能接着备份 ${env}：换一个新目录。`,
    );
  const others = (await readdir(dir)).filter((name) => name !== 'files');
  if (!begun.success && others.length > 0)
    throw new Refusal(`${dir} 里已有别的文件，看不出是哪个环境的：换一个空目录。`);
  await writeFile(markFile(dir), JSON.stringify({ env }));
};

/** The manifest is the last word: after it nothing is unfinished. */
export const endBackup = async (dir: string, content: Manifest): Promise<void> => {
  await writeManifest(dir, content);
  await rm(markFile(dir));
};

/** A line of a .jsonl and its number, from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Lines of a .jsonl that hold something, one after the other. */
export async function* linesIn(file: string): AsyncGenerator<NumberedLine> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text) yield { number, text };
  }
}

/** What a line says; undefined where it is no whole JSON. */
export const parsedLine = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The number of the first line that holds no whole document; undefined when all do. */
export const brokenLineIn = async (file: string): Promise<number | undefined> => {
  for await (const { number, text } of linesIn(file)) if (!v.is(document, parsedLine(text))) return number;
  return undefined;
};

/** Documents of a .jsonl, one after the other. Throws at a line that is none. */
export async function* documentsIn(file: string): AsyncGenerator<Document> {
  for await (const { text } of linesIn(file)) yield v.parse(document, parsedLine(text));
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
