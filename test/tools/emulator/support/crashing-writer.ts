/** Writes to the database file given until it is killed, printing a line for every acknowledged write. */
import { writeSync } from 'node:fs';
import { openDocuments } from '../../../../tools/emulator/documents';

const [file = '', round = '0'] = process.argv.slice(2);
const counters = { requests: {}, documentsRead: 0, documentsScanned: 0, bytesIn: 0, bytesOut: 0 };
const service = openDocuments({
  file,
  collections: [{ name: 'log', indexes: [] }],
  clock: { now: () => Date.now() },
  counters,
});

const say = (line: string) => writeSync(1, `${line}\n`);

/** Two documents in one transaction: both or none may be found afterwards. */
async function writePair(i: number): Promise<void> {
  const { transactionId } = await service.handle('database.startTransaction', {});
  for (const half of ['left', 'right']) {
    const data = [JSON.stringify({ _id: `${round}-${i}-${half}`, filler: 'x'.repeat(500) })];
    await service.handle('database.insertDocument', { collectionName: 'log', data, transactionId });
  }
  await service.handle('database.commitTransaction', { transactionId });
  say(`pair ${round}-${i}`);
}

async function writeSingle(i: number): Promise<void> {
  const data = [JSON.stringify({ _id: `${round}-${i}`, filler: 'y'.repeat(500) })];
  await service.handle('database.insertDocument', { collectionName: 'log', data });
  say(`single ${round}-${i}`);
}

async function main(): Promise<void> {
  for (let i = 0; ; i++) await (i % 2 === 0 ? writeSingle(i) : writePair(i));
}

void main();
