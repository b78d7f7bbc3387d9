/** WeChat's own uploader, typed as far as it is used. It is fetched on demand: see `../ci/package.json`. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { installOnDemand } from '../../wechat/on-demand';

interface CiProject {
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

export interface WechatCi {
  readonly Project: new (options: ProjectOptions) => CiProject;
  readonly getCompiledResult: (
    options: BuildOptions,
    zip: string,
  ) => Promise<Readonly<Record<string, Buffer | string>>>;
  readonly upload: (options: BuildOptions & { robot: number }) => Promise<unknown>;
}

const FOLDER = path.resolve(__dirname, '../ci');

/** As `project.config.json` says, which WeChat DevTools uses too. */
export const CI_SETTING = { useProjectConfig: true } as const;
export const CI_IGNORES = ['node_modules/**/*'] as const;

export const loadWechatCi = async (): Promise<WechatCi> => {
  await installOnDemand(FOLDER);
  return createRequire(path.join(FOLDER, 'package.json'))('miniprogram-ci') as WechatCi;
};
