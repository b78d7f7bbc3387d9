/** `npm run check:wechat`: what WeChat itself would say, asked on this machine. Exit code 1 on any finding. */
import path from 'node:path';
import { buildCharts } from '../build/charts';
import { buildNpm } from '../build/npm';
import type { Check } from './finding';
import { nodeVersions } from './node-versions';
import { officialCompilers } from './official-compilers';
import { packageCompile } from './package';
import { wxmlLint } from './wxml-lint';

const ROOT = path.resolve(__dirname, '../..');

const report = async ({ name, run }: Check): Promise<number> => {
  const { findings, seen } = await run();
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${name}: ${seen}, ${findings.length} findings`);
  for (const { file, message } of findings) console.log(`  ${file ? `${file}: ` : ''}${message}`);
  return findings.length;
};

const main = async (): Promise<void> => {
  await Promise.all([buildNpm(), buildCharts()]);
  const checks = [
    officialCompilers(path.join(ROOT, 'miniprogram')),
    wxmlLint(ROOT),
    packageCompile,
    nodeVersions,
  ];
  let findings = 0;
  for (const check of checks) findings += await report(check);
  if (findings > 0) process.exitCode = 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
