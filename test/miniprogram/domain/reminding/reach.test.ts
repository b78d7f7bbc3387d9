import { reachWords } from '../../../../miniprogram/domain/reminding/reach';

const NONE = { progress: 0, deadline: 0, code: 0, task: 0 };
const idle = { bound: true, off: [], transfer: null, resetRequests: [], credits: NONE };

it.each([
  ['has never signed in', { bound: false }, '还没进过小程序，提醒不到', 'soon'],
  ['left no consent', {}, '次数用完了，只能在小程序里看到', 'soon'],
  [
    'left consents for other messages only',
    { credits: { ...NONE, task: 5, progress: 2 } },
    '次数用完了，只能在小程序里看到',
    'soon',
  ],
  ['left three', { credits: { ...NONE, deadline: 3, progress: 1 } }, '还能发 3 次', ''],
  [
    'can be reminded but not nudged',
    { credits: { ...NONE, deadline: 3 } },
    '还能发 3 次；催办的用完了，只进站内',
    '',
  ],
  [
    'waits for the receiver, and is nudged by nobody',
    { transfer: { state: 'approved' as const }, credits: { ...NONE, deadline: 3 } },
    '还能发 3 次',
    '',
  ],
  [
    'switched it off',
    { off: ['deadline'] as const, credits: { ...NONE, deadline: 3 } },
    '本人在微信里关掉了提醒，只能在小程序里看到',
    'soon',
  ],
  [
    'waits for a code',
    { resetRequests: [{ state: 'waiting' }], credits: { ...NONE, code: 1, progress: 1 } },
    '还能发 1 次',
    '',
  ],
  [
    'was sent back',
    { transfer: { state: 'registered' as const }, credits: { ...NONE, progress: 2 } },
    '还能发 2 次',
    '',
  ],
])('somebody who %s reads so', (_case, more, value, tone) => {
  expect(reachWords({ ...idle, ...more })).toEqual({ value, tone });
});
