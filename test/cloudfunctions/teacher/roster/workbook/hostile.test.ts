import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import config from '../../../../../cloudfunctions/teacher/config.json';
import { builtFunctions } from '../../../../../tools/browser/broker';
import { HARMLESS, HOSTILE } from '../../../support/hostile-files';

/**
 * Reads a file with the code as it is deployed, in a process of its own. Heap and buffers together get what the platform
 * gives the function: a reader that outgrows it ends the process and with it the test.
 */
const READ = `
const { readFileSync } = require('node:fs');
const [reader, file, limit] = process.argv.slice(1);
setInterval(() => {
  if (process.memoryUsage().rss > Number(limit)) process.abort();
}, 20).unref();
require(reader)
  .readWorkbook(readFileSync(file))
  .then((result) => console.log(JSON.stringify(result.ok ? result.data : result.error)));
`;
/** What node takes before the function has done anything, in MB. */
const NODE_MB = 64;
const LIMIT_BYTES = (config.memorySize + NODE_MB) * 1024 * 1024;

let dir: string;
let reader: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hostile-'));
  reader = join(await builtFunctions(), 'teacher/lazy/spreadsheets.js');
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const read = async (bytes: Buffer): Promise<unknown> => {
  const file = join(dir, 'roster');
  writeFileSync(file, bytes);
  const heap = `--max-old-space-size=${config.memorySize}`;
  const args = [heap, '-e', READ, reader, file, String(LIMIT_BYTES)];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
};

it.each(Object.entries(HOSTILE))(
  'says what is wrong with %s, within the memory of the function',
  async (_case, { bytes, code, cell }) => {
    const detail = cell === undefined ? {} : { detail: expect.objectContaining({ cell }) as unknown };
    expect(await read(bytes())).toMatchObject({ code, field: 'fileId', ...detail });
  },
  60_000,
);

it.each(Object.entries(HARMLESS))(
  'reads %s',
  async (_case, bytes) => {
    expect(await read(bytes())).toEqual({
      sheets: [{ name: '表1', rows: [{ row: 1, cells: ['学号'] }], hiddenRows: [], crossedOut: [] }],
      hiddenSheets: [],
    });
  },
  60_000,
);
