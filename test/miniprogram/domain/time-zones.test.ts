import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { DAYS_LEFT, DEADLINES, FORMATS, SEASON_ENDS, at } from './deadline-table';
import { INITIATED } from './initiated-at-table';

const run = promisify(execFile);
let folder = '';
let probe = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zone-probe-'));
  probe = path.join(folder, 'probe.js');
  await build({
    entryPoints: [path.join(__dirname, 'zone-probe.ts')],
    outfile: probe,
    bundle: true,
    platform: 'node',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Local hour of midnight UTC in January and in July. */
const ZONES = [
  ['UTC', [0, 0]],
  ['Asia/Shanghai', [8, 8]],
  ['America/New_York', [19, 20]],
] as const;

const outcomeIn = async (TZ: string): Promise<Record<string, unknown>> => {
  const { stdout } = await run(process.execPath, [probe], { env: { ...process.env, TZ } });
  return JSON.parse(stdout) as Record<string, unknown>;
};

test.each(ZONES)('the deadline tables hold on a machine in %s', async (zone, hours) => {
  const outcome = await outcomeIn(zone);
  expect(outcome.zone).toEqual(hours);
  expect(outcome.deadlines).toEqual(DEADLINES.map(([, , deadline]) => at(deadline)));
  expect(outcome.daysLeft).toEqual(DAYS_LEFT.map(([, , days]) => days));
  expect(outcome.formats).toEqual(FORMATS.map(([, , text]) => text));
  expect(outcome.initiated).toEqual(INITIATED.map(([, , , verdict]) => verdict));
  expect(outcome.seasonEnds).toEqual(SEASON_ENDS.map(([, , , end]) => at(end)));
});

test('every plan is the same in all three zones', async () => {
  const [first, ...others] = await Promise.all(ZONES.map(([zone]) => outcomeIn(zone)));
  for (const other of others) expect({ ...other, zone: null }).toEqual({ ...first, zone: null });
});
