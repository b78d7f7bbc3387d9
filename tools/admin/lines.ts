/** One collection out to a .jsonl and back: for looking into, and for changes in bulk. */
import { writeFile, appendFile } from 'node:fs/promises';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { readRecord } from '../../cloudfunctions/_shared/store/records';
import type { Say } from './say';
import type { Environment } from './connect';
import { lineOf, pagesOf, putDocuments, type Document } from './documents';
import { documentsIn } from './folder';
import { holdsIdNumberIn } from './id-numbers';

const PAGE = 500;

export const exportCollection = async (
  { db }: Environment,
  { name, file, say }: { name: CollectionName; file: string; say: Say },
): Promise<number> => {
  await writeFile(file, '');
  let count = 0;
  for await (const page of pagesOf(db, name)) {
    await appendFile(file, page.map((document) => `${lineOf(document)}\n`).join(''));
    count += page.length;
    say(`  ${name}：${count} 条`);
  }
  return count;
};

/** All lines are looked at before the first is written. Throws with the number of the first that cannot be taken. */
export const importCollection = async (
  { db }: Environment,
  { name, file, dryRun, say }: { name: CollectionName; file: string; dryRun: boolean; say: Say },
): Promise<number> => {
  let line = 0;
  for await (const document of documentsIn(file)) {
    line += 1;
    if (holdsIdNumberIn(document)) throw new Error(`第 ${line} 行里有像身份证号的数字，一行都没有写入`);
    try {
      readRecord(name, document);
    } catch {
      throw new Error(`第 ${line} 行不符合 ${name} 的格式，一行都没有写入`);
    }
  }
  if (dryRun) return line;
  let batch: Document[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await putDocuments(db, name, batch);
    done += batch.length;
    batch = [];
    say(`  ${name}：${done}/${line}`);
  };
  for await (const document of documentsIn(file)) {
    batch.push(document);
    if (batch.length >= PAGE) await flush();
  }
  await flush();
  return line;
};
