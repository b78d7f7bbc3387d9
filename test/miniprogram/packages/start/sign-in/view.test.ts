import {
  failureInForm,
  inviteFrom,
  problemsIn,
  scannedInvite,
} from '../../../../../miniprogram/packages/start/sign-in/view';

const FORM = { studentNumber: '2235010101', name: '林晚', code: 'TX2201' };

describe('signing in', () => {
  it.each([
    ['graduate', { ...FORM }, []],
    ['graduate', { studentNumber: ' ', name: '', code: '' }, ['studentNumber', 'name', 'code']],
    ['teacher', { ...FORM, studentNumber: '' }, []],
    ['teacher', { studentNumber: '', name: '周岚', code: '  ' }, ['code']],
    [
      'graduate',
      { studentNumber: '\u200b', name: '\u2060\u200e', code: '\u3164' },
      ['studentNumber', 'name', 'code'],
    ],
    ['admin', { studentNumber: '', name: '', code: 'x' }, ['name']],
  ] as const)('asks a %s for what is missing', (mode, form, fields) => {
    expect(Object.keys(problemsIn(form, mode))).toEqual(fields);
  });

  it.each([
    [{ code: 'MEMBER_BOUND_ELSEWHERE' }, 'studentNumber'],
    [{ code: 'INVITE_CODE_WRONG' }, 'code'],
    [{ code: 'ADMIN_CODE_WRONG' }, 'code'],
    [{ code: 'BAD_REQUEST', field: 'inviteCode' }, 'code'],
    [{ code: 'BAD_REQUEST', field: 'name' }, 'name'],
  ] as const)('says %j under its field', (failure, field) => {
    const { errors, message } = failureInForm(failure);
    expect(Object.keys(errors)).toEqual([field]);
    expect(message).toBe('');
  });

  it.each(['SIGN_IN_LOCKED', 'OFFLINE', 'BUSY', 'INTERNAL'] as const)('says %s over the button', (code) => {
    const { errors, message } = failureInForm({ code });
    expect(errors).toEqual({});
    expect(message).not.toBe('');
  });

  it.each([
    [{ invite: 'TX2201' }, 'TX2201'],
    [{ invite: '%E9%80%9A%E4%BF%A1' }, '通信'],
    [{ scene: 'invite%3DTX2201' }, 'TX2201'],
    [{ scene: 'a%3D1%26i%3DTX2201' }, 'TX2201'],
    [{ scene: 'TX2201' }, 'TX2201'],
    [{ scene: 'a%3D1' }, ''],
    [{ scene: '%' }, '%'],
    [{}, ''],
  ])('reads the invite code of %j', (query, code) => {
    expect(inviteFrom(query)).toBe(code);
  });

  it.each([
    [{ scene: 'TX2201' }, 'TX2201'],
    [{ scene: 'invite%3DTX2201' }, 'TX2201'],
    [{ scene: 'https://u.wechat.com/EAf7' }, ''],
    [{ scene: '林晚的名片' }, ''],
    [{ s: 'someone' }, ''],
    [{ invite: 'https://example.com' }, ''],
  ])('takes nothing out of a code that is no branch’s: %j', (query, code) => {
    expect(scannedInvite(query)).toBe(code);
  });

  it('cuts nothing that was pasted, and says how much is too much', () => {
    expect(problemsIn({ ...FORM, name: '林'.repeat(200) }, 'graduate')).toEqual({
      name: '最多 30 个字，现在有 200 个，删短一点',
    });
  });
});
