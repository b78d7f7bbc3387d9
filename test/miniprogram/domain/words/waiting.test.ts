import { SHOWN_STATES, type ShownState } from '../../../../miniprogram/domain/transfer/shown-state';
import { STATE_WORDS } from '../../../../miniprogram/domain/words/states';
import {
  approvalsTitle,
  READERS,
  schoolIsLate,
  waitingWords,
} from '../../../../miniprogram/domain/words/waiting';

const thrice = (words: string): [string, string, string] => [words, words, words];

/** State, what tags and lists call it; what the graduate, the secretary, the teacher and everybody read. */
const TABLE: readonly (readonly [ShownState, string, string, string, string, string])[] = [
  ['planned', '到时候再办', '到时候再办', '到时候再办', '到时候再办', '到时候再办'],
  ['draft', '填写中', '轮到你填完提交', '等本人填完提交', '等本人填完提交', '等本人填完提交'],
  ['submitted', '等学院审批', '等学院审批', '等学院审批', '等你审批', '等学院审批'],
  ['returned', '学院退回', '轮到你改好再交', '等本人改好再交', '等本人改好再交', '等本人改好再交'],
  ['approved', '学院已批准', '等对方接收', '等对方接收', '等对方接收', '等对方接收'],
  ['refused', '对方退回', '轮到你改好再交', '等本人改好再交', '等本人改好再交', '等本人改好再交'],
  ['timedOut', '已到期', '轮到你登录看结果', ...thrice('等本人登录看结果')],
  ['lapsed', '系统退回', '轮到你重新发起', ...thrice('等本人重新发起')],
  ['accepted', '对方已接收', '轮到你办《团员证》', ...thrice('等本人办《团员证》')],
  ['registered', '已报学院', '等学院登记', '等学院登记', '等你登记', '等学院登记'],
  ['recorded', '学院已登记', '轮到你办《团员证》', ...thrice('等本人办《团员证》')],
  ['withdrawn', '已撤回', '轮到你重新选去向', ...thrice('等本人重新选去向')],
  ['completed', '全部办完', '全部办完', ...thrice('全部办完')],
  ['none', '还没开始', '轮到你选去向', ...thrice('等本人选去向')],
  ['with-secretary', '等团支书审批', '等团支书审批', '等你审批', '等团支书审批', '等团支书审批'],
  ['approved-by-secretary', '团支书已批准', '等对方接收', ...thrice('等对方接收')],
  ['returned-by-secretary', '团支书退回', '轮到你改好再交', ...thrice('等本人改好再交')],
  ['lapsed-at-school', '系统退回', '轮到你重新发起', ...thrice('等本人重新发起')],
  ['closed', '学院已结束', '学院已经结束这次办理', ...thrice('学院已经结束这次办理')],
];

it('tells each reader their own part in every state', () => {
  const read = SHOWN_STATES.map((shown) => [
    shown,
    STATE_WORDS[shown],
    ...READERS.map((reader) => waitingWords(reader, { shown, waitsFor: 'graduate' })),
  ]);
  expect(read).toEqual(TABLE);
});

/** Whom what is left on paper waits for, and whether it ends at the desk. */
const ON_PAPER = [
  ['graduate', true, '轮到你办《团员证》', '等本人办《团员证》', '等本人办《团员证》'],
  ['graduate', false, '轮到你办线下手续', '等本人办线下手续', '等本人办线下手续'],
  ['secretary', true, '等团支书办线下手续', '等你办线下手续', '等团支书办线下手续'],
  ['college', true, '等学院办线下手续', '等学院办线下手续', '等你办线下手续'],
  ['nobody', true, '线上的都办好了', '线上的都办好了', '线上的都办好了'],
] as const;
it.each(ON_PAPER)('what is left on paper for the %s, at the desk: %s', (waitsFor, hasDesk, ...words) => {
  const turn = { shown: 'accepted', waitsFor, hasDesk } as const;
  expect((['graduate', 'secretary', 'teacher'] as const).map((one) => waitingWords(one, turn))).toEqual(
    words,
  );
});

it('says of who is recorded that nothing is left, only where nothing is', () => {
  const words = (waitsFor: 'nobody' | 'college') =>
    waitingWords('graduate', { shown: 'recorded', waitsFor, hasDesk: false });
  expect(words('nobody')).toBe('学院已经登记');
  expect(words('college')).toBe('等学院办线下手续');
});

it.each(SHOWN_STATES)('%s waits for a receiver only where the route leads to one', (shown) => {
  const turn = { shown, waitsFor: 'receiver' } as const;
  const without = waitingWords('graduate', { ...turn, hasReceiver: false });
  const withOne = waitingWords('graduate', turn);
  expect(without).toBe(withOne === '等对方接收' ? '等上级团组织办理' : withOne);
});

it.each([
  [['college'], '学院审批'],
  [['secretary', 'college'], '团支书、学院审批'],
  [['secretary'], '团支书审批'],
] as const)('approved by %j, the step is called %s', (approvals, title) => {
  expect(approvalsTitle(approvals)).toBe(title);
});

const DEADLINE = Date.UTC(2027, 5, 10);
const late = { deadlineAt: DEADLINE, state: 'submitted' } as const;

it.each([
  ['graduate', 'college', '是学院还没批，不是你的问题。问一下老师，再登录看一眼。'],
  ['graduate', 'secretary', '是团支书还没批，不是你的问题。问一下团支书，再登录看一眼。'],
  ['secretary', 'college', '学院还没批，不是本人的问题'],
  ['secretary', 'secretary', '你还没批，不是本人的问题'],
  ['teacher', 'college', '学院还没批，不是本人的问题'],
  ['teacher', 'secretary', '团支书还没批，不是本人的问题'],
  ['everybody', 'college', '学院还没批，不是本人的问题'],
  ['everybody', 'secretary', '团支书还没批，不是本人的问题'],
] as const)('to a %s, a clock that ran out on the %s is the school’s delay', (reader, waitsFor, words) => {
  const after = DEADLINE + 1;
  expect(schoolIsLate(reader, { ...late, waitsFor }, after)).toBe(words);
  expect(schoolIsLate(reader, { ...late, waitsFor }, DEADLINE - 1)).toBe('');
  expect(schoolIsLate(reader, { ...late, state: 'approved', waitsFor: 'receiver' }, after)).toBe('');
});

it('nobody of the school is late without a clock, or where the graduate is waited for', () => {
  const after = DEADLINE + 1;
  expect(schoolIsLate('graduate', null, after)).toBe('');
  expect(schoolIsLate('graduate', { ...late, deadlineAt: null, waitsFor: 'college' }, after)).toBe('');
  expect(schoolIsLate('graduate', { ...late, waitsFor: 'graduate' }, after)).toBe('');
});
