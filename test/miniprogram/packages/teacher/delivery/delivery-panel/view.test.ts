import type { Health } from '../../../../../../miniprogram/packages/teacher/delivery/delivery-panel/faults';
import {
  toLetterRows,
  type DeadLetter,
} from '../../../../../../miniprogram/packages/teacher/delivery/delivery-panel/letters';
import {
  toReachView,
  type Reach,
} from '../../../../../../miniprogram/packages/teacher/delivery/delivery-panel/reach';
import {
  toDeliveryView,
  toTestLine,
} from '../../../../../../miniprogram/packages/teacher/delivery/delivery-panel/view';

const MINUTE = 60_000;
/** 09:41 in China on 12 June 2026. */
const NOW = Date.UTC(2026, 5, 12, 1, 41);

const health = (more: Partial<Health> = {}): Health => ({
  dueNow: 0,
  heldNow: 0,
  unbound: 0,
  oldestDueAt: null,
  sentToday: 36,
  unaskedToday: 0,
  refusedToday: 0,
  promptShare: 1,
  mayRepeatToday: 0,
  deadLetters: 0,
  alarms: [],
  unreadable: [],
  hasRobot: false,
  now: NOW,
  ...more,
});

/** Nothing a teacher can do something with. */
const CODE_WORDS = /[a-z]{3}|[A-Z]{3}|代码/;

const setAside: [Health['unreadable'][number]['reason'], string, string][] = [
  ['newer', '2 条消息打不开', '部署到最新版'],
  ['malformed', '2 条消息打不开', 'npm run admin -- check'],
  ['sealed', '2 条消息的密文解不开', 'FIELD_KEY'],
  ['broken', '2 条消息卡住了', '一小时后会再试'],
];
it.each(setAside)(
  'says of what is set aside as %s what it is, and hands on how it is mended',
  (reason, title, how) => {
    const unreadable = [{ collection: 'notices', reason, count: 2, lastAt: NOW }];
    const [remark] = toDeliveryView(health({ unreadable })).remarks;
    expect(remark).toMatchObject({ title, handOn: expect.stringContaining(how) });
    expect(remark?.text).not.toMatch(CODE_WORDS);
  },
);

const standings: [string, Partial<Health>, string, string][] = [
  ['all is well', {}, '到点的都发出去了', 'done'],
  ['some could not be told by WeChat', { unaskedToday: 1000 }, '有 1000 条只在站内消息里', 'soon'],
  ['some take no messages', { refusedToday: 4 }, '有 4 条只在站内消息里', 'soon'],
  ['a thousand were never due anything', { unbound: 1000 }, '还有 1000 人发不到', 'soon'],
  ['it is night', { sentToday: 0, promptShare: null, heldNow: 14 }, '夜里不打扰，早上再发', ''],
  ['nothing was due', { sentToday: 0, promptShare: null }, '今天还没有要发的', ''],
  ['a few are just due', { dueNow: 4, oldestDueAt: NOW - MINUTE }, '到点的都发出去了', 'done'],
  ['the timer stands still', { dueNow: 4, oldestDueAt: NOW - 9 * MINUTE }, '发得比平时慢', 'soon'],
  ['some were given up', { deadLetters: 3, dueNow: 4, oldestDueAt: NOW }, '有 3 条没发成', 'soon'],
];
it.each(standings)('says how it stands when %s', (_case, more, title, tone) => {
  expect(toDeliveryView(health(more))).toMatchObject({ title, tone });
});

it('says first of all that WeChat takes nothing, and no longer once it is mended', () => {
  const denied = (lastAt: number) => ({
    alarms: [alarm({ code: 48001, field: null, lastAt })],
    deadLetters: 2,
  });
  expect(toDeliveryView(health(denied(NOW - 5 * MINUTE))).title).toBe('微信现在不收提醒');
  expect(toDeliveryView(health(denied(NOW - 40 * MINUTE))).title).toBe('有 2 条没发成');
});

it('counts what waits, since when, and what may have come twice', () => {
  const lines = (more: Partial<Health>) => toDeliveryView(health(more)).lines;
  expect(lines({})).toEqual(['没有在等着发的']);
  expect(lines({ unaskedToday: 2, refusedToday: 3, unbound: 4, heldNow: 5 })).toEqual([
    '5 条等夜里过去再发',
    '2 条没发到微信，本人没留提醒次数。打开小程序能看到',
    '3 条微信没收，本人关掉了提醒。打开小程序能看到',
    '4 人还没进过小程序，什么提醒都发不到',
  ]);
  expect(lines({ dueNow: 2, oldestDueAt: NOW - 3 * MINUTE, mayRepeatToday: 1 })).toEqual([
    '2 条正等着发，最早的等了 3 分钟',
    '1 条可能收到了两次，微信当时没有回应',
  ]);
});

it.each([
  [null, ''],
  [1, '100'],
  // never rounded up to a promise that was not kept
  [0.999, '99'],
  [0, '0'],
])('calls a prompt share of %s “%s” percent', (promptShare, prompt) => {
  expect(toDeliveryView(health({ promptShare })).prompt).toBe(prompt);
});

