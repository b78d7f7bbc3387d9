import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudDatabase } from '../../../cloudfunctions/_shared/store/cloud-database';
import { PROBE_NAMES, PROBES } from '../../../cloudfunctions/wechat/probes';
import { openScratch } from '../../../cloudfunctions/wechat/scratch';
import { connect } from '../../../tools/admin/connect';
import { startEmulator } from '../../../tools/emulator';
import { product } from '../../../tools/emulator/product';
import type { Emulator } from '../../../tools/emulator/types';
import { DIFFERING } from './support/differing';

let dir: string;
let emulator: Emulator;
let db: CloudDatabase;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'probes-'));
  emulator = await startEmulator({ port: 0, dataDir: dir, functionsDir: dir, liveTimers: false, ...product });
  db = connect({ env: 'local-env', url: emulator.adminUrl, secretId: 'local', secretKey: 'local' }).db;
});
afterAll(async () => {
  await emulator.close();
  rmSync(dir, { recursive: true, force: true });
});

const scratch = (database: CloudDatabase, run: string) => openScratch(database, run, () => 0);

describe.each(PROBE_NAMES)('the probe %s', (name) => {
  it('is content with the database as we know it', async () => {
    expect(await PROBES[name](scratch(db, `${name}-known`))).toBeUndefined();
  });

  it('says what a database that differs does instead', async () => {
    const [seen, differ] = DIFFERING[name];
    const found = await PROBES[name](scratch(differ(db), `${name}-other`)).catch(String);
    expect(found).toContain(seen);
  });
});
