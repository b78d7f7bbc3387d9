/** `npm run doctor -- --env <id> [--api-host URL]`: what a deployment lacks, and what to do about each. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../../build/functions';
import { product } from '../../emulator/product';
import { readConfig } from '../config';
import { openProject } from '../project';
import { openWechatApi } from '../wechat-api';
import { loadCiCloud, loadWechatCi } from '../wechat-ci';
import { openFunctionCloud } from '../wechat-functions';
import { describe, examine } from './doctor';

const ROOT = path.resolve(__dirname, '../../..');

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { env: { type: 'string' }, 'api-host': { type: 'string' } } });
  if (!values.env) throw new Error('用法：npm run doctor -- --env 云环境ID');
  const config = readConfig(values.env, values['api-host']);
  const functionsDir = path.join(ROOT, 'dist/cloudfunctions');
  const { names } = await buildFunctions({ outDir: functionsDir });
  const verdicts = await examine({
    config,
    api: openWechatApi({ host: config.apiHost, appid: config.appid, secret: config.secret }),
    functions: async () => {
      const ci = await loadWechatCi();
      return openFunctionCloud(ci, await loadCiCloud(), openProject(ci, config), config.env);
    },
    collections: product.collections,
    functionsDir,
    names,
    miniprogramDir: path.join(ROOT, 'miniprogram'),
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
