/** The cloud functions of an environment, reached through WeChat's uploader and its key. */
import type { CiCloud, WechatCi, CiProject } from './wechat-ci';
import type { FunctionCloud, Settings } from './functions';

/** The uploader by itself would create functions on Node 8, which the bundles do not run on. */
const RUNTIME = 'Nodejs16.13';
const WAIT_MS = 2000;
const WAITS = 90;

/** A function that answers nothing, as a zip: a new function needs some code before its own is uploaded. */
const EMPTY_ZIP =
  'UEsDBBQAAAAAAAAAIViAfPWfIQAAACEAAAAIAAAAaW5kZXguanNleHBvcnRzLm1haW4gPSBhc3luYyAoKSA9PiAoe30pOwpQSwECFAMUAAAAAAAAACFYgHz1nyEAAAAhAAAACAAAAAAAAAAAAAAAgAEAAAAAaW5kZXguanNQSwUGAAAAAAEAAQA2AAAARwAAAAAA';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const toPairs = (variables: Settings['variables']) =>
  Object.entries(variables).map(([key, value]) => ({ key, value }));

/** Configuration is applied in the background; the next change is refused until then. */
const untilActive = async (info: () => Promise<{ status: string; statusDesc: string }>): Promise<void> => {
  for (let waits = 0; waits < WAITS; waits += 1) {
    const { status, statusDesc } = await info();
    if (status === 'Active') return;
    if (status.endsWith('Failed')) throw new Error(`云函数更新失败：${statusDesc || status}`);
    await sleep(WAIT_MS);
  }
  throw new Error('云函数迟迟没有更新好，过几分钟再运行一次');
};

export const openFunctionCloud = async (
  ci: WechatCi,
  internals: CiCloud,
  project: CiProject,
  env: string,
): Promise<FunctionCloud> => {
  internals.initCloudAPI(project.appid);
  const via = { request: internals.boundTransactRequest(project), transactType: internals.TransactType.IDE };
  const { envList } = await internals.tcbGetEnvironments({}, via);
  const region = envList.find(({ envId }) => envId === env)?.functions[0]?.region;
  if (!region) throw new Error(`这个小程序没有云环境 ${env}：在开发者工具“云开发 → 设置”里核对环境 ID`);
  const place = { namespace: env, region };
  const info = (name: string) => internals.scfGetFunctionInfo({ ...place, functionName: name }, via);

  return {
    list: async () => {
      const { functions } = await internals.scfListAllFunctions(place, via);
      return Promise.all(
        functions.map(async ({ functionName: name }) => {
          const { runtime, memorySize, timeout, environment } = await info(name);
          const variables = Object.fromEntries(environment.variables.map(({ key, value }) => [key, value]));
          return { name, runtime, memorySize, timeout, variables };
        }),
      );
    },
    create: async (name, { memorySize, timeout, variables }) => {
      await internals.scfCreateFunction(
        {
          ...place,
          functionName: name,
          code: { zipFile: EMPTY_ZIP },
          handler: 'index.main',
          description: '',
          memorySize,
          timeout,
          environment: { variables: toPairs(variables) },
          role: 'TCB_QcsRole',
          runtime: RUNTIME,
          stamp: 'MINI_QCBASE',
          installDependency: false,
        },
        via,
      );
      await untilActive(() => info(name));
    },
    configure: async (name, { memorySize, timeout, variables }) => {
      await untilActive(() => info(name));
      await internals.scfUpdateFunctionInfo(
        { ...place, functionName: name, memorySize, timeout, environment: { variables: toPairs(variables) } },
        via,
      );
      await untilActive(() => info(name));
    },
    upload: async (name, folder) => {
      await ci.cloud.uploadFunction({ project, env, name, path: folder, remoteNpmInstall: false });
    },
    setTimer: async (name, triggers) => {
      if (triggers.length === 0) return;
      const answer = await ci.cloud.createTimeTrigger({
        project,
        envId: env,
        functionName: name,
        triggersConfig: triggers,
      });
      // It reports a refusal as a sentence, not as an error.
      if (answer.startsWith('请检查')) throw new Error(`云函数 ${name} 的定时触发器没有建成：${answer}`);
    },
  };
};