const alarm = (more: object): Health['alarms'][number] => ({
  channel: 'subscribe',
  template: 'deadline',
  code: 47003,
  field: 'thing3',
  count: 12,
  lastAt: NOW - 11 * MINUTE,
  ...more,
});
it.each([
  [
    'a field',
    {},
    ['团关系转接截止提醒', '微信不收“到期后果”这一项', 'thing3', '47003', '12 条', '6月12日 09:30'],
  ],
  ['a template id', { code: 40037, field: null }, ['团关系转接截止提醒', '模板编号不对', '40037']],
  ['a field nobody knows', { field: 'thing9' }, ['微信不收其中一项', 'thing9']],
  ['no permission', { code: -604101, field: null }, ['不收任何提醒', '上传：更新文件', '-604101']],
])('hands on what an alarm is about, and tells the teacher in her words: %s', (_case, more, words) => {
  const [remark] = toDeliveryView(health({ alarms: [alarm(more)] })).remarks;
  for (const word of words) expect(remark?.handOn).toContain(word);
  expect(remark?.text).not.toMatch(CODE_WORDS);
  expect(remark?.text).toContain('大家在“消息”里仍然看得到');
});

it('leaves a robot to the teacher, who mends it here', () => {
  const robot = alarm({ channel: 'wecom', code: 93000, field: null });
  const [remark] = toDeliveryView(health({ alarms: [robot] })).remarks;
  expect(remark).toMatchObject({ text: expect.stringContaining('重新添加机器人'), handOn: '' });
  expect(remark?.text).not.toMatch(CODE_WORDS);
});

const letter = (more: Partial<DeadLetter>): DeadLetter => ({
  id: 'n-1',
  kind: 'deadline-near',
  channel: 'subscribe',
  template: 'deadline',
  title: '还剩 3 天，对方还没接收',
  recipientName: '林晚',
  dueAt: NOW - 60 * MINUTE,
  settledAt: NOW - 11 * MINUTE,
  attempts: 8,
  code: -1,
  field: null,
  mayRepeat: false,
  useless: null,
  ...more,
});
const reasons: [string, Partial<DeadLetter>, string][] = [
  ['busy', {}, '给林晚，6月12日 09:30 放弃：微信一直很忙'],
  ['quota', { code: 45009 }, '微信今天的额度用完了'],
  ['field', { code: 47003, field: 'time2' }, '微信不收“截止时间”这一项'],
  ['silence', { code: -999, mayRepeat: true }, '微信没有回应，也可能已经收到'],
  ['gone', { recipientName: null }, '给已离开的人'],
  ['too late', { useless: 'late' }, '。已经过了时候，不用补'],
  ['no longer so', { useless: 'done' }, '。现在已经不是这样了，不用补'],
  [
    'to somebody without a consent',
    { useless: 'no-credit' },
    '。TA 在微信里没有剩余次数，补不了，小程序里看得到',
  ],
  [
    'robot',
    { channel: 'wecom', recipientName: null, code: 93000 },
    '给工作群，6月12日 09:30 放弃：企业微信不认机器人的地址',
  ],
  ['robot often', { channel: 'wecom', code: 45009 }, '群里一分钟内发得太多'],
  ['robot silent', { channel: 'wecom', code: -999 }, '企业微信没有回应'],
];
it.each(reasons)('says why one was given up: %s', (_case, more, words) => {
  expect(toLetterRows([letter(more)])[0]?.text).toContain(words);
});

it('says what 企业微信 answered to a test', () => {
  expect(toTestLine({ outcome: 'sent', code: null })).toMatchObject({ tone: 'done' });
  expect(toTestLine({ outcome: 'refused', code: 93000 }).text).toContain('93000');
  for (const outcome of ['busy', 'unknown'] as const)
    expect(toTestLine({ outcome, code: 1 }).tone).toBe('soon');
});

const NOBODY = { unbound: 0, off: 0, 'no-credit': 0 };
const reach = (more: Partial<Reach>): Reach => ({
  people: 3,
  reached: 3,
  out: NOBODY,
  branches: [],
  failures: [],
  now: NOW,
  ...more,
});

it('shows which branches have most people out of reach, and why', () => {
  const branches = [
    { id: 'a', name: '一支部', people: 30, reached: 30, out: NOBODY },
    { id: 'b', name: '二支部', people: 30, reached: 29, out: { ...NOBODY, off: 1 } },
    { id: 'c', name: '三支部', people: 30, reached: 20, out: { unbound: 7, off: 0, 'no-credit': 3 } },
  ];
  expect(toReachView(reach({ branches })).branches.map(({ name, line }) => [name, line])).toEqual([
    ['三支部', '10 人够不着：7 人没进过小程序，3 人没留提醒次数'],
    ['二支部', '1 人够不着：1 人关掉了提醒'],
  ]);
});

it('says what WeChat did not deliver', () => {
  const failures = [
    { code: 43101, count: 6, lastAt: NOW },
    { code: 43108, count: 1, lastAt: NOW },
  ];
  expect(toReachView(reach({ failures })).failures).toEqual([
    '6 条本人不收这类提醒，最近一次 6月12日 09:41',
    '1 条微信没送到（代码 43108），最近一次 6月12日 09:41',
  ]);
  expect(toReachView(reach({})).why).toBe('');
});
