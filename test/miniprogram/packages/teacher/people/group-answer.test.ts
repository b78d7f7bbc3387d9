import { SHOWN_STATES } from '../../../../../miniprogram/domain/transfer/shown-state';
import { groupAnswer, type Asked } from '../../../../../miniprogram/packages/teacher/people/group-answer';

const NOON = Date.UTC(2026, 5, 18, 4);
const asked = (change: Partial<Asked>): Asked => ({
  name: '林小雨',
  shown: 'none',
  waitsFor: 'graduate',
  bound: true,
  isFreed: false,
  waitsForCode: false,
  deadlineAt: null,
  system: '智慧团建',
  now: NOON - 1,
  ...change,
});

it.each(SHOWN_STATES)('has an answer for “%s” that names the person and ends as a sentence', (shown) => {
  const text = groupAnswer(asked({ shown }));
  expect(text).toMatch(/^林小雨同学：.+。$/);
  expect(text).not.toMatch(/null|undefined|NaN/);
});

const ANSWERS: readonly (readonly [string, Partial<Asked>, string])[] = [
  [
    'until when the receiver decides',
    { shown: 'approved', waitsFor: 'receiver', deadlineAt: NOON },
    '学院已经批准，在等对方接收，对方最晚 6月18日处理。可以联系对方请他们接收。',
  ],
  [
    'to look once that day is over',
    { shown: 'approved', waitsFor: 'receiver', deadlineAt: NOON, now: NOON + 1 },
    '学院已经批准，在等对方接收，期限已经到了。登录智慧团建看一眼转到了没有。',
  ],
  [
    'neither of a receiver nor who acts where the way is nobody’s business',
    { shown: 'approved', waitsFor: 'receiver', hasReceiver: false },
    '学院已经批准，还在办。过几天登录智慧团建看一眼。',
  ],
  [
    'the same once it has arrived',
    { shown: 'accepted', hasReceiver: false },
    '已经转好了。还差《团员证》这一步，打开小程序看要带什么。',
  ],
  [
    'the same once it came back',
    { shown: 'refused', hasReceiver: false },
    '这次被退回了，团关系还在学校，没有丢。打开小程序看怎么改，改好重新发起。',
  ],
  [
    'of no picture before it is known whether the way asks for one',
    { shown: 'draft' },
    '你填了一半，还没有提交。打开小程序接着填，里面写着下一步。',
  ],
  [
    'no day of the receiver before the school has approved',
    { shown: 'submitted', waitsFor: 'college', deadlineAt: NOON },
    '你已经提交，等学院审批。现在不用做什么。',
  ],
  [
    'that the school is late, and nobody else',
    { shown: 'submitted', waitsFor: 'college', deadlineAt: NOON, now: NOON + 1 },
    '你已经提交，等学院审批，这边批晚了，不是你的问题。登录智慧团建看一眼有没有退回来。',
  ],
  [
    'that the college is at it where the rest on paper is its',
    { shown: 'accepted', waitsFor: 'college' },
    '对方已经接收，等学院办线下手续。现在不用做什么。',
  ],
  [
    'whoever is over age that nothing is theirs',
    { isFreed: true },
    '你到了年龄，团关系不用转，跟学院说一声就行。',
  ],
  [
    'whoever waits for a code that it comes',
    { waitsForCode: true },
    '你在等重置密码的验证码，有了马上告诉你。',
  ],
];
it.each(ANSWERS)('says %s', (_, change, words) => {
  expect(groupAnswer(asked(change))).toBe(`林小雨同学：${words}`);
});

it('tells those who never signed in where to begin', () => {
  expect(groupAnswer(asked({ bound: false }))).toContain('用学号登录');
});
