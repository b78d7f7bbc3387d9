/** An answer of Tencent Cloud that is not the one asked for, in words that say what to do. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    doing: string,
    detail: string,
  ) {
    super(`${doing}：${wordsFor(code, detail)}（${[code, detail].filter(Boolean).join(' ')}）`);
  }
}

/** By code or by its part before the dot, as Tencent Cloud documents its common errors. */
const WORDS: Readonly<Record<string, string>> = {
  'AuthFailure.SecretIdNotFound': '腾讯云不认识这个 SecretId：到“访问管理 → API 密钥管理”核对，禁用的要启用',
  'AuthFailure.SignatureExpire': '这台电脑的时间不准：校准时间后再运行一次',
  AuthFailure: '腾讯云不接受这对密钥：核对 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY',
  UnauthorizedOperation:
    '这对密钥没有权限：到“访问管理 → 用户”给它加上 QcloudTCBFullAccess 和 QcloudSCFFullAccess',
  RequestLimitExceeded: '腾讯云嫌问得太快，试了几次都没有成：过几分钟再运行一次',
  InternalError: '腾讯云内部出错，试了几次都没有成：过一会儿再运行一次',
  LimitExceeded: '超过了套餐的上限：到云开发控制台升级套餐，或删掉不用的集合、云函数',
  ResourceInsufficient: '套餐的额度用完了：到云开发控制台升级套餐或打开“超限按量”',
  'FailedOperation.InsufficientBalance': '账户欠费：到腾讯云“费用中心”充值',
  ResourceNotFound: '没有这个环境或资源：核对环境 ID，并确认密钥属于小程序的账号',
  NO_ANSWER: '连不上腾讯云：检查这台电脑的网络，学校要代理时设环境变量 http_proxy',
};

const wordsFor = (code: string, detail: string): string =>
  WORDS[code] ?? WORDS[code.split('.')[0] ?? ''] ?? (detail ? '没有做成' : '没有做成，也没有说原因');

const CODE_WITHOUT_ANSWER = 'NO_ANSWER';

/** What the library throws; where the connection broke, its message is the error of the connection. */
export const refusalOf = (error: unknown, doing: string): Refusal => {
  if (error instanceof Refusal) return error;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const detail = message instanceof Error ? message.message : String(message ?? error);
  const isCut = message instanceof Error || /FetchError|ECONN|ENOTFOUND|ETIMEDOUT/.test(detail);
  const known = typeof code === 'string' && code !== '' ? code : undefined;
  return new Refusal(isCut ? CODE_WITHOUT_ANSWER : (known ?? ''), doing, detail);
};
