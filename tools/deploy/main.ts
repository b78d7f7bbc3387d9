/** `npm run deploy -- --env <id> [--dry-run] [--api-host URL] [--version V]`: from this folder to WeChat. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildCharts } from '../build/charts';
import { buildFunctions } from '../build/functions';
import { buildNpm } from '../build/npm';
import { product } from '../emulator/product';
import { readConfig, type DeployConfig } from './config';
import { deploy } from './deploy';
import { openProject } from './project';
import { openWechatApi } from './wechat-api';
import { CI_SETTING, loadCiCloud, loadWechatCi } from './wechat-ci';
import { openFunctionCloud } from './wechat-functions';

const ROOT = path.resolve(__dirname, '../..');
/** Which of WeChat's thirty upload robots signs. */
const ROBOT = 1;

const versionOf = async (): Promise<string> =>
  (JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

const missingSecret = '没有设环境变量 WX_APP_SECRET（公众平台“开发管理 → 开发设置”里的 AppSecret）';

const run = async (config: DeployConfig, version: string, dryRun: boolean): Promise<void> => {
  if (!config.secret) throw new Error(missingSecret);
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const [{ names }] = await Promise.all([
    buildFunctions({ outDir: functionsDir }),
    buildNpm(),
    buildCharts(),
  ]);
  const ci = await loadWechatCi();
  const project = openProject(ci, config);
  await deploy({
    config,
    api: openWechatApi({ host: config.apiHost, appid: config.appid, secret: config.secret }),
    functions: await openFunctionCloud(ci, await loadCiCloud(), project, config.env),
    collections: product.collections,
    functionsDir,
    names,
    dryRun,
    say: (line) => console.log(line),
    uploadMiniProgram: async () => {
      const desc = `${config.env} ${version}`;
      const setting = CI_SETTING;
      await ci.upload({ project, version, desc, robot: ROBOT, setting, onProgressUpdate: () => undefined });
    },
  });
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      env: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'api-host': { type: 'string' },
      version: { type: 'string' },
    },
  });
  if (!values.env) throw new Error('用法：npm run deploy -- --env 云环境ID [--dry-run]');
  const config = readConfig(values.env, values['api-host']);
  await run(config, values.version ?? (await versionOf()), values['dry-run']);
};

main().then(
  // The uploader's workers would keep the process alive.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.error('没有做完。改好以后再运行一次同样的命令，做过的不会重做。');
    process.exit(1);
  },
);
