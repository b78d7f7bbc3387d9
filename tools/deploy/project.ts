import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DeployConfig } from './config';
import { CI_IGNORES, type CiProject, type WechatCi } from './wechat-ci';

const ROOT = path.resolve(__dirname, '../..');

/** Throws with words for a person when the key is missing. */
export const openProject = (ci: WechatCi, { appid, uploadKey }: DeployConfig): CiProject => {
  if (!existsSync(uploadKey))
    throw new Error(`没有代码上传密钥 ${uploadKey}：在公众平台“开发管理 → 开发设置 → 小程序代码上传”下载`);
  return new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: ROOT,
    privateKeyPath: uploadKey,
    ignores: CI_IGNORES,
  });
};
