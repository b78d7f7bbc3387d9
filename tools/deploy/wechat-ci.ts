/** WeChat's own uploader, typed as far as it is used. It is fetched on demand: see `ci/package.json`. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { installOnDemand } from '../wechat/on-demand';
import type { FunctionConfig } from './function-config';

export interface CiProject {
  readonly appid: string;
}

interface ProjectOptions {
  readonly appid: string;
  readonly type: 'miniProgram';
  readonly projectPath: string;
  readonly privateKey?: string;
  readonly privateKeyPath?: string;
  readonly ignores: readonly string[];
  /** What WeChat would say about the account; given here, nothing is asked. */
  readonly attr?: () => Promise<object>;
}

interface BuildOptions {
  readonly project: CiProject;
  readonly version: string;
  readonly desc: string;
  readonly setting: object;
  readonly onProgressUpdate: () => void;
}

interface UploadOptions {
  readonly project: CiProject;
  readonly env: string;
  readonly name: string;
  readonly path: string;
  readonly remoteNpmInstall: boolean;
}

interface TimerOptions {
  readonly project: CiProject;
  readonly envId: string;
  readonly functionName: string;
  readonly triggersConfig: FunctionConfig['triggers'];
}

export interface WechatCi {
  readonly Project: new (options: ProjectOptions) => CiProject;
  readonly getCompiledResult: (
    options: BuildOptions,
    zip: string,
  ) => Promise<Readonly<Record<string, Buffer | string>>>;
  readonly upload: (options: BuildOptions & { robot: number }) => Promise<{
    subPackageInfo?: readonly { name: string; size: number }[];
  }>;
  readonly cloud: {
    readonly uploadFunction: (options: UploadOptions) => Promise<unknown>;
    readonly createTimeTrigger: (options: TimerOptions) => Promise<string>;
  };
}

type Place = { readonly namespace: string; readonly region: string };
type Named = Place & { readonly functionName: string };
type Pairs = { readonly variables: readonly { key: string; value: string }[] };
type Change = Named & { readonly memorySize: number; readonly timeout: number; readonly environment: Pairs };
type Creation = Change & {
  readonly code: { readonly zipFile: string };
  readonly handler: string;
  readonly description: string;
  readonly role: string;
  readonly runtime: string;
  readonly stamp: string;
  readonly installDependency: boolean;
};
interface Held {
  readonly runtime: string;
  readonly memorySize: number;
  readonly timeout: number;
  readonly status: string;
  readonly statusDesc: string;
  readonly environment: Pairs;
}

/** What the uploader uses itself and does not export; its version is pinned, so that this stays true. */
export interface CiCloud {
  readonly TransactType: { readonly IDE: unknown };
  initCloudAPI(appid: string): void;
  boundTransactRequest(project: CiProject): unknown;
  tcbGetEnvironments(
    options: object,
    via: object,
  ): Promise<{ envList: readonly { envId: string; functions: readonly { region: string }[] }[] }>;
  scfListAllFunctions(
    options: Place,
    via: object,
  ): Promise<{ functions: readonly { functionName: string }[] }>;
  scfGetFunctionInfo(options: Named, via: object): Promise<Held>;
  scfCreateFunction(options: Creation, via: object): Promise<unknown>;
  scfUpdateFunctionInfo(options: Change, via: object): Promise<unknown>;
}

const FOLDER = path.join(__dirname, 'ci');

/** As `project.config.json` says, which WeChat DevTools uses too. */
export const CI_SETTING = { useProjectConfig: true } as const;
export const CI_IGNORES = ['node_modules/**/*'] as const;

const requireCi = async (file: string): Promise<unknown> => {
  await installOnDemand(FOLDER);
  return createRequire(path.join(FOLDER, 'package.json'))(file) as unknown;
};

export const loadWechatCi = async (): Promise<WechatCi> => (await requireCi('miniprogram-ci')) as WechatCi;

export const loadCiCloud = async (): Promise<CiCloud> => ({
  ...((await requireCi('miniprogram-ci/dist/common/cloud-api')) as CiCloud),
  ...((await requireCi('miniprogram-ci/dist/ci/cloud/cloudapi')) as CiCloud),
});
