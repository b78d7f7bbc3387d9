import { existsSync, readFileSync } from 'node:fs';
import { UPLOAD_PROJECT } from '../../build/mini-program';
import type { DeployConfig } from '../config';
import { CI_IGNORES, CI_SETTING, loadWechatCi } from './uploader';

/** Which of WeChat's thirty upload robots signs. */
const ROBOT = 1;

const PLACE = '公众平台“开发管理 → 开发设置 → 小程序代码上传”';

/** Says what is wrong with the upload key; nothing when it is one. */
export const uploadKeyFault = (uploadKey: string): string | undefined => {
  if (!existsSync(uploadKey)) return `没有代码上传密钥 ${uploadKey}：在${PLACE}下载`;
  return readFileSync(uploadKey, 'utf8').includes('PRIVATE KEY')
    ? undefined
    : `${uploadKey} 不是密钥文件：在${PLACE}重新下载`;
};

/** What the uploader's commonest refusals mean, found in its text. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/-10008|invalid ip/i, `这台电脑的 IP 不在白名单：在${PLACE}加上它，或关掉白名单`],
  [/40013|invalid appid/i, 'AppID 不对：核对 .deploy 里的 appid'],
  [/40014|-10007|signature|private ?key/i, `微信不接受这把上传密钥：在${PLACE}重置并重新下载`],
  [/80051|source size|exceed/i, '小程序包太大：运行 npm run bench:size 看哪里变大了'],
];

export const uploadRefusal = (error: unknown): Error => {
  const detail = error instanceof Error ? error.message : String(error);
  const words = REFUSALS.find(([sign]) => sign.test(detail))?.[1] ?? '没有上传成功';
  return new Error(`小程序：${words}（${detail}）`);
};

/** Uploads what was built of the mini-program as a development version. */
export const uploadMiniProgram = async (config: DeployConfig, version: string): Promise<void> => {
  const ci = await loadWechatCi();
  const { appid, uploadKey: privateKeyPath } = config;
  try {
    await ci.upload({
      project: new ci.Project({
        appid,
        type: 'miniProgram',
        projectPath: UPLOAD_PROJECT,
        privateKeyPath,
        ignores: CI_IGNORES,
      }),
      version,
      desc: `${config.env} ${version}`,
      robot: ROBOT,
      setting: CI_SETTING,
      onProgressUpdate: () => undefined,
    });
  } catch (error) {
    throw uploadRefusal(error);
  }
};
