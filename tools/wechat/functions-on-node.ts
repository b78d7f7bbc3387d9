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
/** What a deployment gives the functions. */
const VERSION = 20;

/** A whole season of the invented college, played by functions that run on that Node. */
const play = async (functionsDir: string, dataDir: string): Promise<Finding[]> => {
  const lines: string[] = [];
  const emulator = await startEmulator({
    ...product,
    port: 0,
    dataDir,
    functionsDir,
    functionEnv: FUNCTION_ENV,
    liveTimers: false,
    nodePath: path.join(NODES, `node_modules/node-${VERSION}/bin/node`),
    log: (line) => lines.push(line),
  });
  try {
    await seed(emulator.url, FUNCTION_ENV.ADMIN_CODE);
    const bugs = lines.filter((line) => line.includes('"event":"bug"'));
    return bugs.map((message) => ({ file: '', message: `Node ${VERSION}: ${message}` }));
  } catch (error) {
    return [
      { file: '', message: `Node ${VERSION}: ${error instanceof Error ? error.message : String(error)}` },
    ];
  } finally {
    await emulator.close();
  }
};

/** The built functions on the runtime they are deployed to, whatever Node this machine has. */
export const functionsOnNode: Check = {
  name: `functions on Node ${VERSION}`,
  run: async () => {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      return {
        findings: [],
        seen: 'the syntax only (esbuild): the runtime is fetched on Linux x64',
      };
    await installOnDemand(NODES);
    const dir = await mkdtemp(path.join(tmpdir(), 'nodes-'));
    try {
      const functionsDir = path.join(dir, 'functions');
      const { names } = await buildFunctions({ outDir: functionsDir });
      const findings = await play(functionsDir, path.join(dir, 'data'));
      return { findings, seen: `${names.length} functions through a season` };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};
