/** What the privacy declaration in the console has to name: read off the APIs the mini-program calls. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { privacyItems } from '../../../miniprogram/domain/words/privacy';
import { RESET_CODE_HOURS } from '../../../miniprogram/rulebooks';

interface Use {
  readonly api: RegExp;
  readonly item: string;
  readonly purpose: string;
}

const USES: readonly Use[] = [
  { api: /wx\.chooseMedia\b/, item: '选中的照片或视频信息', purpose: '上传智慧团建的截图' },
  { api: /wx\.scanCode\b/, item: '摄像头', purpose: '扫邀请码和《团员证》办理码' },
  { api: /wx\.(set|get)ClipboardData\b/, item: '剪切板', purpose: '复制网址、话术和验证码，粘贴邀请码' },
  { api: /wx\.saveImageToPhotosAlbum\b/, item: '相册（仅写入）权限', purpose: '保存邀请码图片' },
  {
    api: /wx\.addPhoneCalendar\b/,
    item: '日历（仅写入）权限',
    purpose: '本人点了才写：把截止日放进手机日历',
  },
  { api: /wx\.chooseMessageFile\b/, item: '选中的文件', purpose: '导入团员名单' },
  { api: /wx\.(getLocation|chooseLocation)\b/, item: '位置信息', purpose: '（本小程序不应使用）' },
];

const sourcesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('miniprogram_npm'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));

export const privacyDeclaration = (root: string): string[] => {
  const sources = sourcesIn(root);
  const used = USES.filter(({ api }) => sources.some((source) => api.test(source)));
  const kept = privacyItems(RESET_CODE_HOURS).map(({ what, why, kept: long }) => `${what}：${why}。${long}`);
  return [...used.map(({ item, purpose }) => `${item}：${purpose}`), ...kept];
};

/** Without it WeChat does not wait for the person's consent. */
export const privacyCheckMissing = (root: string): string[] => {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as Record<string, unknown>;
  return app['__usePrivacyCheck__'] === true
    ? []
    : ['miniprogram/app.json 里要有 "__usePrivacyCheck__": true'];
};
