import { WAITS_FOR } from '../../../../miniprogram/domain/transfer/waits-for';
import { schoolIsLate, waitingWords } from '../../../../miniprogram/domain/words/waiting';

it.each([
  ['graduate', ['轮到你办', '等团支书审批', '等学院审批', '等对方接收', '现在不用做什么']],
  ['secretary', ['等本人办', '等你先批', '等学院审批', '等对方接收', '现在不用做什么']],
  ['teacher', ['等本人办', '等团支书先批', '等你审批', '等对方接收', '现在不用做什么']],
] as const)('a %s reads whose turn it is', (reader, words) => {
  expect(WAITS_FOR.map((turn) => waitingWords(reader, turn))).toEqual(words);
});

const DEADLINE = Date.UTC(2027, 5, 10);
const late = { deadlineAt: DEADLINE, state: 'submitted' } as const;

it.each([
  ['graduate', 'college', '是学院还没批，不是你的问题。问一下老师，再看一眼智慧团建。'],
  ['graduate', 'secretary', '是团支书还没批，不是你的问题。问一下团支书，再看一眼智慧团建。'],
  ['secretary', 'college', '学院还没批，不是本人的问题'],
  ['secretary', 'secretary', '你还没批，不是本人的问题'],
  ['teacher', 'college', '学院还没批，不是本人的问题'],
  ['teacher', 'secretary', '团支书还没批，不是本人的问题'],
] as const)('to a %s, a clock that ran out on the %s is the school’s delay', (reader, waitsFor, words) => {
  const after = DEADLINE + 1;
  expect(schoolIsLate(reader, { ...late, waitsFor }, after)).toBe(words);
  expect(schoolIsLate(reader, { ...late, waitsFor }, DEADLINE - 1)).toBe('');
  expect(schoolIsLate(reader, { ...late, state: 'approved', waitsFor: 'receiver' }, after)).toBe('');
});
