import { ERROR_CODES, type Failure } from '../../../miniprogram/domain/errors';
import { FAILURE_WORDS, failureWords } from '../../../miniprogram/loading/failures';

it.each(ERROR_CODES)('%s is said kindly and without a gap, whatever the cloud left out', (code) => {
  const words = failureWords({ code });
  expect(words).toMatch(/[一-龥]/);
  expect(words).not.toMatch(/[{}!！]|\bundefined\b|请 分钟|请解绑|您|失败|非法|错误码/);
  // A toast holds forty characters; what is wrong with a file stands under its button and says how to mend it.
  expect(FAILURE_WORDS[code].length).toBeLessThanOrEqual(code.startsWith('FILE_') ? 80 : 40);
});

it.each<[string, Failure, string]>([
  [
    'bound elsewhere, with a teacher',
    { code: 'MEMBER_BOUND_ELSEWHERE', detail: { teacher: '周岚' } },
    '请周岚老师解绑后再登录',
  ],
  [
    'bound elsewhere, with one who is called teacher anyway',
    { code: 'MEMBER_BOUND_ELSEWHERE', detail: { teacher: '周老师' } },
    '请周老师解绑后再登录',
  ],
  [
    'bound elsewhere, before the college has a teacher',
    { code: 'MEMBER_BOUND_ELSEWHERE' },
    '请学院老师解绑后再登录',
  ],
  ['locked', { code: 'SIGN_IN_LOCKED', detail: { minutes: 15 } }, '请 15 分钟后再试'],
  [
    'a far cell in a file of one sheet',
    { code: 'FILE_CELL_FAR', detail: { cell: 'A1048576', rows: 20_000, columns: 256 } },
    'A1048576 有内容，离名单太远了，我们只读到第 20000 行、第 256 列',
  ],
  [
    'a far cell in one of several sheets',
    { code: 'FILE_CELL_FAR', detail: { sheet: 2, cell: 'XFD1', rows: 20_000, columns: 256 } },
    '第 2 张工作表的 XFD1 有内容',
  ],
  ['locked, nobody says how long', { code: 'SIGN_IN_LOCKED' }, '请过一会儿再试'],
])('%s', (_, failure, words) => expect(failureWords(failure)).toContain(words));

it.each([
  [4, ''],
  [2, '。再错 2 次，要等 15 分钟'],
  [1, '。再错 1 次，要等 15 分钟'],
  [0, '。错了几次，要等 15 分钟才能再试'],
])('announces the lock with %s tries left', (left, ahead) => {
  const words = failureWords({ code: 'CREDENTIALS_WRONG', detail: { left, minutes: 15 } });
  expect(words).toBe(`${FAILURE_WORDS.CREDENTIALS_WRONG}${ahead}`);
});
