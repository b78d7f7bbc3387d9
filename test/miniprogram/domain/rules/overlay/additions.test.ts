/** A way or a route made like another: the copy, and the question that tells the two apart. */
import { isQuestion, type Flow, type FlowNode } from '../../../../../miniprogram/domain/rules/flow';
import { withAdditions, withAnswerRenamed } from '../../../../../miniprogram/domain/rules/overlay/additions';
import type { Overlay } from '../../../../../miniprogram/domain/rules/overlay/edition';
import { routeOf, wayOf, type Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

type Row = readonly [path: string, value: JsonValue];
const overlay = (...rows: readonly Row[]): Overlay => rows.map(([path, value]) => ({ path, value }));
const grown = (...rows: readonly Row[]): Rulebook => withAdditions(national2022, overlay(...rows));
const pickerOf = ({ flows }: Rulebook): Flow => flows['way-picker'];
const nodeIn = (flow: Flow, id: string): FlowNode | undefined => flow.nodes.find((node) => node.id === id);

const OWN: Row = ['ways.employed.routes.own-1.from', 'direct'];
const USUAL = 'way:employed:direct';
const label = routeOf(national2022, 'employed', 'direct')?.label ?? '';

test('the question stands where the usual end stood, and leads to both', () => {
  const flow = pickerOf(grown(OWN));
  expect(nodeIn(flow, 'which-employed-direct')).toEqual({
    id: 'which-employed-direct',
    question: '是下面哪一种？',
    options: [
      { id: 'usual', label, next: USUAL },
      { id: 'employed-own-1', label: `${label}（新）`, next: 'added-employed-own-1' },
    ],
  });
  expect(nodeIn(flow, 'added-employed-own-1')).toEqual({
    id: 'added-employed-own-1',
    result: { kind: 'way', wayId: 'employed', routeId: 'own-1' },
  });
  const instead = (next: string) => (next === USUAL ? 'which-employed-direct' : next);
  for (const node of pickerOf(national2022).nodes)
    expect(nodeIn(flow, node.id)).toEqual(
      isQuestion(node)
        ? { ...node, options: node.options.map((one) => ({ ...one, next: instead(one.next) })) }
        : node,
    );
});

test('a second one is a third answer of the same question', () => {
  const flow = pickerOf(grown(OWN, ['ways.employed.routes.own-2.from', 'direct']));
  const question = nodeIn(flow, 'which-employed-direct');
  expect(question && isQuestion(question) && question.options.map(({ next }) => next)).toEqual([
    USUAL,
    'added-employed-own-1',
    'added-employed-own-2',
  ]);
  expect(nodeIn(flow, 'added-employed-own-2')).toBeDefined();
  expect(flow.nodes.filter(({ id }) => id === 'which-employed-direct')).toHaveLength(1);
});

test('a flow that begins with the usual end begins with the question', () => {
  const picker: Flow = {
    ...pickerOf(national2022),
    start: USUAL,
    nodes: pickerOf(national2022).nodes.filter(({ id }) => id === USUAL),
  };
  const book = { ...national2022, flows: { ...national2022.flows, 'way-picker': picker } };
  expect(pickerOf(withAdditions(book, overlay(OWN))).start).toBe('which-employed-direct');
  expect(pickerOf(grown(OWN)).start).toBe(pickerOf(national2022).start);
});

test('an end the picker does not have gets no question', () => {
  const picker: Flow = { ...pickerOf(national2022), nodes: [] };
  const book = { ...national2022, flows: { ...national2022.flows, 'way-picker': picker } };
  expect(pickerOf(withAdditions(book, overlay(OWN)))).toEqual(picker);
});

test('a way that had one route asks which, one that had several asks as before', () => {
  const book = grown(['ways.deferred.routes.own-1.from', 'direct'], OWN);
  expect(wayOf(book, 'deferred')).toMatchObject({ routeQuestion: '是下面哪一种？' });
  expect(wayOf(book, 'employed')?.routeQuestion).toBe(wayOf(national2022, 'employed')?.routeQuestion);
  expect(wayOf(book, 'employed')?.routes.map(({ id }) => id)).toEqual(['direct', 'system', 'own-1']);
});

test('a copy is open, whatever it is made like', () => {
  const closed = grown(OWN);
  const book = withAdditions(
    {
      ...national2022,
      ways: national2022.ways.map((way) => ({
        ...way,
        routes: way.routes.map((route) => ({ ...route, closed: true })),
      })),
    },
    overlay(OWN, ['ways.own-1.from', 'deferred']),
  );
  expect(routeOf(closed, 'employed', 'own-1')?.closed).toBeUndefined();
  expect(routeOf(book, 'employed', 'own-1')).not.toHaveProperty('closed');
  expect(routeOf(book, 'own-1', 'direct')).not.toHaveProperty('closed');
});

test('a new way is called after the one it is made like', () => {
  const book = grown(['ways.own-1.from', 'deferred']);
  expect(wayOf(book, 'own-1')?.label).toBe(`${wayOf(national2022, 'deferred')?.label}（新）`);
  expect(wayOf(book, 'own-1')?.routes).toEqual(wayOf(national2022, 'deferred')?.routes);
});

test.each<readonly [string, Row]>([
  ['a route that is not there', ['ways.employed.routes.own-1.from', 'moon']],
  ['a route of a way that is not there', ['ways.moon.routes.own-1.from', 'direct']],
  ['a route that is there', ['ways.employed.routes.system.from', 'direct']],
  ['a way that is not there', ['ways.own-1.from', 'moon']],
  ['a way that is there', ['ways.army.from', 'deferred']],
  ['no name at all', ['ways.employed.routes.own-1.from', 5]],
  ['another place', ['ways.employed.label', 'direct']],
])('made like or in place of %s, nothing is added', (_what, row) => {
  expect(grown(row)).toEqual(national2022);
});

test('a new name goes into the answers made here that lead there and still say the old one', () => {
  const ends: FlowNode[] = [
    ['one', 'employed', 'direct'],
    ['two', 'army', 'direct'],
    ['three', 'employed', 'system'],
  ].map(([id = '', wayId = '', routeId = '']) => ({ id, result: { kind: 'way', wayId, routeId } }));
  const options = ends.map(({ id }) => ({ id, label: '去单位', next: id }));
  const own = { id: 'own', label: '自己写的', next: 'one' };
  const flow: Flow = {
    ...pickerOf(national2022),
    nodes: [
      { id: 'which-employed-direct', question: '是下面哪一种？', options: [...options, own] },
      { id: 'employer', question: '去哪里？', options },
      ...ends,
    ],
  };
  const labels = (to: { readonly wayId: string; readonly routeId: string | undefined }): string[][] =>
    withAnswerRenamed(flow, to, { before: '去单位', after: '去公司' })
      .nodes.filter(isQuestion)
      .map((question) => question.options.map((option) => option.label));
  const asBefore = ['去单位', '去单位', '去单位'];
  expect(labels({ wayId: 'employed', routeId: 'direct' })).toEqual([
    ['去公司', '去单位', '去单位', '自己写的'],
    asBefore,
  ]);
  expect(labels({ wayId: 'employed', routeId: undefined })).toEqual([
    ['去公司', '去单位', '去公司', '自己写的'],
    asBefore,
  ]);
});
