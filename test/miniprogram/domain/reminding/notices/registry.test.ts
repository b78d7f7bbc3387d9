import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  NOTICE_KINDS,
  type NoticeKind,
  type TemplateKey,
} from '../../../../../miniprogram/domain/reminding/kinds';
import { FIELD_KINDS } from '../../../../../miniprogram/domain/reminding/notices/field-kinds';
import {
  fillFields,
  usualFilling,
  type Filling,
} from '../../../../../miniprogram/domain/reminding/notices/fill';
import { fitAround, fitMiddle } from '../../../../../miniprogram/domain/reminding/notices/fit';
import { NOTICES } from '../../../../../miniprogram/domain/reminding/notices/registry';
import type { NoticeFacts } from '../../../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../../../miniprogram/domain/reminding/notices/template-of';
import { TEMPLATES } from '../../../../../miniprogram/domain/reminding/notices/templates';
import { DOORS, PAGES } from '../../../../../miniprogram/domain/reminding/pages';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { checkField } from '../../../../../tools/emulator/openapi/message-fields';

const PATHS: readonly string[] = [...Object.values(PAGES), ...Object.values(DOORS)];

const AT = Date.parse('2026-06-11T09:00:00+08:00');
const LONG = '阿卜杜热西提·艾合麦提江·买买提依明·吐尔逊';

/** As it leaves with the keys that hold when the configuration gives an id alone. */
const sentBy = (kind: NoticeKind, facts: NoticeFacts): Record<string, string> => {
  const template = TEMPLATE_OF[kind];
  return fillFields(template, usualFilling(template), NOTICES[kind].fields(facts));
};

const [rulebook] = RULEBOOKS;
if (!rulebook) throw new Error('no rulebook');

const full: NoticeFacts = {
  audience: 'graduate',
  at: AT,
  memberName: '林晚',
  branchName: '通信2201团支部',
  byName: '周岚',
  wayLabel: '已确定工作单位',
  reason: '名称不完整',
  deadlineAt: Date.parse('2026-06-18T10:20:00+08:00'),
  days: 7,
  seasonDeadlineAt: Date.parse('2026-06-30T23:59:59.999+08:00'),
  expiresAt: Date.parse('2026-06-13T09:40:00+08:00'),
  escalatesAt: Date.parse('2026-06-12T09:00:00+08:00'),
  count: 3,
  transferId: 't1',
  paperLeft: 'desk',
  outcome: rulebook.outcomes.accepted,
  rulebook,
};
const bare: NoticeFacts = { audience: 'graduate', at: AT, memberName: '林晚', branchName: '', rulebook };

const longNames = { memberName: LONG, byName: LONG, branchName: LONG.repeat(3), reason: LONG.repeat(5) };
const SHAPES: readonly NoticeFacts[] = [
  ...[full, bare, { ...full, ...longNames }].flatMap((facts) =>
    [undefined, 0, 1, 14].map((days): NoticeFacts => ({ ...facts, days })),
  ),
  ...(['return', 'reopen', 'report-returned'] as const).map((step): NoticeFacts => ({
    ...full,
    ...longNames,
    step,
  })),
  { ...full, count: 12345, paperLeft: 'none' },
  { ...full, paperLeft: 'other', hasReceiver: false },
];
const VARIANTS: readonly NoticeFacts[] = RULEBOOKS.flatMap((book) =>
  (['graduate', 'secretary', 'teacher'] as const).flatMap((audience) =>
    Object.values(book.outcomes).flatMap((outcome) =>
      SHAPES.map((facts): NoticeFacts => ({ ...facts, audience, outcome, rulebook: book })),
    ),
  ),
);

describe.each(NOTICE_KINDS)('%s', (kind) => {
  const notice = NOTICES[kind];

  test('tells every fact of its template, and fits WeChat’s limits, however long the names', () => {
    const known = TEMPLATES[TEMPLATE_OF[kind]].facts.map(({ fact }) => fact).sort();
    // One question for all: `expect` takes longer than the notice, and these are thousands.
    const told = new Set(VARIANTS.map((facts) => JSON.stringify(Object.keys(notice.fields(facts)).sort())));
    expect([...told]).toEqual([JSON.stringify(known)]);
    const refused = VARIANTS.flatMap((facts) =>
      Object.entries(sentBy(kind, facts))
        .map(([key, value]) => [key, value, checkField(key, value)])
        .filter(([, , fault]) => fault !== undefined),
    );
    expect(refused).toEqual([]);
  });

  test('keeps its sentences whole when names are short', () => {
    for (const value of Object.values(sentBy(kind, full))) expect(value).not.toContain('…');
    expect(notice.title(full)).not.toContain('…');
  });

  test('has a short title, a full text and a page that exists', () => {
    const titles = new Set(VARIANTS.map((facts) => notice.title(facts)));
    const texts = new Set(VARIANTS.map((facts) => notice.text(facts)));
    const pages = new Set(VARIANTS.map((facts) => notice.page(facts).split('?')[0]));
    expect([...titles].filter(({ length }) => length > 24)).toEqual([]);
    for (const text of texts) {
      expect(text).toMatch(/[。]$/);
      expect(text).not.toMatch(/undefined|null|NaN|。。|！|您/);
    }
    expect(PATHS).toEqual(expect.arrayContaining([...pages]));
  });

  test('says nothing private: no code, contact or organisation is among its facts', () => {
    const spoken = JSON.stringify([notice.title(full), notice.text(full), notice.fields(full)]);
    expect(spoken).not.toMatch(/有限公司|\d{6}|1\d{10}/);
  });
});

