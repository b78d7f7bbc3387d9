import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** Bundles the desk page into a folder the preview server serves. */
export const buildDesk = async (outDir: string): Promise<void> => {
  await mkdir(outDir, { recursive: true });
  await esbuild.build({
    entryPoints: [path.join(__dirname, 'desk.ts')],
    outfile: path.join(outDir, 'desk.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  for (const file of ['desk.html', 'desk.css']) await cp(path.join(__dirname, file), path.join(outDir, file));
};
