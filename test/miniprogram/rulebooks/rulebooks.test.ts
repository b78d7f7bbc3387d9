import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FLOW_IDS, isQuestion, replay } from '../../../miniprogram/domain/rules/flow';
import type { Answers, Flow, FlowNode } from '../../../miniprogram/domain/rules/flow';
import { tellReceiverText } from '../../../miniprogram/domain/rules/rulebook';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { PAGES } from '../../../miniprogram/domain/reminding/pages';
import {
  DEFAULT_RULEBOOK_ID,
  FIRST_RULEBOOK_ID,
  RULEBOOKS,
  flowOf,
  routeOf,
  rulebookOf,
} from '../../../miniprogram/rulebooks';
import { rulebookProblemsOf } from '../support/rulebook-problems';

const BOOKS = RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const);

/** Every path of a flow from its start to a result. */
const pathsOf = (
  flow: Flow,
  id = flow.start,
  answers: Answers = {},
): { answers: Answers; end: FlowNode }[] => {
  const node = flow.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`${flow.id} has no ${id}`);
  return isQuestion(node)
    ? node.options.flatMap((option) => pathsOf(flow, option.next, { ...answers, [node.id]: option.id }))
    : [{ answers, end: node }];
};

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** What people read of the questions; the words they type are their own. */
const answersOf = ({ questions }: Rulebook): unknown =>
  questions.map(({ question, answer, askWhom, copy }) => [question, answer, askWhom, copy]);

test('the national text is proposed, and the college’s own guide still says what it said', () => {
  expect(DEFAULT_RULEBOOK_ID).toBe('national-2022');
  expect(FIRST_RULEBOOK_ID).toBe('usst-2020');
  expect(rulebookOf('usst-2020')?.timeouts).toMatchObject([{ days: 15, outcome: 'accepted' }]);
  expect(rulebookOf('nowhere-1999')).toBeUndefined();
});

describe.each(BOOKS)('%s', (_, rulebook: Rulebook) => {
  test('is sound', () => {
    expect(rulebookProblemsOf(JSON.parse(JSON.stringify(rulebook)))).toEqual([]);
  });

  test.each(FLOW_IDS)('every node of %s is reached and every path ends', (id) => {
    const flow = flowOf(rulebook, id);
    const paths = pathsOf(flow);
    const seen = new Set(paths.flatMap(({ answers, end }) => [...Object.keys(answers), end.id]));
    expect([...seen].sort()).toEqual(flow.nodes.map((node) => node.id).sort());
    for (const { answers, end } of paths) expect(replay(flow, answers).current).toBe(end);
  });

  const routes = rulebook.ways.flatMap((way) => way.routes.map((route) => [way.id, route.id] as const));
  test.each(routes)('some answers lead to %s by %s', (wayId, routeId) => {
    const ends = pathsOf(flowOf(rulebook, 'way-picker')).map(({ end }) => end);
    const results = ends.map((end) => (isQuestion(end) ? undefined : end.result));
    expect(results).toContainEqual({ kind: 'way', wayId, routeId });
  });

  test('every advice opens a way on', () => {
    for (const { end } of FLOW_IDS.flatMap((id) => pathsOf(flowOf(rulebook, id)))) {
      if (!isQuestion(end) && end.result.kind === 'advice') expect(end.result.action).toBeDefined();
    }
  });

  test('the confidential way asks for nothing that could name the employer', () => {
    const route = routeOf(rulebook, 'confidential', 'direct');
    expect(route?.required.filter((field) => field !== 'initiatedAt')).toEqual([]);
    expect(route?.optional).toEqual([]);
    expect(route?.guide.tellReceiver).toBeNull();
  });

  test('messages to receivers speak in the graduate’s name', () => {
    for (const route of rulebook.ways.flatMap((way) => way.routes)) {
      const text = tellReceiverText(route, '林晚');
      expect(text ?? '林晚').toContain('林晚');
      expect(text ?? '').not.toContain('{');
    }
  });

  test('every route that asks for a name says whom to ask, and what to prepare', () => {
    for (const { receiver, guide } of rulebook.ways.flatMap((way) => way.routes)) {
      if (receiver) expect(guide.tellReceiver).not.toBeNull();
      expect(guide.steps.length).toBeGreaterThan(1);
      for (const step of guide.steps) expect(step.length).toBeLessThanOrEqual(64);
    }
  });

  test('texts follow the house style', () => {
    for (const text of textsOf([rulebook.ways, rulebook.flows, answersOf(rulebook)])) {
      // 您 is for the receiver alone, in messages the graduate sends.
      if (!text.includes('{name}')) expect(text).not.toContain('您');
      expect(text).not.toMatch(/亲爱|请耐心|敬请|逾期|[!]|\.\.\.|undefined/);
      expect(text).not.toMatch(/[\u4e00-\u9fff][,;:?]/);
      expect(text).not.toMatch(/\d(天|次|人|岁)/);
    }
  });

  test('questions people really ask have an answer that fits a phone and leads to a page there is', () => {
    for (const { id, answer, copy, link } of rulebook.questions) {
      for (const paragraph of answer) expect([id, paragraph.length <= 90]).toEqual([id, true]);
      if (copy) expect([id, copy.length <= 120]).toEqual([id, true]);
      if (link) expect([id, link.label.length <= 12]).toEqual([id, true]);
      if (link && link.page !== 'guide') expect(Object.keys(PAGES)).toContain(link.page);
    }
  });

  test('no two questions claim the same typed word', () => {
    const typed = rulebook.questions.flatMap((question) => question.typed);
    expect(typed.filter((word, index) => typed.indexOf(word) !== index)).toEqual([]);
  });

  test('button labels have at most twelve characters', () => {
    for (const { end } of FLOW_IDS.flatMap((id) => pathsOf(flowOf(rulebook, id)))) {
      const label = !isQuestion(end) && end.result.kind === 'advice' ? end.result.action?.label : '';
      expect(label?.length ?? 0).toBeLessThanOrEqual(12);
    }
  });
});

test('nothing outside the rulebooks mentions their values', () => {
  const roots = ['miniprogram', 'cloudfunctions'].map((folder) => path.join(__dirname, '../../..', folder));
  const mentions = roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file)),
    )
    .filter((file) => /\.(ts|wxml|wxs|json)$/.test(file) && !/miniprogram_npm|[\\/]rulebooks[\\/]/.test(file))
    .filter((file) =>
      /学社衔接|流动团员|自动转入|(15|10) ?天|28 ?岁|6 ?月 ?30 ?日/.test(readFileSync(file, 'utf8')),
    );
  expect(mentions).toEqual([]);
});