test('the facts have no place for what must not be told', () => {
  const source = readFileSync(
    path.join(__dirname, '../../../../../miniprogram/domain/reminding/notices/facts.ts'),
    'utf8',
  );
  const names = [...source.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name);
  expect(names).not.toEqual(expect.arrayContaining(['code']));
  for (const name of names)
    expect(name).not.toMatch(/^(code|organisation|phone|contact|region|studentNumber)$/);
});

test('reminders to the graduate say the date, the consequence and the next step', () => {
  const { text } = NOTICES['deadline-near'];
  expect(text(full)).toBe(
    '最晚 6月18日 10:20，到期没处理，团关系会自动转入你申请的组织。现在就请对方在系统里接收，话已经替你写好，复制就行。',
  );
  expect(text({ ...full, outcome: rulebook.outcomes.lapsed })).toContain('申请会自动退回');
});

/** What somebody reads of one, in the inbox and as a message of WeChat. */
const readOf = (kind: NoticeKind, facts: NoticeFacts): string => {
  const { title, text, fields } = NOTICES[kind];
  return [title(facts), text(facts), ...Object.values(fields(facts))].join('\n');
};

test.each(RULEBOOKS)('what is over is told as over, by the rules of $id', (book) => {
  for (const outcome of Object.values(book.outcomes)) {
    const over = { ...full, rulebook: book, outcome, at: (full.deadlineAt ?? 0) + 60_000 };
    expect(readOf('timed-out', over)).not.toMatch(/会自动|到期没处理/);
    expect(readOf('timed-out', over)).toContain(outcome.pastShort);
    expect(readOf('deadline-near', { ...over, at: AT })).toContain(outcome.short);
  }
});

test.each(['approval-waiting', 'approval-asked'] as const)('%s knows when the days are over', (kind) => {
  const at = full.deadlineAt ?? 0;
  expect(readOf(kind, { ...full, at: at - 1 })).toContain('批得越晚，留给对方的时间越少');
  expect(readOf(kind, { ...full, at })).toContain('已经过了，学校还没有批');
});

test('a nudge names the season’s last day while it is to come', () => {
  const at = full.seasonDeadlineAt ?? 0;
  expect(readOf('nudged', { ...full, at: at - 1 })).toContain('6月30日前办完');
  expect(readOf('nudged', { ...full, at })).not.toContain('前办完');
});

test.each([
  [0, '今天截止，对方还没接收'],
  [3, '还剩 3 天，对方还没接收'],
])('with %i days left the title reads %s', (days, title) => {
  expect(NOTICES['deadline-near'].title({ ...full, days })).toBe(title);
});

test('a refusal reads differently for the graduate and for the teacher', () => {
  expect(NOTICES.refused.title(full)).toBe('对方退回了这次申请');
  const { title, page } = NOTICES['refusal-waiting'];
  expect(title(full)).toBe('林晚的转接被对方退回');
  expect(page(full)).toBe(`${PAGES.teacherDecision}?transferId=t1`);
});

test.each([
  ['desk', /还差《团员证》这一步/, PAGES.card],
  ['other', /还有线下手续/, PAGES.card],
  ['none', /不用再办别的/, PAGES.track],
] as const)('once it has arrived, with %s left on paper, it says so', (paperLeft, words, page) => {
  const facts = { ...full, paperLeft };
  expect(NOTICES.accepted.text(facts)).toMatch(words);
  expect(NOTICES.accepted.page(facts)).toBe(page);
});

test('where no receiver is named, nobody is asked to look at a name or a picture', () => {
  const facts = { ...full, hasReceiver: false, deadlineAt: null, reason: null };
  for (const kind of ['approval-waiting', 'refusal-waiting'] as const) {
    const { title, text, fields } = NOTICES[kind];
    expect(JSON.stringify([title(facts), text(facts), fields(facts)])).not.toMatch(/对方|名称|截图/);
  }
});

test.each([
  ['周岚', '周岚老师批准了你的转出'],
  ['周老师', '周老师批准了你的转出'],
])('the teacher %s is called so once', (byName, title) => {
  expect(NOTICES.approved.title({ ...full, byName })).toBe(title);
});

