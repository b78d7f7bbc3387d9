import fc from 'fast-check';
import {
  FLOW_IDS,
  isQuestion,
  longestFrom,
  nodeOf,
  progressAt,
  replay,
  startOf,
  withAnswer,
} from '../../../../miniprogram/domain/rules/flow';
import type { Answers, Flow } from '../../../../miniprogram/domain/rules/flow';
import { RULEBOOKS, flowOf } from '../../../../miniprogram/rulebooks';

const FLOWS: (readonly [string, Flow])[] = RULEBOOKS.flatMap((rulebook) =>
  FLOW_IDS.map((id) => [`${rulebook.id} ${id}`, flowOf(rulebook, id)] as const),
);

/** Any answers at all: real ones, unknown ones, for questions of other paths. */
const answersOf = (flow: Flow): fc.Arbitrary<Answers> => {
  const questions = flow.nodes.filter(isQuestion);
  return fc.record(
    Object.fromEntries(
      questions.map(({ id, options }) => [
        id,
        fc.constantFrom(...options.map((option) => option.id), 'nonsense'),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;
};

describe.each(FLOWS)('%s', (_, flow) => {
  test('replay is deterministic and does not care in which order answers were given', () => {
    fc.assert(
      fc.property(answersOf(flow), (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(replay(flow, reversed)).toEqual(replay(flow, answers));
      }),
    );
  });

  test('answers to all questions always end in a result', () => {
    const all = answersOf(flow).map((answers) =>
      Object.fromEntries(
        flow.nodes.filter(isQuestion).map(({ id, options }) => {
          const known = options.some((option) => option.id === answers[id]);
          return [id, known ? answers[id] : options[0]?.id];
        }),
      ),
    );
    fc.assert(
      fc.property(all, (answers) => {
        expect(isQuestion(replay(flow, answers as Answers).current)).toBe(false);
      }),
    );
  });

  test('a changed earlier answer keeps what came before it and drops what no longer follows', () => {
    fc.assert(
      fc.property(answersOf(flow), fc.nat(), fc.nat(), (answers, where, which) => {
        const before = replay(flow, answers).trail;
        const step = before[where % Math.max(1, before.length)];
        if (!step) return;
        const option = step.node.options[which % step.node.options.length];
        const changed = withAnswer(flow, answers, step.node.id, option?.id ?? '');
        const after = replay(flow, changed).trail;
        const index = before.indexOf(step);
        expect(after.slice(0, index)).toEqual(before.slice(0, index));
        expect(after[index]?.option).toEqual(option);
        expect(Object.keys(changed)).toEqual(after.map(({ node }) => node.id));
      }),
    );
  });

  test('progress never promises fewer questions than come', () => {
    fc.assert(
      fc.property(answersOf(flow), (answers) => {
        const { trail } = replay(flow, answers);
        trail.forEach((_step, index) => {
          const { step, atMost } = progressAt(flow, answers, index);
          expect(step).toBe(index + 1);
          expect(atMost).toBeGreaterThanOrEqual(trail.length);
        });
      }),
    );
  });

  test('asks at most five questions', () => {
    expect(longestFrom(flow, flow.start)).toBeLessThanOrEqual(5);
  });
});

test('an answer the flow does not know is no answer', () => {
  const [, flow] = FLOWS[1] ?? [];
  if (!flow) throw new Error('no flow');
  expect(replay(flow, { where: 'toString', constructor: 'x' }).trail).toEqual([]);
});

const SMALL: Flow = {
  id: 'timeout',
  title: '到期以后',
  start: 'shown',
  nodes: [
    {
      id: 'shown',
      question: '看到什么？',
      options: [
        { id: 'nothing', label: '没有', next: 'more' },
        { id: 'done', label: '转好了', next: 'end' },
      ],
    },
    { id: 'more', question: '几天了？', options: [{ id: 'two', label: '两天', next: 'end' }] },
    { id: 'end', result: { kind: 'advice', title: '好了', text: '不用管了。' } },
  ],
};

test('says the number of a question and how many there can be', () => {
  expect(progressAt(SMALL, {}, 0)).toEqual({ step: 1, atMost: 2 });
  expect(progressAt(SMALL, { shown: 'nothing' }, 1)).toEqual({ step: 2, atMost: 2 });
  expect(progressAt(SMALL, { shown: 'nothing' }, 0)).toEqual({ step: 1, atMost: 2 });
  expect(progressAt(SMALL, { shown: 'done' }, 1)).toEqual({ step: 2, atMost: 1 });
});

test('a flow begins with a question, and names a node it does not have', () => {
  expect(startOf(SMALL).id).toBe('shown');
  expect(() => startOf({ ...SMALL, start: 'end' })).toThrow('Flow timeout asks nothing');
  expect(() => nodeOf(SMALL, 'gone')).toThrow('Flow timeout has no node gone');
});
