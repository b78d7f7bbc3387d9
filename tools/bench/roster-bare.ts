import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { COLLECTIONS } from '../../cloudfunctions/_shared/store/collections';
import config from '../../cloudfunctions/teacher/config.json';
import { ROSTER_RUN } from '../../cloudfunctions/_shared/roster/limits';
import { COLUMNS } from '../../cloudfunctions/teacher/roster/columns';
import type { CollectionSpec } from '../emulator/types';

const { resolve } = createRequire(__filename);

/** Rows written at once, as parts are by the product. */
const AT_ONCE = ROSTER_RUN.parallelParts;

/**
 * People under the same indexes as the real ones: any import has to pay for those. And their rows, by the hundred: who
 * sees what a file would do before it is done keeps it from the look to the tap.
 */
export const BARE_COLLECTIONS: readonly CollectionSpec[] = [
  { name: 'bare', indexes: COLLECTIONS.find(({ name }) => name === 'members')?.indexes ?? [] },
  { name: 'bareRows', indexes: [] },
];

/**
 * Reads the sheet, keeps its rows, reads them again and writes a document for each: no check, no plan, nobody compared
 * with who is there. New ones are inserted a hundred at a time. For those that are there CloudBase has no request that writes different values to many, so that whoever
 * writes them asks once for each; a plain script asks for some at once, as many as the product does.
 */
const SOURCE = `
const cloud = require(${JSON.stringify(resolve('wx-server-sdk'))});
const { readSheet } = require(${JSON.stringify(resolve('read-excel-file/node'))});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const FIELDS = ${JSON.stringify(COLUMNS.map(({ field }) => field))};
const person = (row) => ({
  ...Object.fromEntries(FIELDS.map((field, column) => [field, row[column]])),
  _id: String(row[0]), numberKey: String(row[0]), nameKey: row[1],
  collegeId: 'bare', branchId: row[2], accountId: null, startedIn: null, loginConfirmedAt: null, overAgeRecordedAt: null,
});
const hundreds = (rows) => Array.from({ length: Math.ceil(rows.length / 100) }, (_, at) => rows.slice(at * 100, at * 100 + 100));
const atOnce = async (jobs) => {
  for (let start = 0; start < jobs.length; start += ${AT_ONCE})
    await Promise.all(jobs.slice(start, start + ${AT_ONCE}).map((job) => job()));
};
exports.main = async ({ fileId, from, to }) => {
  const startedAt = performance.now();
  const { fileContent } = await cloud.downloadFile({ fileID: fileId });
  const [, ...rows] = await readSheet(fileContent);
  const bare = cloud.database().collection('bare');
  if (to !== undefined) {
    const parsedAt = performance.now();
    const some = rows.slice(from, to);
    for (let start = 0; start < some.length; start += ${AT_ONCE})
      await Promise.all(some.slice(start, start + ${AT_ONCE}).map((row) => {
        const { _id, ...data } = person(row);
        return bare.doc(_id).update({ data });
      }));
    return { rows: rows.length, parseMs: parsedAt - startedAt, writeMs: performance.now() - parsedAt };
  }
  const kept = cloud.database().collection('bareRows');
  const parts = hundreds(rows).map((part, at) => ({ _id: startedAt + '-' + at, rows: part.map(person) }));
  await atOnce(parts.map((part) => () => kept.add({ data: part })));
  await atOnce(parts.map(({ _id }) => async () => {
    const { data } = await kept.doc(_id).get();
    await bare.add({ data: data.rows });
    await kept.doc(_id).update({ data: { rows: cloud.database().command.set([]) } });
  }));
  return { rows: rows.length };
};
`;

/** A cloud function that does only what any import must do. */
export const writeBareFunction = async (dir: string): Promise<void> => {
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, 'index.js'), SOURCE);
  await writeFile(path.join(dir, 'config.json'), JSON.stringify({ ...config, permissions: {} }));
};
