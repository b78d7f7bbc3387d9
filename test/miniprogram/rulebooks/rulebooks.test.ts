import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FLOW_IDS, isQuestion, replay } from '../../../miniprogram/domain/rules/flow';
import type { Answers, Flow, FlowNode } from '../../../miniprogram/domain/rules/flow';
import { tellReceiverText } from '../../../miniprogram/domain/rules/rulebook';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { PAGES } from '../../../miniprogram/domain/reminding/pages';
import { loadRulebook } from '../../../miniprogram/domain/rules/rulebook-schema';
import { daysRange } from '../../../miniprogram/domain/rules/rulebook/timeouts';
import { composeRulebook } from '../../../miniprogram/rulebooks/compose';
import { OUTCOMES, always } from '../../../miniprogram/rulebooks/timeouts';
import { DEFAULT_RULEBOOK_ID, RULEBOOKS, flowOf, routeOf, rulebookOf } from '../../../miniprogram/rulebooks';

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

/** The ways of the guide of 2020, in its order. */
const GUIDE = [
  'no-organisation',
  'employed',
  'further-study',
  'study-abroad',
  'work-abroad',
  'army',
  'confidential',
  'deferred',
] as const;

test('the college’s own guide is the default', () => {
  expect(DEFAULT_RULEBOOK_ID).toBe('usst-2020');
  expect(rulebookOf('usst-2020')?.timeouts).toMatchObject([{ days: 15, outcome: 'accepted' }]);
  expect(rulebookOf('nowhere-1999')).toBeUndefined();
});

describe.each(BOOKS)('%s', (_, rulebook: Rulebook) => {
  test('is sound', () => {
    expect(loadRulebook(JSON.parse(JSON.stringify(rulebook)))).toMatchObject({ ok: true });
  });

  test('has the eight ways in the guide’s order', () => {
    expect(rulebook.ways.map(({ id }) => id)).toEqual([...GUIDE]);
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

  test('a field is optional on purpose only', () => {
    const optional = rulebook.ways.flatMap((way) =>
      way.routes.flatMap((route) => route.optional.map((field) => `${way.id} ${route.id} ${field}`)),
    );
    // Where the new school lies helps the college, but 智慧团建 does not need it.
    expect(optional).toEqual(['further-study direct region']);
  });

  test('the confidential way asks for nothing that could name the employer', () => {
    const route = routeOf(rulebook, 'confidential', 'direct');
    expect(route?.required).toEqual(['initiatedAt']);
    expect(route?.optional).toEqual([]);
    expect(route?.guide.tellReceiver).toBeNull();
  });

  test('the message to the receiver speaks in the graduate’s name and says the days', () => {
    const route = routeOf(rulebook, 'employed', 'direct');
    const text = route ? tellReceiverText(route, '林晚') : null;
    expect(text).toContain('毕业生林晚');
    expect(text).toContain(`${daysRange(rulebook.timeouts)?.most} 天`);
    expect(text).not.toContain('{');
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

test('ways and flows are written from the values: none of them stands in a sentence by itself', () => {
  const odd = composeRulebook({
    ...(rulebookOf('usst-2020') as Rulebook),
    id: 'odd-2030',
    timeouts: always({ days: 21, outcome: 'ask', source: '第 0 条' }),
    outcomes: { ...OUTCOMES, ask: { text: '什么都不会发生', short: '什么都不会发生' } },
    seasonDeadline: { month: 9, day: 9 },
    ageLimit: 35,
    resetCodeHours: 120,
    holdingWords: ['待定'],
    committeesReceive: false,
    holdingBranches: ['待定团支部'],
    basis: Object.fromEntries(GUIDE.map((id) => [id, '第 0 条'])) as Record<(typeof GUIDE)[number], string>,
  });
  expect(loadRulebook(odd)).toMatchObject({ ok: true });
  for (const text of textsOf([odd.ways, odd.flows])) {
    expect(text).not.toMatch(/15|10 天|28|30日|(?<!\d)2 天|学社衔接|流动团员|自动转入|自动退回/);
  }
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

describe('the guide of 2020', () => {
  const usst = rulebookOf('usst-2020') as Rulebook;

  test.each([
    ['no-organisation', 'registered-residence', '其他', 'graduate', true, true],
    ['no-organisation', 'current-residence', '其他', 'graduate', true, true],
    ['employed', 'direct', '工作', 'graduate', true, true],
    ['further-study', 'direct', '升学', 'graduate', true, true],
    ['study-abroad', 'registered-residence', '其他', 'graduate', true, true],
    ['study-abroad', 'current-residence', '其他', 'graduate', true, true],
    ['study-abroad', 'keep', null, 'college', false, false],
    ['work-abroad', 'registered-residence', '其他', 'graduate', true, true],
    ['work-abroad', 'current-residence', '其他', 'graduate', true, true],
    ['army', 'direct', null, 'college', false, false],
    ['confidential', 'direct', '转往特殊单位团组织', 'graduate', false, true],
    ['deferred', 'direct', null, 'college', false, false],
  ] as const)('%s by %s: reason %s, handled by the %s', (wayId, routeId, reason, handledBy, clock, card) => {
    expect(routeOf(usst, wayId, routeId)).toMatchObject({
      transferReason: reason,
      handledBy,
      receiverClock: clock,
      offlineSteps: card ? ['card'] : [],
    });
  });

  test.each(['no-organisation', 'study-abroad', 'work-abroad'] as const)(
    '%s names both holding branches',
    (way) => {
      const route = routeOf(usst, way, 'registered-residence');
      expect(route?.targetHint).toContain('“学社衔接临时团支部”或“流动团员团支部”');
    },
  );
});

describe('the rules of 2024', () => {
  const usst = rulebookOf('usst-2020') as Rulebook;
  const national = rulebookOf('national-2024') as Rulebook;
  const unlike = (text: string) => text !== '学社衔接临时团支部';

  test('differ in days, outcome and the name of the branch', () => {
    expect(national.timeouts).toMatchObject([{ days: 10, outcome: 'lapsed' }]);
    expect(usst.timeouts).toMatchObject([{ days: 15, outcome: 'accepted' }]);
  });

  test('never speak of 学社衔接临时团支部, 15 days or moving automatically', () => {
    const shown = textsOf([national.ways, national.flows, national.outcomes.lapsed]).filter(unlike);
    for (const text of shown) expect(text).not.toMatch(/学社衔接|15 天|自动转入/);
  });

  test('and those of 2020 never speak of 10 days or returning automatically', () => {
    for (const text of textsOf([usst.ways, usst.flows])) expect(text).not.toMatch(/10 天|自动退回/);
  });
});
