/** Some notices as they are read, whole: by whom, with a receiver and without, and what opens. */
import { NOTICE_KINDS, type NoticeKind } from '../../../../../miniprogram/domain/reminding/kinds';
import { fitMiddle } from '../../../../../miniprogram/domain/reminding/notices/fit';
import { NOTICES, type NoticeFacts } from '../../../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../../../miniprogram/domain/reminding/notices/template-of';
import { TEMPLATES } from '../../../../../miniprogram/domain/reminding/notices/templates';
import { DOORS, PAGES } from '../../../../../miniprogram/domain/reminding/pages';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';
import { at } from '../../deadline-table';

const BARE: NoticeFacts = {
  audience: 'graduate',
  at: at('2027-06-11T09:00:00+08:00'),
  memberName: '林晚',
  branchName: '通信2201团支部',
  rulebook: national2022,
};
const DEADLINE = { deadlineAt: at('2027-06-18T10:20:00+08:00') };
const SEASON = { seasonDeadlineAt: at('2027-06-30T23:59:59+08:00') };
const WHO = '林晚，通信2201团支部';
const NOWHERE = { hasReceiver: false } as const;
const SECRETARY = { audience: 'secretary' } as const;
const TEACHER = { audience: 'teacher' } as const;

test.each<[NoticeKind, Partial<NoticeFacts>, string, string]>([
  [
    'approved',
    NOWHERE,
    '学院老师批准了你的转出',
    '下一步由上级团组织办理。在智慧团建看到结果后，回来告诉我们。',
  ],
  [
    'returned',
    { step: 'return', bySecretary: true, byName: '许嘉宁', reason: '名称不完整' },
    '团支书退回，改好再交一次',
    '团支书许嘉宁在 6月11日 09:00 退回了你的申请。原因：名称不完整。关系还在学校，没有丢。你填的内容都在，改好重新提交，不提交就一直转不走。',
  ],
  [
    'returned',
    { step: 'return', byName: '周岚' },
    '学院退回，改好再交一次',
    '周岚老师在 6月11日 09:00 退回了你的申请。关系还在学校，没有丢。你填的内容都在，改好重新提交，不提交就一直转不走。',
  ],
  [
    'returned',
    { step: 'report-returned', byName: '许嘉宁' },
    '智慧团建退回了申请，要重新发起',
    '许嘉宁在 6月11日 09:00 看到申请退回来了。关系还在学校，没有丢。你填的内容都在，重新发起以后再交一次，不提交就一直转不走。',
  ],
  [
    'accepted',
    { paperLeft: 'none' },
    '对方已接收，团关系到了',
    '6月11日 看到对方已接收。不用再办别的了，记住团关系转到了哪里。',
  ],
  [
    'accepted',
    {},
    '对方已接收，团关系到了',
    '6月11日 看到对方已接收。还差《团员证》这一步：带《团员证》和转出页面截图去学院，不办的话《团员证》上没有转出记录。',
  ],
  [
    'still-here',
    { byName: '周岚' },
    '名单上你还没转出去',
    '周岚老师在 6月11日 09:00 对照智慧团建的名单，你的团关系还在学校，先前记的“已转到”不算数。请对方在系统里接收；已经接收了，回来告诉我们。觉得不对，问一下学院老师。',
  ],
  [
    'still-here',
    NOWHERE,
    '名单上你还没转出去',
    '学院老师在 6月11日 09:00 对照智慧团建的名单，你的团关系还在学校，先前记的“已转到”不算数。登录智慧团建看一眼，把结果告诉我们。觉得不对，问一下学院老师。',
  ],
  [
    'digest',
    { ...TEACHER, waits: 'accepted' },
    '有 1 条等了很久',
    `1 条已经等了 ${national2022.escalateAfterHours} 小时以上，同学这边停在原地。最早的是${WHO}，等你办线下手续。打开待办，从最上面一条开始。`,
  ],
  [
    'timed-out',
    DEADLINE,
    '到期了，看看智慧团建',
    `6月18日 10:20 已到期，按规则${national2022.outcomes.ask.past}。登录智慧团建看一眼，把结果告诉我们，才能接着办下一步。`,
  ],
  [
    'nudged',
    { ...SEASON, byName: '许嘉宁' },
    '许嘉宁请你接着办团关系转接',
    '学院请大家在 6月30日前办完，你还差几步。打开首页，先做现在这一步。',
  ],
  ['nudged', {}, '团支书请你接着办团关系转接', '你还差几步没有办。打开首页，先做现在这一步。'],
  ['code-issued', {}, '重置密码验证码拿到了', '团支书替你拿到了验证码。先打开智慧团建，再回来点开看。'],
  [
    'approval-waiting',
    { ...SECRETARY, wayLabel: '升学' },
    '林晚的转出等你审批',
    `${WHO}，去向是“升学”。批准以后才会往下办。请核对截图和名称。`,
  ],
  [
    'approval-waiting',
    { ...SECRETARY, ...NOWHERE, wayLabel: '升学', isCollegeAffair: true },
    '林晚的转出等你审批',
    `${WHO}，去向由学院办理。批准以后才会往下办。请看一眼再批。`,
  ],
  [
    'approval-waiting',
    { ...TEACHER, ...DEADLINE, wayLabel: '升学', isCollegeAffair: true },
    '林晚的转出等你审批',
    `${WHO}，去向是“升学”。接收期限 6月18日 10:20，批得越晚，留给对方的时间越少。请核对截图和名称。`,
  ],
  ['approval-asked', TEACHER, '林晚请你先批', `${WHO}。批准以后才会往下办。请核对截图和名称。`],
  [
    'refusal-waiting',
    TEACHER,
    '林晚的转接被对方退回',
    `${WHO}，6月11日 09:00 看到的。关系还在学校，改好重交之前不会转走。请看看要不要帮忙核对名称。`,
  ],
  [
    'refusal-waiting',
    { ...TEACHER, ...NOWHERE, reason: '不认识' },
    '林晚的转接被退回',
    `${WHO}，6月11日 09:00 看到的。原因：不认识。关系还在学校，改好重交之前不会转走。请看看要不要帮忙。`,
  ],
  [
    'code-escalated',
    { ...TEACHER, escalationCause: 'handed-on', reason: '列表里找不到' },
    '林晚在等你填验证码',
    '林晚登录不了智慧团建，团支书没能拿到验证码。说明：列表里找不到。登录不了，下一步就办不成。请在待办里填上。',
  ],
  [
    'situation-changed',
    TEACHER,
    '林晚的情况变了',
    `${WHO}。原来那一次按撤回处理，改好会再交上来。请看一眼：系统里原来的申请撤回了没有，登记过的名单要不要改。`,
  ],
  [
    'digest',
    { ...TEACHER, count: 4, isOverdue: false },
    '有 4 条在等你',
    `4 条在等你，没能马上告诉你。同学要等你办完才能往下走。最早的是${WHO}。打开待办，从最上面一条开始。`,
  ],
])('%s of %j', (kind, facts, title, text) => {
  const all = { ...BARE, ...facts };
  expect(NOTICES[kind].title(all)).toBe(title);
  expect(NOTICES[kind].text(all)).toBe(text);
});