test('a return by 智慧团建 is not laid at the teacher’s door', () => {
  const { title, text } = NOTICES.returned;
  const facts = { ...full, byName: '许嘉宁', step: 'report-returned' } as const;
  expect(title(facts)).toBe('智慧团建退回了申请，要重新发起');
  expect(text(facts)).toContain('许嘉宁在 6月11日 09:00 看到申请退回来了');
});

test.each([
  ['林晚', 5, '林晚'],
  ['阿卜杜热西提·艾合麦提江', 7, '阿卜杜…麦提江'],
  ['𠮷𠮷𠮷𠮷', 4, '𠮷…'],
  ['abc', 1, '…'],
  ['abc', 0, ''],
])('%s in %i characters reads %s', (text, max, short) => {
  expect(fitMiddle(text, max)).toBe(short);
});

test('around a name the sentence stays whole', () => {
  const title = fitAround(LONG, (name) => `${name}的转出等你审批`);
  expect(title).toHaveLength(20);
  expect(title).toMatch(/^阿卜.*….*的转出等你审批$/);
});

/** Whatever people are called, whatever they type and whenever it is: WeChat's own rules for every field. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[\u4e00-\u9fff·（）]{0,60}$/),
  fc.constantFrom('', ' ', '\n', '…', '𠮷'.repeat(30), LONG),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anyTime = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2100, 0) });
const anyFacts: fc.Arbitrary<NoticeFacts> = fc.record({
  audience: fc.constantFrom('graduate', 'secretary', 'teacher'),
  at: anyTime,
  memberName: anyText,
  branchName: anyText,
  byName: maybe(anyText),
  wayLabel: maybe(anyText),
  reason: maybe(anyText),
  deadlineAt: maybe(anyTime),
  days: maybe(fc.integer({ min: -3, max: 400 })),
  seasonDeadlineAt: maybe(anyTime),
  expiresAt: maybe(anyTime),
  escalatesAt: maybe(anyTime),
  count: maybe(fc.nat({ max: 1_000_000 })),
  isOverdue: maybe(fc.boolean()),
  transferId: maybe(fc.constant('t1')),
  paperLeft: maybe(fc.constantFrom('desk', 'other', 'none')),
  outcome: maybe(fc.constantFrom(...RULEBOOKS.flatMap(({ outcomes }) => Object.values(outcomes)))),
  rulebook: fc.constantFrom(...RULEBOOKS),
});

/** Each fact in each kind of field that may carry it. */
const fillingsOf = (template: TemplateKey): Filling[] =>
  Object.entries(FIELD_KINDS).map(([kind, { carries }]) =>
    Object.fromEntries(
      TEMPLATES[template].facts
        .filter(({ shape }) => carries.includes(shape))
        .map(({ fact }, index) => [`${kind}${index + 1}`, fact]),
    ),
  );

test.each(NOTICE_KINDS)('%s fits WeChat’s field rules whatever it is told', (kind) => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const filling of [usualFilling(TEMPLATE_OF[kind]), ...fillingsOf(TEMPLATE_OF[kind])])
        for (const [key, value] of Object.entries(
          fillFields(TEMPLATE_OF[kind], filling, NOTICES[kind].fields(facts)),
        )) {
          const refused = checkField(key, value) ?? /\p{Surrogate}/u.exec(value)?.[0];
          if (refused !== undefined) throw new Error(`${key} “${value}”: ${refused}`);
        }
    }),
  );
});

it('opens for a secretary the branch, for a teacher the decision', () => {
  const pageFor = (audience: NoticeFacts['audience']) =>
    NOTICES['approval-waiting'].page({ ...full, audience });
  expect(pageFor('secretary')).toBe('packages/secretary/desk/desk?tab=branch');
  expect(pageFor('teacher')).toBe('packages/teacher/decision/decision?transferId=t1');
});

it.each([
  ['secretary', true, '，去向由学院办理。'],
  ['secretary', false, '，去向是“已确定工作单位”。'],
  ['teacher', true, '，去向是“已确定工作单位”。'],
] as const)('asks a %s to approve, college affair %s: “%s”', (audience, isCollegeAffair, said) => {
  expect(NOTICES['approval-waiting'].text({ ...full, audience, isCollegeAffair })).toContain(said);
});

it('names the secretary where the secretary sent it back or approved last', () => {
  const facts: NoticeFacts = { ...full, step: 'return', bySecretary: true };
  expect(NOTICES.returned.title(facts)).toBe('团支书退回，改好再交一次');
  expect(NOTICES.returned.text(facts)).toContain('团支书周岚在');
  expect(Object.values(sentBy('returned', facts))).toContain('团支书退回');
  expect(NOTICES.approved.title(facts)).toBe('团支书周岚批准了你的转出');
  expect(NOTICES.returned.title({ ...full, step: 'return' })).toBe('学院退回，改好再交一次');
  expect(NOTICES.returned.text({ ...full, step: 'return' })).toContain('周岚老师在');
});
