import type { Found } from '../../../../../../miniprogram/packages/teacher/queue/check/answers';
import {
  outcomeWords,
  toCheckView,
  type Item,
} from '../../../../../../miniprogram/packages/teacher/queue/check/view';

const item = (memberName: string, branchName = '通信2201团支部'): Item => ({
  transferId: `t-${memberName}`,
  version: 3,
  memberName,
  studentNumber: '2210320109',
  branchName,
  organisation: '澄江智能装备有限公司团支部',
});
const ITEMS = ['秦朗', '林晚', '何牧', '周予安'].map((name) => item(name));
const answers = (...found: (readonly [string, Found])[]) =>
  new Map(found.map(([name, one]) => [`t-${name}`, one] as const));

it('shows the first person nobody has answered for, and who comes next', () => {
  expect(toCheckView(ITEMS, answers(['秦朗', 'yes']), 't-秦朗')).toMatchObject({
    done: 1,
    total: 4,
    percent: 25,
    person: { memberName: '林晚' },
    nextTitle: '接下来，还有 2 人',
    upNext: [
      { name: '何牧', branch: '通信2201' },
      { name: '周予安', branch: '通信2201' },
    ],
    last: { id: 't-秦朗', words: '秦朗：有' },
  });
});

it('says when the last one stands there, and offers no answer to change before the first', () => {
  const view = toCheckView([item('林晚')], new Map(), '');
  expect([view.nextTitle, view.last]).toEqual(['这是最后一位', null]);
});

it('counts at the end, and names who stays in the queue and why', () => {
  const all = answers(['秦朗', 'yes'], ['林晚', 'no'], ['何牧', 'unsure'], ['周予安', 'yes']);
  expect(toCheckView(ITEMS, all, '')).toMatchObject({
    person: null,
    counts: { yes: 2, no: 1, unsure: 1 },
    left: [
      { name: '林晚', line: '通信2201，没有：系统里还没发起', act: '请本人发起' },
      { name: '何牧', line: '通信2201，看不出：再核对一次名称', act: '再看一眼' },
    ],
  });
});

it('goes on where an answer is missing, whatever the order they were given in', () => {
  expect(toCheckView(ITEMS, answers(['秦朗', 'yes'], ['何牧', 'no']), '').person?.memberName).toBe('林晚');
});

it('says what became of the batch', () => {
  const done = { transferId: 't', done: true, reasons: [], state: 'approved' as const };
  expect(outcomeWords([done, done])).toBe('批准了 2 人');
  expect(outcomeWords([done, { ...done, done: false, reasons: ['changed'] }])).toContain('1 人刚刚有了变化');
});
