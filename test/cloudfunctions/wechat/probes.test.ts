import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudDatabase } from '../../../cloudfunctions/_shared/store/cloud-database';
import { probeDatabase, PROBE_NAMES, PROBES } from '../../../cloudfunctions/wechat/probes';
import { measureLatency } from '../../../cloudfunctions/wechat/probes/reads';
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

describe('all probes, one after another', () => {
  it('name nothing while the database is as we know it', async () => {
    const { differs } = await probeDatabase(scratch(db, 'all-known'));
    expect(Object.keys(differs)).toEqual([]);
  });

  it('name what differs', async () => {
    const [name] = PROBE_NAMES;
    const [seen, differ] = DIFFERING[name as (typeof PROBE_NAMES)[number]];
    const { differs } = await probeDatabase(scratch(differ(db), 'all-other'));
    expect(differs).toMatchObject({ [String(name)]: expect.stringContaining(seen) });
  });
});

it('takes the middle of many reads for how long one lasts, in whole milliseconds', async () => {
  const lasting = Array.from({ length: 21 }, (_, index) => 21.4 - index);
  let at = 0;
  let asked = 0;
  const now = () => {
    if (asked % 2 === 1) at += lasting[(asked - 1) / 2] ?? 0;
    asked += 1;
    return at;
  };
  expect(await measureLatency(openScratch(db, 'latency', now))).toBe(11);
});
