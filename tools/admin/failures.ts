/** Failures that an operator can mend, by their code: of the file system, the network, CloudBase. */
import { Refusal } from './refusal';

interface Advice {
  readonly codes: RegExp;
  readonly words: (where: string) => string;
}

const AGAIN = '做过的不会丢，之后再运行一次同样的命令。';

const ADVICE: readonly Advice[] = [
  { codes: /^ENOENT$/, words: (where) => `找不到${where}：检查 --dir 或 --file 写得对不对。` },
  {
    codes: /^(ENOTDIR|EISDIR|EEXIST)$/,
    words: (where) => `${where} 该是目录却是文件，或者反过来：检查 --dir 和 --file。`,
  },
  {
    codes: /^(EACCES|EPERM|EROFS)$/,
    words: (where) => `没有权限读写${where}：换一个你能读写的位置，或者先改它的权限。`,
  },
  { codes: /^ENOSPC$/, words: () => `磁盘满了：腾出地方。${AGAIN}` },
  {
    codes:
      /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ESOCKETTIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/,
    words: () =>
      `连不上：检查网络和 --url；连这台电脑上的模拟器，要先用 npm start 或 npm run emulator 开着它。${AGAIN}`,
  },
  {
    codes: /^(INVALID_ENV|INVALID_APPID|ENV_)/,
    words: () => '找不到这个环境：--env 后面要和云开发控制台里的“环境 ID”一样，密钥要属于同一个腾讯云账号。',
  },
  {
    codes: /^(SIGN_|MISSING_CREDENTIALS|INVALID_CREDENTIALS|AUTHENTICATION_FAILED|ACCESS_TOKEN)/,
    words: () =>
      '腾讯云不认这对密钥：检查 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY，在控制台“访问管理 → API 密钥”里看。',
  },
  {
    codes: /PERMISSION|FORBIDDEN|UNAUTHORIZED|ACCESS_DENIED/i,
    words: () => '这对密钥没有权限做这件事：在“访问管理”里给它这个环境的云开发（TCB）读写权限。',
  },
  {
    codes: /COLLECTION_NOT_EXIST/,
    words: () => '环境里还缺这个版本要用的集合：先运行 npm run deploy 建好，再来一次。',
  },
  { codes: /^BUSY$/, words: () => `别人一直在改同样的记录：过几分钟再试。${AGAIN}` },
  { codes: /LIMIT|QUOTA|EXCEED/, words: (where) => `环境的用量到上限了${where}：等一会儿。${AGAIN}` },
  {
    codes: /^(SYS_ERR|SERVER_TIMEOUT|STORAGE_|DATABASE_|5\d\d$)/,
    words: (where) => `云端这时做不了${where}：过几分钟再试。${AGAIN}`,
  },
];

const described = (error: unknown): { code: string; where: string } => {
  const { code, path, message } = (error ?? {}) as { code?: unknown; path?: unknown; message?: unknown };
  const where =
    typeof path === 'string' ? ` ${path}` : typeof message === 'string' ? `（${code}：${message}）` : '';
  return { code: typeof code === 'string' || typeof code === 'number' ? String(code) : '', where };
};

/** The sentence for a failure that can be mended from outside; for a fault of ours all that helps to find it. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.message;
  const { code, where } = described(error);
  const advice = ADVICE.find(({ codes }) => codes.test(code));
  if (advice) return advice.words(where);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `没想到的错误，多半是这个工具自己的问题。把下面这段发给开发者：\n${detail}`;
};
