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

/** People under the same indexes as the real ones: any import has to pay for those. */
export const BARE_COLLECTION: CollectionSpec = {
  name: 'bare',
  indexes: COLLECTIONS.find(({ name }) => name === 'members')?.indexes ?? [],
};

/**
 * Reads the sheet and writes a document for each row: no check, no plan, no second look. New ones are inserted a hundred
 * at a time. For those that are there CloudBase has no request that writes different values to many, so that whoever
 * writes them asks once for each; a plain script asks for some at once, as many as the product does.
 */
const SOURCE = `
const cloud = require(${JSON.stringify(resolve('wx-server-sdk'))});
const { readSheet } = require(${JSON.stringify(resolve('read-excel-file/node'))});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const FIELDS = ${JSON.stringify(COLUMNS.map(({ field }) => field))};
const person = (row) => ({
  ...Object.fromEntries(FIELDS.map((field, column) => [field, row[column]])),
  _id: String(row[0]), collegeId: 'bare', branchId: row[2], accountId: null, startedIn: null, loginConfirmedAt: null,
});
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
  for (let start = 0; start < rows.length; start += 500) {
    const parts = [0, 100, 200, 300, 400].map((offset) => rows.slice(start + offset, start + offset + 100));
    await Promise.all(parts.filter((part) => part.length > 0).map((part) => bare.add({ data: part.map(person) })));
  }
  return { rows: rows.length };
};
`;

/** A cloud function that does only what any import must do. */
export const writeBareFunction = async (dir: string): Promise<void> => {
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, 'index.js'), SOURCE);
  await writeFile(path.join(dir, 'config.json'), JSON.stringify({ ...config, permissions: {} }));
};
