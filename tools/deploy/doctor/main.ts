/** `npm run doctor -- --env <id>`: what a deployment lacks, and what to do about each. */
import path from 'node:path';
import { buildFunctions } from '../../build/functions';
import { product } from '../../emulator/product';
import { Mistyped, readTyped } from '../../command-line/typed';
import { openCloud } from '../cloud';
import { readConfig } from '../config';
import { readKeys } from '../keys';
import { describe, examine } from './doctor';

const USAGE = '用法：npm run doctor -- --env 云环境ID';
const ROOT = path.resolve(__dirname, '../../..');

const main = async (): Promise<number> => {
  const { values } = readTyped({ usage: USAGE, options: { env: { type: 'string' } } });
  if (!values.env) throw new Mistyped(USAGE);
  const config = readConfig(values.env);
  const cloud = openCloud({ env: config.env, region: config.region, ...readKeys() });
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const { names } = await buildFunctions({ outDir: functionsDir });
  const verdicts = await examine({
    config,
    cloud,
    collections: product.collections,
    functionsDir,
    names,
    miniprogramDir: path.join(ROOT, 'miniprogram'),
    now: () => Date.now(),
  });
  for (const verdict of verdicts) console.log(describe(verdict));
  const wrong = verdicts.filter(({ state }) => state === 'wrong').length;
  console.log(wrong === 0 ? '都好了。' : `有 ${wrong} 处要处理，照上面的说明做完再运行一次。`);
  return wrong === 0 ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
