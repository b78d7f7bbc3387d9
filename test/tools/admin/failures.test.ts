/** Whatever fails, the operator reads one sentence that says what to do. */
import { sentenceOf } from '../../../tools/admin/failures';
import { Refusal } from '../../../tools/admin/refusal';

const failing = (code: unknown, more: object = {}) => Object.assign(new Error('why'), { code }, more);

const known: [unknown, string][] = [
  ['ENOENT', '找不到 /a/b：检查 --dir 或 --file'],
  ['ENOTDIR', ' /a/b 该是目录却是文件'],
  ['EISDIR', ' /a/b 该是目录却是文件'],
  ['EEXIST', ' /a/b 该是目录却是文件'],
  ['EACCES', '没有权限读写 /a/b：'],
  ['EPERM', '没有权限读写 /a/b：'],
  ['EROFS', '没有权限读写 /a/b：'],
  ['ENOSPC', '磁盘满了：腾出地方。做过的不会丢'],
  ['ECONNREFUSED', '连不上：检查网络和 --url'],
  ['ENOTFOUND', '连不上'],
  ['ETIMEDOUT', '连不上'],
  ['INVALID_ENV', '找不到这个环境'],
  ['ENV_NOT_FOUND', '找不到这个环境'],
  ['SIGN_PARAM_INVALID', '腾讯云不认这对密钥'],
  ['MISSING_CREDENTIALS', '腾讯云不认这对密钥'],
  ['PERMISSION_DENIED', '这对密钥没有权限'],
  ['DATABASE_PERMISSION_DENIED', '这对密钥没有权限'],
  ['OperationDenied.unauthorized', '这对密钥没有权限'],
  ['DATABASE_COLLECTION_NOT_EXIST', '先运行 npm run deploy 建好'],
  ['EXCEED_REQUEST_LIMIT', '环境的用量到上限了'],
  ['DATABASE_QUOTA', '环境的用量到上限了'],
  ['BUSY', '别人一直在改同样的记录：过几分钟再试。做过的不会丢'],
  ['SYS_ERR', '云端这时做不了'],
  ['SERVER_TIMEOUT', '云端这时做不了'],
  ['STORAGE_REQUEST_FAIL', '云端这时做不了'],
  ['DATABASE_TRANSACTION_FAIL', '云端这时做不了'],
  [503, '云端这时做不了'],
];
it.each(known)('says what to do about %s', (code, words) => {
  const sentence = sentenceOf(failing(code, String(code).startsWith('E') ? { path: '/a/b' } : {}));
  expect(sentence).toContain(words);
  expect(sentence).not.toContain('没想到的错误');
  expect(sentence).not.toMatch(/\n/);
});

it('quotes the code and the words of the cloud where no file is at fault', () => {
  expect(sentenceOf(failing('SYS_ERR'))).toContain('云端这时做不了（SYS_ERR：why）：');
});

it('shows a refusal as it is', () => {
  expect(sentenceOf(new Refusal('先停下。'))).toBe('先停下。');
});

it('hands on all that helps to find a fault of ours, and takes no code within another for advice', () => {
  for (const code of [
    'XENOENT',
    'ENOENTX',
    'EEXISTX',
    'BAD_SIGN_',
    'MY_ENV_',
    'A_SYS_ERR',
    '1503',
    '5033',
    undefined,
  ])
    expect(sentenceOf(failing(code))).toMatch(/^没想到的错误.*\nError: why\n\s+at /);
  expect(sentenceOf('thrown text')).toBe(
    '没想到的错误，多半是这个工具自己的问题。把下面这段发给开发者：\nthrown text',
  );
  expect(sentenceOf(undefined)).toContain('undefined');
  const bare = new Error('no trace');
  delete bare.stack;
  expect(sentenceOf(bare)).toMatch(/\nno trace$/);
});
