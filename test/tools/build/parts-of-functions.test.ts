/** Which packages a cold start reads, which wait beside it, and which are left out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { leftOut, LEFT_OUT } from '../../../tools/build/left-out';
import { onDemand, ON_DEMAND } from '../../../tools/build/on-demand';

const ENTRY = path.resolve(__dirname, '../../../cloudfunctions/teacher/index.ts');

/** Stand-ins have a prefix of their own and are no part of the package. */
const packageOf = (input: string): string | undefined =>
  /^(?!on-demand:|left-out:).*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

const packagesIn = async (plugins: esbuild.Plugin[]): Promise<Set<string>> => {
  const outdir = await mkdtemp(path.join(tmpdir(), 'parts-'));
  const { metafile } = await esbuild.build({
    entryPoints: [ENTRY],
    outdir,
    bundle: true,
    metafile: true,
    platform: 'node',
    external: ['./lazy/*', '../lazy/*'],
    plugins,
  });
  await rm(outdir, { recursive: true });
  return new Set(Object.keys(metafile.inputs).flatMap((input) => packageOf(input) ?? []));
};

describe('of the packages wx-server-sdk brings', () => {
  let all: Set<string>;
  let kept: Set<string>;
  let withoutLeftOut: Set<string>;
  beforeAll(async () => {
    all = await packagesIn([]);
    withoutLeftOut = await packagesIn([leftOut]);
    kept = await packagesIn([leftOut, onDemand]);
  });
  const missingIn = (some: Set<string>): string[] => [...all].filter((name) => !some.has(name)).sort();

  it('the database, storage, open API and identity stay in the bundle', () => {
    for (const name of ['wx-server-sdk', '@cloudbase/node-sdk', '@cloudbase/database', 'protobufjs', 'bson'])
      expect([name, kept.has(name)]).toEqual([name, true]);
  });

  it('only data models, MySQL, AI and what they alone need are left out', () => {
    expect(missingIn(withoutLeftOut)).toMatchInlineSnapshot(`
     [
       "@cloudbase/adapter-interface",
       "@cloudbase/adapter-wx_mp",
       "@cloudbase/ai",
       "@cloudbase/app",
       "@cloudbase/utilities",
       "@cloudbase/wx-cloud-client-sdk",
       "@mattiasbuelens/web-streams-adapter",
       "jwt-decode",
       "text-encoding-shim",
       "web-streams-polyfill",
     ]
    `);
    for (const name of LEFT_OUT) if (all.has(name)) expect(withoutLeftOut.has(name)).toBe(false);
  });

  it('the parts that wait are files of their own, with what they alone need', () => {
    for (const name of ON_DEMAND) expect([name, kept.has(name)]).toEqual([name, false]);
  });
});
