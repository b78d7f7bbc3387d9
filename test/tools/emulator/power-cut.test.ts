import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../../tools/emulator/open-database';
import { outlivesPowerCut } from '../../../tools/emulator/power-cut';

it.each([
  ['a folder of the project', true, resolve(__dirname, '../../../.data/data.sqlite')],
  ['a relative path', true, '.data/data.sqlite'],
  ['a neighbour of the folder for temporary files', true, `${tmpdir()}orary/data.sqlite`],
  ['a temporary file', false, join(tmpdir(), 'test-1/data.sqlite')],
])('%s outlives a power cut: %s', (_what, isKept, file) => {
  expect(outlivesPowerCut(file)).toBe(isKept);
});

it('waits for the disk where a power cut must take nothing, and nowhere else', () => {
  const folders = [mkdtempSync(join(__dirname, 'kept-')), mkdtempSync(join(tmpdir(), 'temporary-'))];
  try {
    const waits = folders.map((folder) => {
      const database = openDatabase(join(folder, 'data.sqlite'));
      const [level] = database.pragma('synchronous') as { synchronous: number }[];
      database.close();
      return level?.synchronous;
    });
    const [NORMAL, FULL] = [1, 2];
    expect(waits).toEqual([FULL, NORMAL]);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});