test.each<[NoticeKind, Partial<NoticeFacts>, Readonly<Record<string, string>>]>([
  ['approved', {}, { about: '学院老师批准了你的转出', state: '学院已批准', next: '留意智慧团建的结果' }],
  ['approved', { ...DEADLINE, bySecretary: true }, { state: '已批准', next: '请对方在 6月18日前接收' }],
  ['returned', { step: 'report-returned' }, { about: '智慧团建退回了申请', state: '已退回' }],
  ['returned', { step: 'return', byName: '周岚' }, { about: '周岚老师退回了你的申请', state: '学院退回' }],
  [
    'returned',
    { step: 'reopen', bySecretary: true },
    { about: '团支书重新打开了你的转接', state: '团支书退回' },
  ],
  ['refused', {}, { state: '对方退回' }],
  ['recorded', { paperLeft: 'other' }, { next: '还有线下手续，打开看看' }],
  ['refused', NOWHERE, { state: '被退回' }],
  ['recorded', {}, { about: '学院老师登记了你的去向', next: '后面由学院办，有变化再来' }],
  [
    'still-waiting',
    { days: 7 },
    { about: '等了 7 天，对方还没接收', state: '等对方接收', next: '请对方在系统里接收' },
  ],
  ['still-waiting', { ...NOWHERE, days: 7 }, { state: '等上级办理', next: '看智慧团建，回来报结果' }],
  ['nudged', {}, { about: '团支书请你接着办转接', next: '打开小程序，做下一步' }],
  [
    'approval-waiting',
    SECRETARY,
    { about: '有转出申请等你审批', who: WHO, next: '核对截图和名称，再批准', count: '1' },
  ],
  ['approval-waiting', { ...SECRETARY, ...NOWHERE, count: 3 }, { next: '看一眼，再批准', count: '3' }],
  ['refusal-waiting', TEACHER, { about: '有转接被对方退回', next: '看原因，帮同学核对名称' }],
  ['refusal-waiting', { ...TEACHER, ...NOWHERE }, { about: '有转接被退回', next: '看原因，帮同学问一问' }],
])('the message of %s with %j', (kind, facts, fields) => {
  expect(NOTICES[kind].fields({ ...BARE, ...facts })).toMatchObject(fields);
});

test.each<[NoticeKind, Partial<NoticeFacts>, string]>([
  ['approved', {}, PAGES.track],
  ['season-near', {}, PAGES.home],
  ['nudged', {}, PAGES.home],
  ['code-issued', {}, DOORS.loginHelp],
  ['code-closed', {}, DOORS.loginHelp],
  ['approval-waiting', SECRETARY, `${PAGES.secretaryDesk}?tab=branch`],
  ['approval-waiting', { ...TEACHER, transferId: 't1' }, `${PAGES.teacherDecision}?transferId=t1`],
  ['approval-asked', TEACHER, PAGES.teacherDesk],
])('%s with %j opens %s', (kind, facts, page) => {
  expect(NOTICES[kind].page({ ...BARE, ...facts })).toBe(page);
});

test.each(NOTICE_KINDS)('%s tells what its template has a place for', (kind) => {
  const known = TEMPLATES[TEMPLATE_OF[kind]].facts.map(({ fact }) => fact);
  expect(Object.keys(NOTICES[kind].fields(BARE)).sort()).toEqual([...known].sort());
});

test('a template and each of its places have a name, and no two places of one are called alike', () => {
  for (const { title, facts } of Object.values(TEMPLATES)) {
    const names = facts.map(({ label }) => label);
    for (const name of [title, ...names]) expect(name).toMatch(/^\p{Script=Han}{2,}$/u);
    expect(new Set(names).size).toBe(names.length);
  }
});

test.each([
  ['林晚', 2, '林晚'],
  ['林晚晚', 2, '林…'],
  ['林晚晚', 1, '…'],
  ['林晚晚', 0, ''],
  ['一二三四五', 4, '一二…五'],
])('“%s” in %i characters is “%s”', (text, max, fitted) => {
  expect(fitMiddle(text, max)).toBe(fitted);
});
