/** An answer of WeChat that is not `errcode` 0. */
export class WechatError extends Error {
  constructor(
    readonly code: number,
    readonly api: string,
    readonly detail: string,
  ) {
    super(`${api}：${WORDS[code] ?? '微信没有接受这个请求'}（${code} ${detail}）`);
  }
}

export const TOKEN_EXPIRED: readonly number[] = [40001, 40014, 42001];
export const BUSY: readonly number[] = [-1, -1000, 45009, 45011];
const CLOUD_NOT_OPENED = 85088;
const NOT_AUTHORISED = 48001;

/** What each code means for the person who deploys, and what to do. */
const WORDS: Readonly<Record<number, string>> = {
  [-1]: '微信系统繁忙，过一会儿再运行一次',
  [-1000]: '微信系统繁忙，过一会儿再运行一次',
  40001: 'AppSecret 不对或已被重置：到公众平台“开发管理 → 开发设置”重新生成，再设环境变量 WX_APP_SECRET',
  40013: 'AppID 不对：核对 .deploy 里的 appid',
  40125: 'AppSecret 不对：到公众平台“开发管理 → 开发设置”重新生成，再设环境变量 WX_APP_SECRET',
  40164: '这台电脑的 IP 不在白名单：到公众平台“开发管理 → 开发设置 → IP 白名单”加上它',
  40097: '请求参数不对：多半是云环境 ID 写错了',
  42001: '凭证过期',
  45009: '今天的调用次数用完了，明天再运行一次',
  [CLOUD_NOT_OPENED]: '这个小程序还没有开通云开发：在微信开发者工具里点“云开发 → 开通”',
  [NOT_AUTHORISED]: '这个小程序没有该接口的权限',
};
