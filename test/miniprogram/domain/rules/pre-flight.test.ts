import { isQuestion, replay, withAnswer, type Answers } from '../../../../miniprogram/domain/rules/flow';
import {
  answersOnRoster,
  regardlessOfAge,
  type OnRoster,
} from '../../../../miniprogram/domain/rules/on-roster';
import { routeOf } from '../../../../miniprogram/domain/rules/rulebook';
import { isCleared, noteOnReceiver } from '../../../../miniprogram/domain/rules/pre-flight';
import { RULEBOOKS, rulebookOf } from '../../../../miniprogram/rulebooks';

const book = rulebookOf('usst-2020');
if (!book) throw new Error('no rulebook');
const flow = book.flows['pre-flight'];
const FINE: OnRoster = { hasLeaguePost: false, age: 'under' };

/** The questions that are asked on the way to the form, each answered by its first option. */
const asked = (checks: typeof flow, answers: Answers): string[] => {
  const { current } = replay(checks, answers);
  if (isCleared(checks, answers) || !isQuestion(current)) return [];
  const [first] = current.options;
  return [current.id, ...asked(checks, withAnswer(checks, answers, current.id, first?.id ?? ''))];
};

test.each([
  ['usst-2020', []],
  ['national-2022', []],
  ['national-2024', []],
  ['beijing-2024', []],
])('%s asks nothing on the way to the form that the roster or the place says', (id, questions) => {
  const checks = rulebookOf(id)?.flows['pre-flight'];
  expect(checks && asked(checks, answersOnRoster(checks, FINE))).toEqual(questions);
});

test('every shipped rulebook is looked at here', () => {
  expect(RULEBOOKS.map(({ id }) => id).sort()).toEqual([
    'beijing-2024',
    'national-2022',
    'national-2024',
    'usst-2020',
  ]);
});

test.each([
  [{ hasLeaguePost: true, age: 'under' }, ['post']],
  [{ hasLeaguePost: false, age: 'unknown' }, ['age']],
  // A roster without a column for posts has not said that there is none.
  [{ hasLeaguePost: null, age: 'under' }, ['post']],
  [{ hasLeaguePost: false, age: 'over' }, ['age']],
  [{ hasLeaguePost: true, age: 'over' }, ['post', 'age']],
] as const)('a roster that says %j leaves %j to ask', (onRoster, questions) => {
  expect(asked(flow, answersOnRoster(flow, onRoster))).toEqual(questions);
});

test('what stands in the way does, whatever the roster says', () => {
  expect(isCleared(flow, { post: 'none', age: 'over' })).toBe(false);
  expect(isCleared(flow, { post: 'held', age: 'under' })).toBe(false);
  expect(isCleared(flow, {})).toBe(false);
});

test.each(RULEBOOKS.map((one) => [one.id, one] as const))(
  '%s: whoever transfers regardless of the age meets neither question again',
  (_, one) => {
    const checks = one.flows['pre-flight'];
    const answers = regardlessOfAge(checks, { marked: 'yes', post: 'held', age: 'over' });
    expect(isCleared(checks, answers)).toBe(true);
  },
);

describe('a receiver that nobody was asked about', () => {
  const note = (id: string, province: string, answers: Answers = {}, routeId = 'direct') => {
    const rules = rulebookOf(id);
    const route = rules && routeOf(rules, 'employed', routeId);
    return route
      ? noteOnReceiver(rules.flows['pre-flight'], answers, {
          system: rules.system,
          region: { names: [province, '', ''], code: '000000' },
          route,
        })
      : null;
  };

  test.each([
    ['usst-2020', '上海市', null],
    ['usst-2020', '广东省', '第一题要选对'],
    ['national-2022', '广东省', '先报到，再发起'],
    ['national-2022', '福建省', '第一题选“是”'],
    ['national-2022', '山东省', null],
    ['beijing-2024', '北京市', null],
    ['beijing-2024', '上海市', '走另一个入口'],
  ])('%s says of %s: %s', (id, province, title) => {
    expect(note(id, province)?.title ?? null).toBe(title);
  });

  test('is explained for a system committee, which works in 智慧团建 wherever it is', () => {
    expect(note('beijing-2024', '北京市', {}, 'system')?.title).toBe('走另一个入口');
    expect(note('national-2022', '广东省', {}, 'system')).toBeNull();
  });

  test.each([
    [
      'advice without steps',
      { kind: 'advice', title: '先报到', text: '再发起。' },
      { title: '先报到', text: '再发起。', steps: [] },
    ],
    ['a way', { kind: 'way', wayId: 'employed', routeId: 'direct' }, null],
  ] as const)('says what %s behind the answer says', (_what, result, says) => {
    const options = [{ id: 'yes', label: '是其中一个', next: 'end' }];
    const checks = {
      ...flow,
      start: 'province',
      nodes: [
        { id: 'province', question: '对方在哪里？', options },
        { id: 'end', result },
      ],
    };
    const guangdong = { names: ['广东省', '', ''], code: '000000' };
    expect(noteOnReceiver(checks, {}, { system: book.system, region: guangdong, route: {} })).toEqual(says);
  });

  test('is not explained again to whom the check has explained it', () => {
    const answers = { post: 'none', age: 'under', party: 'no', province: 'yes' };
    expect(note('usst-2020', '广东省', answers)).toBeNull();
  });
});
