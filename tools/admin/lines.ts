/** One collection out to a .jsonl and back: for looking into, and for changes in bulk. */
import { appendFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { chunks } from '../../cloudfunctions/_shared/kernel/chunks';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { tryRecord } from '../../cloudfunctions/_shared/store/records';
import type { Say } from './say';
import type { Environment } from './connect';
import { lineOf, pagesOf, putDocuments, type Document } from './documents';
import { documentsIn, linesIn, parsedLine } from './folder';
import { holdsIdNumberIn } from './id-numbers';
import { Refusal } from './refusal';
import { wakeTimer } from './wake';

const PAGE = 500;
const IDS_PER_CALL = 100;

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Written beside and moved, so that half a collection is never taken for all of it. @throws Refusal */
export const exportCollection = async (
  { db }: Environment,
  { name, file, say }: { name: CollectionName; file: string; say: Say },
): Promise<number> => {
  if (await isThere(file)) throw new Refusal(`${file} 已经有了，没有动它：换一个文件名，或先把它移走。`);
  const fresh = `${file}.new`;
  await writeFile(fresh, '');
  let count = 0;
  try {
    for await (const page of pagesOf(db, name)) {
      await appendFile(fresh, page.map((document) => `${lineOf(document)}\n`).join(''));
      count += page.length;
      say(`  ${name}：${count} 条`);
    }
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
  return count;
};

const NOTHING_WRITTEN = '一行都没有写入';

/** How many there are. @throws Refusal with the number of the first line that cannot be taken */
const lookThrough = async (file: string, name: CollectionName): Promise<number> => {
  const lineWith = new Map<string, number>();
  let count = 0;
  for await (const { number: line, text } of linesIn(file)) {
    count += 1;
    const refuse = (why: string) => new Refusal(`第 ${line} 行${why}，${NOTHING_WRITTEN}。改好再运行一次。`);
    const found = parsedLine(text);
    if (found === undefined) throw refuse('不是一条完整的 JSON：多半少了一半，或多了逗号、引号');
    if (holdsIdNumberIn(found)) throw refuse('里有像身份证号的数字');
    const { record } = tryRecord(name, found);
    if (!record) throw refuse(`不符合 ${name} 的格式`);
    const first = lineWith.get(record._id);
    if (first !== undefined) throw refuse(`和第 ${first} 行是同一条记录（_id 一样）：只留一行`);
    lineWith.set(record._id, line);
  }
  if (count === 0) throw new Refusal(`${file} 里一行也没有，${NOTHING_WRITTEN}：检查 --file。`);
  return count;
};

/** Ids of those that are not stored as they were written. */
const strayed = async (
  { db }: Environment,
  name: CollectionName,
  documents: readonly Document[],
): Promise<string[]> => {
  const stored = new Set<string>();
  for (const some of chunks(documents, IDS_PER_CALL)) {
    const where = { _id: db.command.in(some.map(({ _id }) => _id)) };
    const { data } = await db.collection(name).where(where).limit(IDS_PER_CALL).get();
    for (const document of data as Document[]) stored.add(lineOf(document));
  }
  return documents.filter((document) => !stored.has(lineOf(document))).map(({ _id }) => _id);
};

/** Reads back what it has written. @throws Refusal naming what is not there as it should be */
const writeAll = async (
  environment: Environment,
  { name, file, total, say }: { name: CollectionName; file: string; total: number; say: Say },
): Promise<void> => {
  const stray: string[] = [];
  let batch: Document[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await putDocuments(environment.db, name, batch);
    stray.push(...(await strayed(environment, name, batch)));
    done += batch.length;
    batch = [];
    say(`  ${name}：${done}/${total}`);
  };
  for await (const document of documentsIn(file)) {
    batch.push(document);
    if (batch.length >= PAGE) await flush();
  }
  await flush();
  if (stray.length > 0)
    throw new Refusal(
      `还没有写好：${stray.length} 条和文件里不一样，多半是同时有人在用：${stray.join('、')}。再运行一次，或先看看它们现在的样子。`,
    );
};

interface Import {
  readonly name: CollectionName;
  readonly file: string;
  readonly dryRun: boolean;
  /** Epoch ms. */
  readonly now: number;
  readonly say: Say;
}

/**
 * All lines are looked at before the first is written, and compared once they are. The timer hears of it.
 * @throws Refusal
 */
export const importCollection = async (
  environment: Environment,
  { name, file, dryRun, now, say }: Import,
): Promise<number> => {
  const total = await lookThrough(file, name);
  if (dryRun) return total;
  try {
    await writeAll(environment, { name, file, total, say });
  } finally {
    await wakeTimer(environment, now);
  }
  return total;
};
