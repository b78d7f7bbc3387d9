import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../build/functions';
import { startEmulator } from '../emulator';
import { FUNCTION_ENV, product } from '../emulator/product';
import { seed } from '../preview/seed';
import type { Check, Finding } from './finding';
import { installOnDemand } from './on-demand';

const NODES = path.join(__dirname, 'nodes');
const VERSIONS = [16, 18, 20] as const;

/** A whole season of the invented college, played by functions that run on that version. */
const playOn = async (version: number, functionsDir: string, dataDir: string): Promise<Finding[]> => {
  const lines: string[] = [];
  const emulator = await startEmulator({
    ...product,
    port: 0,
    dataDir,
    functionsDir,
    functionEnv: FUNCTION_ENV,
    liveTimers: false,
    nodePath: path.join(NODES, `node_modules/node-${version}/bin/node`),
    log: (line) => lines.push(line),
  });
  try {
    await seed(emulator.url, FUNCTION_ENV.ADMIN_CODE);
    const bugs = lines.filter((line) => line.includes('"event":"bug"'));
    return bugs.map((message) => ({ file: '', message: `Node ${version}: ${message}` }));
  } catch (error) {
    return [
      { file: '', message: `Node ${version}: ${error instanceof Error ? error.message : String(error)}` },
    ];
  } finally {
    await emulator.close();
  }
};

/** The built functions on every runtime CloudBase offers. */
export const nodeVersions: Check = {
  name: 'functions on Node 16–20',
  run: async () => {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      return {
        findings: [],
        seen: 'the syntax only (esbuild, node16): the runtimes are fetched on Linux x64',
      };
    await installOnDemand(NODES);
    const dir = await mkdtemp(path.join(tmpdir(), 'nodes-'));
    try {
      const functionsDir = path.join(dir, 'functions');
      const { names } = await buildFunctions({ outDir: functionsDir });
      const findings: Finding[] = [];
      for (const version of VERSIONS)
        findings.push(...(await playOn(version, functionsDir, path.join(dir, String(version)))));
      return { findings, seen: `${names.length} functions through a season on Node ${VERSIONS.join(', ')}` };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};
