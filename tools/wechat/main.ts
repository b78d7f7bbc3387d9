/** `npm run check:wechat`: what WeChat itself would say, asked on this machine. Exit code 1 on any finding. */
import path from 'node:path';
import { readTyped, reportFailure } from '../command-line/typed';
import { buildCharts } from '../build/charts';
import { buildNpm } from '../build/npm';
import { apis } from './apis';
import { attributes } from './attributes';
import { declarations } from './declarations';
import type { Check } from './finding';
import { icons } from './icons';
import { readMiniProgram } from './mini-program';
import { modules } from './modules';
import { functionsOnNode } from './functions-on-node';
import { officialCompilers } from './official-compilers';
import { packageCompile } from './package';
import { styles } from './styles';
import { syntax } from './syntax';
import { wxmlLint } from './wxml-lint';

const USAGE = '用法：npm run check:wechat';

const ROOT = path.resolve(__dirname, '../..');

const report = async ({ name, run }: Check): Promise<number> => {
  const { findings, seen } = await run();
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${name}: ${seen}, ${findings.length} findings`);
  for (const { file, message } of findings) console.log(`  ${file ? `${file}: ` : ''}${message}`);
  return findings.length;
};

const main = async (): Promise<void> => {
  readTyped({ usage: USAGE });
  await Promise.all([buildNpm(), buildCharts()]);
  const root = path.join(ROOT, 'miniprogram');
  const miniProgram = readMiniProgram(root);
  const checks = [
    officialCompilers(root),
    wxmlLint(ROOT),
    declarations(miniProgram),
    attributes(miniProgram),
    icons(miniProgram),
    apis(root),
    modules(root),
    syntax(root),
    styles(root),
    packageCompile(miniProgram),
    functionsOnNode,
  ];
  let findings = 0;
  for (const check of checks) findings += await report(check);
  if (findings > 0) process.exitCode = 1;
};

void main().catch(reportFailure);
