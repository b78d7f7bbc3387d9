/** What the way picker and the answers to questions say once a route is not offered any more. */
import { isQuestion, type Flow, type FlowNode } from '../../../../../miniprogram/domain/rules/flow';
import { withoutClosedRoutes } from '../../../../../miniprogram/domain/rules/rulebook/closed-routes';
import type { Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const OPEN = { wayId: 'employed', routeId: 'direct' };
const CLOSED = { wayId: 'no-organisation', routeId: 'keep' };

const way = (id: string, of: typeof OPEN): FlowNode => ({ id, result: { kind: 'way', ...of } });
const question = (id: string, ...options: (readonly [id: string, next: string])[]): FlowNode => ({
  id,
  question: id,
  options: options.map(([option, next]) => ({ id: option, label: option, next })),
});
const advice = (id: string, option: string): FlowNode => ({
  id,
  result: { kind: 'advice', title: id, text: id, settled: { label: '接着办', option } },
});

const bookWith = (start: string, nodes: readonly FlowNode[], more: Partial<Rulebook> = {}): Rulebook => ({
  ...national2022,
  ...more,
  ways: national2022.ways.map((one) => ({
    ...one,
    routes: one.routes.map((route) => ({
      ...route,
      closed: one.id === CLOSED.wayId && route.id === CLOSED.routeId,
    })),
  })),
  flows: { ...national2022.flows, 'way-picker': { id: 'way-picker', title: '选去向', start, nodes } },
});
const picker = (start: string, ...nodes: FlowNode[]): Flow =>
  withoutClosedRoutes(bookWith(start, nodes)).flows['way-picker'];
const settledOf = ({ nodes }: Flow, id: string): unknown => {
  const node = nodes.find((one) => one.id === id);
  return node && !isQuestion(node) && node.result.kind === 'advice' ? node.result.settled?.option : undefined;
};

test('a first question with one answer left is skipped: the flow begins with the next', () => {
  const flow = picker(
    'first',
    question('first', ['keep', 'kept'], ['go', 'second']),
    question('second', ['work', 'working'], ['other', 'another']),
    way('kept', CLOSED),
    way('working', OPEN),
    way('another', OPEN),
  );
  expect(flow.start).toBe('second');
  expect(flow.nodes.map(({ id }) => id)).toEqual(['second', 'working', 'another']);
});

test('a question without any answer left goes, and so does the answer that led to it', () => {
  const flow = picker(
    'first',
    question('first', ['a', 'second'], ['b', 'working'], ['c', 'another']),
    question('second', ['keep', 'kept']),
    way('kept', CLOSED),
    way('working', OPEN),
    way('another', OPEN),
  );
  expect(flow.nodes[0]).toEqual(question('first', ['b', 'working'], ['c', 'another']));
  expect(flow.nodes.map(({ id }) => id)).toEqual(['first', 'working', 'another']);
});

test('advice keeps the way on that every question before it still offers', () => {
  const first = question(
    'first',
    ['wait', 'waiting'],
    ['work', 'working'],
    ['keep', 'kept'],
    ['more', 'second'],
  );
  const ends = [
    // Does not lead there: what it offers says nothing about the advice.
    question('elsewhere', ['one', 'working'], ['other', 'kept'], ['third', 'working']),
    way('kept', CLOSED),
    way('working', OPEN),
  ];
  const second = question('second', ['wait', 'waiting'], ['work', 'working']);
  expect(settledOf(picker('first', first, second, advice('waiting', 'work'), ...ends), 'waiting')).toBe(
    'work',
  );
  expect(
    settledOf(picker('first', first, second, advice('waiting', 'keep'), ...ends), 'waiting'),
  ).toBeUndefined();
  // Only one of the two questions before still offers it.
  expect(
    settledOf(picker('first', first, second, advice('waiting', 'more'), ...ends), 'waiting'),
  ).toBeUndefined();
});

test('an answer leads to no guide of what is closed, and to all others as before', () => {
  const [example] = national2022.questions;
  if (!example) throw new Error('no question');
  const linked = (id: string, link: typeof example.link) => ({ ...example, id, link });
  const guide = { label: '看指引', page: 'guide' } as const;
  const questions = [
    linked('open', { ...guide, ...OPEN }),
    linked('closed', { ...guide, ...CLOSED }),
    linked('page', { label: '看进度', page: 'track' }),
  ];
  const book = withoutClosedRoutes(bookWith('working', [way('working', OPEN)], { questions }));
  expect(book.questions).toEqual([questions[0], { ...questions[1], link: null }, questions[2]]);
});
