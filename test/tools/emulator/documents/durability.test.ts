import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { index, openTestDatabase } from '../support/document-database';

const WRITER = resolve(__dirname, '../support/crashing-writer.ts');
const COLLECTIONS = [{ name: 'log', indexes: [] }];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Runs a writer, kills it with SIGKILL after some acknowledgements, and returns those it gave. */
function crash(file: string, round: number, acknowledgements: number): Promise<string[]> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, file, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > acknowledgements) child.kill('SIGKILL');
    });
    child.on('error', fail);
    child.on('close', () => done(output.split('\n').slice(0, -1)));
  });
}

test('every acknowledged write survives kill -9, and a transaction is there as a whole or not at all', async () => {
  const file = join(dir, 'documents.db');
  const acknowledged: string[] = [];
  for (const round of [1, 2, 3]) acknowledged.push(...(await crash(file, round, 40 * round)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(240);

  const db = openTestDatabase(COLLECTIONS, { file });
  const stored = new Set<unknown>();
  for (let offset = 0; ; offset += 1000) {
    const docs = await db.find('log', {}, { limit: 1000, offset });
    for (const doc of docs) stored.add(doc._id);
    if (docs.length < 1000) break;
  }
  const lost = acknowledged.filter((line) => {
    const [kind, id] = line.split(' ');
    return kind === 'single' ? !stored.has(id) : !stored.has(`${id}-left`) || !stored.has(`${id}-right`);
  });
  expect(lost).toEqual([]);
  const halves = [...stored].filter((id) => {
    const twin = String(id).endsWith('-left') ? '-right' : '-left';
    return /-(left|right)$/.test(String(id)) && !stored.has(String(id).replace(/-(left|right)$/, twin));
  });
  expect(halves).toEqual([]);
  await db.service.close();
}, 60_000);

test('documents, added collections and what the indexes know survive a restart', async () => {
  const file = join(dir, 'documents.db');
  const collections = [{ name: 'log', indexes: [index('a', ['a'])] }];
  const before = openTestDatabase(collections, { file });
  await before.send('addCollection', { collectionName: 'more' });
  await before.insert('more', { _id: 1 });
  await before.insert('log', { _id: 'list', a: [1, 2] }, { _id: 'one', a: 1 });
  await before.service.close();

  const after = openTestDatabase(collections, { file });
  expect(await after.find('more', {})).toEqual([{ _id: 1 }]);
  expect((await after.find('log', { a: 1 })).map((doc) => doc._id)).toEqual(['list', 'one']);
  await after.service.close();
});

test('an index declared later knows what was stored before, and one taken back does no harm', async () => {
  const file = join(dir, 'documents.db');
  const before = openTestDatabase(COLLECTIONS, { file });
  await before.insert(
    'log',
    { _id: 'list', a: [1, 2] },
    { _id: 'one', a: 1, b: 1 },
    { _id: 'two', a: 2, b: 1 },
  );
  await before.service.close();

  const indexed = openTestDatabase([{ name: 'log', indexes: [index('a', ['a']), index('b', ['b'])] }], {
    file,
  });
  expect((await indexed.find('log', { a: 1 })).map((doc) => doc._id)).toEqual(['list', 'one']);
  indexed.counters.documentsScanned = 0;
  expect((await indexed.find('log', { b: 1 })).map((doc) => doc._id)).toEqual(['one', 'two']);
  expect(indexed.counters.documentsScanned).toBe(2);
  await indexed.service.close();

  const plain = openTestDatabase(COLLECTIONS, { file });
  await plain.update('log', { _id: 'one' }, { $set: { b: [7] } });
  await plain.service.close();
  const again = openTestDatabase([{ name: 'log', indexes: [index('b', ['b'])] }], { file });
  expect((await again.find('log', { b: 7 })).map((doc) => doc._id)).toEqual(['one']);
  await again.service.close();
});

test('a reset leaves the declared collections empty and drops the others', async () => {
  const db = openTestDatabase([{ name: 'log', indexes: [index('a', ['a'], true)] }], {
    file: join(dir, 'documents.db'),
  });
  await db.insert('log', { a: 1 });
  await db.send('addCollection', { collectionName: 'more' });
  await db.service.reset();
  expect(await db.find('log', {})).toEqual([]);
  await expect(db.find('more', {})).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  await db.insert('log', { a: 1 });
  await expect(db.insert('log', { a: 1 })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  await db.service.close();
});
