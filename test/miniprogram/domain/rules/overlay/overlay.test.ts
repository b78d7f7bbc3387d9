import { layered } from '../../../../../miniprogram/domain/rules/overlay/apply';
import { checkDraft } from '../../../../../miniprogram/domain/rules/overlay/check';
import { SPOKEN } from '../../../../../miniprogram/domain/rules/overlay/contradictions';
import {
  editionsIn,
  uneditedIdOf,
  withEditions,
  withValue,
  type Overlay,
} from '../../../../../miniprogram/domain/rules/overlay/edition';
import { effectOn } from '../../../../../miniprogram/domain/transfer/rule-effects';
import type { Level } from '../../../../../miniprogram/domain/rules/overlay/place';
import { placesOf } from '../../../../../miniprogram/domain/rules/overlay/places';
import { differences } from '../../../../../miniprogram/domain/rules/overlay/reading';
import { nextAddedId, succeeding } from '../../../../../miniprogram/domain/rules/overlay/succession';
import { isQuestion } from '../../../../../miniprogram/domain/rules/flow';
import { routeOf, type Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { choicesIn, shippedIdOf } from '../../../../../miniprogram/domain/rules/rulebook/chosen';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { allQuestions } from '../../../../../miniprogram/domain/rules/way-questions';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';
import { rulebookProblemsOf } from '../../../support/rulebook-problems';

type Row = readonly [path: string, value: JsonValue];

const overlay = (...rows: readonly Row[]): Overlay => rows.map(([path, value]) => ({ path, value }));

const draftOf = (rows: readonly Row[], level: Level = 'committee', lower: readonly Overlay[] = []) =>
  checkDraft({ shipped: national2022, id: national2022.id, lower }, overlay(...rows), level);

const changed = (...rows: readonly Row[]): Rulebook => draftOf(rows).result;

const DIRECT = 'ways.employed.routes.direct';
const STUDY = 'ways.further-study.routes.direct';
const KEEP = 'ways.no-organisation.routes.keep';

const endings = ({ flows }: Rulebook): string[] =>
  flows['way-picker'].nodes.flatMap((node) =>
    !isQuestion(node) && node.result.kind === 'way' ? [`${node.result.wayId}/${node.result.routeId}`] : [],
  );

test('ids carry the versions behind the answers, and lose them again', () => {
  const id = withEditions('national-2022~deadline.june', [
    { scopeId: 'all', number: 3 },
    { scopeId: 'c-12ab', number: 1 },
  ]);
  expect(id).toBe('national-2022~deadline.june@all.3@c-12ab.1');
  expect(editionsIn(id)).toEqual([
    { scopeId: 'all', number: 3 },
    { scopeId: 'c-12ab', number: 1 },
  ]);
  expect(uneditedIdOf(id)).toBe('national-2022~deadline.june');
  expect(shippedIdOf(id)).toBe('national-2022');
  expect(choicesIn(id)).toEqual([{ setting: 'deadline', option: 'june' }]);
});

test('a sentence, a date, a reason, a field and a number are what the version says', () => {
  const book = changed(
    [`${DIRECT}.guide.summary`, '先打电话。'],
    [`${STUDY}.window.opens`, { month: 9, day: 15 }],
    [`${DIRECT}.transferReason`, '就业'],
    [`${STUDY}.fields.region`, 'required'],
    ['ageLimit', 30],
  );
  expect(routeOf(book, 'employed', 'direct')).toMatchObject({
    guide: { summary: '先打电话。' },
    transferReason: '就业',
  });
  expect(routeOf(book, 'further-study', 'direct')).toMatchObject({
    window: { opens: { month: 9, day: 15 } },
    required: expect.arrayContaining(['region']) as unknown,
    optional: [],
  });
  expect(book.ageLimit).toBe(30);
});

test('with another age limit no sentence says the old one', () => {
  expect(JSON.stringify(changed(['ageLimit', 30]))).not.toContain(`${national2022.ageLimit} 岁`);
});

test('a route without days gets a window by one day, and loses it with the last', () => {
  const opened = changed([`${DIRECT}.window.deadline`, { month: 7, day: 1 }]);
  expect(routeOf(opened, 'employed', 'direct')?.window).toMatchObject({
    opens: null,
    deadline: { month: 7, day: 1 },
  });
  expect(routeOf(changed([`${DIRECT}.window.deadline`, null]), 'employed', 'direct')?.window).toBeNull();
});

test('a closed route is offered nowhere and stays for whoever is on it', () => {
  const book = changed([`${KEEP}.on`, false]);
  expect(endings(book)).not.toContain('no-organisation/keep');
  expect(routeOf(book, 'no-organisation', 'keep')).toMatchObject({ closed: true });
  expect(allQuestions(book).map(({ id }) => id)).not.toContain('way-no-organisation-keep');
  const kept = {
    state: 'submitted',
    wayId: 'no-organisation',
    routeId: 'keep',
    fields: {},
    offline: [],
  } as const;
  expect(effectOn(national2022, book, kept)).toBe('kept');
});

test('a step switched off is nobody’s, and completes who had nothing else left', () => {
  const book = changed(['offlineSteps.card.on', false], ['offlineSteps.letter.on', false]);
  const fields = { organisation: '某某公司团支部' };
  const arrived = { state: 'accepted', wayId: 'employed', routeId: 'direct', fields, offline: [] } as const;
  expect(routeOf(book, 'employed', 'direct')?.offlineSteps).toEqual(['placed']);
  expect(effectOn(national2022, book, arrived)).toBe('completed');
  const withCommittee = { ...arrived, fields: { organisation: '某某公司团委' } };
  expect(effectOn(national2022, book, withCommittee)).toBeNull();
  const withoutCard = changed(['offlineSteps.card.on', false]);
  expect(effectOn(national2022, withoutCard, arrived)).toBeNull();
  const by = { role: 'teacher', name: '王芳' } as const;
  const letter = { stepId: 'letter', at: 1, by, number: '12', receiptAt: null };
  expect(effectOn(national2022, withoutCard, { ...arrived, offline: [letter] })).toBe('completed');
});

test('a route made like another is a copy with its own words, behind a question of the picker', () => {
  const draft = draftOf([
    ['ways.employed.routes.own-1.from', 'direct'],
    ['ways.employed.routes.own-1.label', '转到园区团工委'],
  ]);
  expect(draft.problems).toEqual([]);
  const { result } = draft;
  expect(routeOf(result, 'employed', 'own-1')).toMatchObject({
    label: '转到园区团工委',
    approvals: ['college'],
  });
  expect(endings(result)).toContain('employed/own-1');
  expect(rulebookProblemsOf({ ...result, id: 'national-2022' })).toEqual([]);
});

/** Labels of the question that tells what was added from what it is made like. */
const answersBeside = ({ flows }: Rulebook, questionId: string): string[] =>
  flows['way-picker'].nodes.flatMap((node) =>
    'options' in node && node.id === questionId ? node.options.map(({ label }) => label) : [],
  );

test('the picker calls what was added, and what it is made like, by their names', () => {
  const added: readonly Row[] = [['ways.employed.routes.own-1.from', 'direct']];
  const named: readonly Row[] = [...added, ['ways.employed.routes.own-1.label', '转到园区团工委']];
  const asked = (rows: readonly Row[]) => answersBeside(draftOf(rows).result, 'which-employed-direct');
  const [usual = ''] = asked(added);
  expect(asked(added)).toEqual([usual, `${usual}（新）`]);
  expect(asked(named)).toEqual([usual, '转到园区团工委']);
  expect(asked([...named, ['ways.employed.routes.direct.label', '转到公司的团组织']])).toEqual([
    '转到公司的团组织',
    '转到园区团工委',
  ]);
  const answer = 'flows.way-picker.nodes.which-employed-direct.options.employed-own-1.label';
  expect(asked([...named, [answer, '在园区上班']])).toEqual([usual, '在园区上班']);
});

test('a way that was added is called by its name in every question it stands in', () => {
  const { result } = draftOf([
    ['ways.own-1.from', 'study-abroad'],
    ['ways.own-1.label', '出国交换'],
  ]);
  const said = JSON.stringify(result.flows['way-picker']);
  expect(said).toContain('出国交换');
  expect(said).not.toContain('（新）');
});

test('a way made like another has its routes', () => {
  const { problems, result } = draftOf([['ways.own-1.from', 'study-abroad']]);
  expect(problems).toEqual([]);
  expect(endings(result)).toEqual(expect.arrayContaining(['own-1/keep', 'study-abroad/keep']));
});

test.each([
  ['a deadline before its window', [[`${STUDY}.window.deadline`, { month: 8, day: 31 }]], '截止日早于开始日'],
  ['a day that is none', [[`${STUDY}.window.opens`, { month: 9, day: 31 }]], '没有这一天'],
  [
    'a route without guide',
    [[`${DIRECT}.guide.steps`, []]],
    '有工作，单位有团组织，转到单位的团组织：怎么办，一步一句',
  ],
  ['an empty sentence', [[`${DIRECT}.guide.summary`, ' ']], '有工作，单位有团组织，转到单位的团组织：说明'],
  ['a message nobody signs', [[`${DIRECT}.guide.tellReceiver`, '您好']], '少了同学的名字'],
  ['a picture that is needed and not asked for', [[`${DIRECT}.fields.screenshots`, 'absent']], '要用却不收'],
  ['days shorter than the reminder', [['timeouts.1.days', 5]], '天数比提醒还短'],
  [
    'two answers that read the same',
    [['flows.way-picker.nodes.other.options.army.label', '延迟毕业']],
    '两个答案一样',
  ],
  ['a value of no place', [['quietHours', { from: 1, to: 2 }]], '这一处不能改'],
] as const)('%s is named', (_, rows, title) => {
  expect(draftOf(rows).problems.map((problem) => problem.title)).toContain(title);
});

test('the words of a wrong window say both days', () => {
  const { problems } = draftOf([[`${STUDY}.window.deadline`, { month: 8, day: 31 }]]);
  expect(problems).toEqual([
    {
      path: `${STUDY}.window.deadline`,
      title: '截止日早于开始日',
      text: '9月1日开始，8月31日就截止，同学一天也办不了。',
    },
  ]);
});

test('with every way closed there is one thing to say', () => {
  const all = national2022.ways.flatMap((way) =>
    way.routes.map(({ id }): Row => [`ways.${way.id}.routes.${id}.on`, false]),
  );
  expect(draftOf(all).problems).toMatchObject([{ title: '去向全关掉了' }]);
});

test('every contradiction that is put into words is one of the checks', () => {
  expect(SPOKEN.map(({ title }) => title)).toHaveLength(new Set(SPOKEN.map(({ title }) => title)).size);
});

test.each([
  ['a later deadline', [[`${STUDY}.window.deadline`, { month: 11, day: 30 }]]],
  ['an earlier start', [[`${STUDY}.window.opens`, { month: 8, day: 1 }]]],
  ['fewer approvals', [['settings.approvals', 'secretary']]],
  ['a route the committee closed', [[`${KEEP}.on`, true]]],
] as const)('a college cannot have %s', (_, rows) => {
  const lower = [overlay([`${KEEP}.on`, false])];
  expect(draftOf(rows, 'college', lower).problems.map(({ title }) => title)).toContain('比学校的规则松了');
});

test.each([
  ['ageLimit', 27],
  ['rate.targets.0.percent', 10],
  ['timeouts.1.days', 90],
])('a college does not even see %s', (path, value) => {
  expect(draftOf([[path, value]], 'college').problems).toMatchObject([{ title: '这一处不能改' }]);
});

test('a college answers for itself where that makes nothing easier', () => {
  const { problems, result } = draftOf(
    [
      ['settings.card', 'by-branch'],
      ['settings.approvals', 'secretary-first'],
      [`${STUDY}.window.deadline`, { month: 9, day: 30 }],
    ],
    'college',
  );
  expect(problems).toEqual([]);
  expect(result.offlineSteps.find(({ id }) => id === 'card')).toMatchObject({ who: 'secretary' });
  expect(routeOf(result, 'employed', 'direct')?.approvals).toEqual(['secretary', 'college']);
});

test('the college’s words stand on the university’s, and the id says both', () => {
  const id = withEditions('national-2022', [
    { scopeId: 'all', number: 1 },
    { scopeId: 'c-1', number: 1 },
  ]);
  const book = layered(national2022, id, [
    overlay(['postAdvice', '学校的话'], [`${DIRECT}.hint`, '学校的话']),
    overlay([`${DIRECT}.hint`, '学院的话']),
  ]);
  expect(book).toMatchObject({ id, postAdvice: '学校的话' });
  expect(book && routeOf(book, 'employed', 'direct')?.hint).toBe('学院的话');
});

test('what changed is told in sentences', () => {
  const places = placesOf(national2022, 'committee');
  const before = overlay(['offlineSteps.card.on', true]);
  const after = overlay(
    ['offlineSteps.card.on', false],
    [`${STUDY}.window.opens`, { month: 9, day: 15 }],
    [`${STUDY}.guide.summary`, '开学以后再来。'],
  );
  expect(differences(places, before, after).map(({ about, what }) => `${about}：${what}`)).toEqual([
    '升学：从哪天起可以办：从“9月1日”改成“9月15日”',
    '升学：“说明”换了文字',
    '《团员证》转出：要办：从“开着”改成“关掉”',
  ]);
});

test('a value taken back is no change', () => {
  const draft = withValue(overlay(['postAdvice', '别的']), 'postAdvice', undefined);
  expect(draft).toEqual([]);
});

test('what was added once stays, closed, and its number is not used again', () => {
  const published = overlay(
    ['ways.employed.routes.own-1.from', 'direct'],
    ['ways.employed.routes.own-1.label', '园区'],
  );
  const next = succeeding(national2022, published, []);
  expect(next).toEqual(
    overlay(
      ['ways.employed.routes.own-1.from', 'direct'],
      ['ways.employed.routes.own-1.label', '园区'],
      ['ways.employed.routes.own-1.on', false],
    ),
  );
  expect(nextAddedId('own', [published, []])).toBe('own-2');
});
