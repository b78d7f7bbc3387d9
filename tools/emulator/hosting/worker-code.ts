import { join } from 'node:path';
import { buildSync } from 'esbuild';

let code: string | undefined;

/** The worker's runner as one piece of JavaScript: a worker that had to compile TypeScript would start slowly. */
export function workerCode(): string {
  code ??= buildSync({
    entryPoints: [join(__dirname, 'worker', 'runner.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  }).outputFiles[0]?.text;
  if (code === undefined) throw new Error('The worker runner could not be bundled');
  return code;
}
