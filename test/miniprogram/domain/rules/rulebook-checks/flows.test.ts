/** What is wrong with a flow, in its checks' words. */
import type { Flow, FlowNode, FlowOption } from '../../../../../miniprogram/domain/rules/flow';
import { checkFlows } from '../../../../../miniprogram/domain/rules/rulebook-checks/flows';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const to = (next: string, more: Partial<FlowOption> = {}): FlowOption => ({
  id: next,
  label: next,
  next,
  ...more,
});
const question = (id: string, ...options: FlowOption[]): FlowNode => ({ id, question: id, options });
const advice = (id: string, settled?: string): FlowNode => ({
  id,
  result: {
    kind: 'advice',
    title: id,
    text: id,
    ...(settled === undefined ? {} : { settled: { label: '接着办', option: settled } }),
  },
});
const problems = (nodes: readonly FlowNode[], more: Partial<Flow> = {}): string[] => {
  const timeout: Flow = { id: 'timeout', title: '到期', start: 'first', nodes, ...more };
  return checkFlows({ ...national2022, flows: { ...national2022.flows, timeout } }).map(
    ({ path, message }) => `${path} ${message}`,
  );
};
const ENDS = [advice('a'), advice('b')];

test('a sound flow has none, also where two ways lead to one end', () => {
  expect(
    problems([question('first', to('second'), to('a')), question('second', to('a'), to('b')), ...ENDS]),
  ).toEqual([]);
});

test.each<[string, readonly FlowNode[], string[]]>([
  [
    'an answer that is offered twice',
    [question('first', to('a'), to('a'), to('b')), ...ENDS],
    ['first offers a twice'],
  ],
  [
    'a question with one answer',
    [question('first', to('a')), advice('a')],
    ['first may offer fewer than two answers'],
  ],
  [
    'a question left with one answer for somebody whom the roster knows',
    [question('first', to('a'), to('b', { notFor: 'post' })), ...ENDS],
    ['first may offer fewer than two answers'],
  ],
  ['two nodes of one id', [question('first', to('a'), to('b')), ...ENDS, advice('b')], ['has two nodes b']],
  [
    'ends nothing leads to',
    [question('first', to('a'), to('b')), ...ENDS, advice('c'), advice('d')],
    ['never reaches c, d'],
  ],
  [
    'a circle',
    [question('first', to('a'), to('second')), question('second', to('first'), to('b')), ...ENDS],
    ['goes in a circle at first'],
  ],
  [
    'an end that is not there',
    [question('first', to('a'), to('b'), to('c')), ...ENDS],
    ['leads to c, which does not exist'],
  ],
  [
    'a route the rulebook does not have',
    [
      question('first', to('a'), to('way')),
      advice('a'),
      { id: 'way', result: { kind: 'way', wayId: 'army', routeId: 'moon' } },
    ],
    ['way ends in a route the rulebook does not have'],
  ],
])('%s', (_what, nodes, named) => {
  expect(problems(nodes)).toEqual(named.map((message) => `flows.timeout ${message}`));
});

describe('what has been settled', () => {
  const lost = (id: string, option: string) =>
    `flows.timeout ${id} goes on with ${option}, which the question before does not offer`;

  test('is an answer of every question that leads to the advice', () => {
    const nodes = (...options: FlowOption[]) => [
      question('first', to('second'), to('a'), to('b')),
      question('second', to('a'), ...options),
      // Leads elsewhere: what it offers does not matter.
      advice('a', 'b'),
      advice('b'),
    ];
    expect(problems(nodes(to('b')))).toEqual([]);
    expect(problems(nodes(to('b', { id: 'other' })))).toEqual([lost('a', 'b')]);
  });

  test('is asked of no question that leads elsewhere', () => {
    expect(
      problems([
        question('first', to('second'), to('a'), to('b')),
        question('second', to('b', { id: 'x' }), to('b', { id: 'y' })),
        advice('a', 'b'),
        advice('b'),
      ]),
    ).toEqual([]);
  });

  test('leads elsewhere', () => {
    expect(problems([question('first', to('a'), to('b')), advice('a', 'a'), advice('b')])).toEqual([
      lost('a', 'a'),
    ]);
  });
});

test('a flow goes by its own name', () => {
  expect(problems([question('first', to('a'), to('b')), ...ENDS], { id: 'refusal-coach' })).toEqual([
    'flows.timeout calls itself refusal-coach',
  ]);
});
