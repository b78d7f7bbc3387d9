/** `npm run deploy`: from this folder to WeChat. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFunctions } from '../build/functions';
import { buildMiniProgram } from '../build/mini-program';
import { Mistyped, readTyped } from '../command-line/typed';
import { product } from '../emulator/product';
import { openCloud } from './cloud';
import { readConfig, type DeployConfig } from './config';
import { deploy } from './deploy';
import { readKeys } from './keys';
import { uploadKeyFault, uploadMiniProgram } from './mini-program/upload';

const USAGE = '用法：npm run deploy -- --env 云环境ID [--dry-run] [--version 版本号]';
const ROOT = path.resolve(__dirname, '../..');

const versionOf = async (): Promise<string> =>
  (JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

const run = async (config: DeployConfig, version: string, dryRun: boolean): Promise<void> => {
  const { env, region, uploadKey } = config;
  const cloud = openCloud({ env, region, ...readKeys() });
  const fault = uploadKeyFault(uploadKey);
  if (fault) throw new Error(fault);
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const [{ names }] = await Promise.all([buildFunctions({ outDir: functionsDir }), buildMiniProgram()]);
  await deploy({
    config,
    cloud,
    collections: product.collections,
    functionsDir,
    names,
    dryRun,
    say: (line) => console.log(line),
    uploadMiniProgram: () => uploadMiniProgram(config, version),
  });
};

const main = async (): Promise<void> => {
  const { values } = readTyped({
    usage: USAGE,
    options: {
      env: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      version: { type: 'string' },
    },
  });
  if (!values.env) throw new Mistyped(USAGE);
  await run(readConfig(values.env), values.version ?? (await versionOf()), values['dry-run']);
};

main().then(
  // The uploader's workers would keep the process alive.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    if (!(error instanceof Mistyped))
      console.error('没有做完。改好以后再运行一次同样的命令，做过的不会重做。');
    process.exit(1);
  },
);
