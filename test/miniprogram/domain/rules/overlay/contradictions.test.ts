/** What is said to whoever changes the rules where their change does not go together with the rest. */
import { isQuestion } from '../../../../../miniprogram/domain/rules/flow';
import { contradictionsIn } from '../../../../../miniprogram/domain/rules/overlay/contradictions';
import { applyEdits } from '../../../../../miniprogram/domain/rules/rulebook/apply-edits';
import type { Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

type Row = readonly [path: string, value: JsonValue];

const edited = (...rows: readonly Row[]): Rulebook =>
  applyEdits(
    national2022,
    rows.map(([path, value]) => ({ path, value })),
  );
const found = (...rows: readonly Row[]) => contradictionsIn(edited(...rows), national2022);

const DIRECT = 'ways.employed.routes.direct';
const SYSTEM = 'ways.employed.routes.system';
const window = (opens: JsonValue, deadline: JsonValue): JsonValue => ({ opens, deadline, source: '通知' });
const day = (month: number, of: number): JsonValue => ({ month, day: of });

test('of the shipped rules nothing is said', () => {
  expect(found()).toEqual([]);
});

test.each<readonly [string, readonly Row[], string, string, string]>([
  [
    'a window that closes before it opens, of the route it is',
    [
      [`${DIRECT}.window`, window(day(5, 1), day(7, 1))],
      [`${SYSTEM}.window`, window(day(9, 1), day(8, 31))],
    ],
    `${SYSTEM}.window.deadline`,
    '截止日早于开始日',
    '9月1日开始，8月31日就截止，同学一天也办不了。',
  ],
  [
    'a phase that ends before it begins',
    [
      ['timeouts.0.until', day(1, 1)],
      ['timeouts.0.from', day(3, 1)],
    ],
    'timeouts.0.until',
    '结束的日子早于开始的日子',
    '这一段时间一天也没有，改其中一个日期。',
  ],
  [
    'a day that is none, in a list without ids',
    [
      ['rate.targets.0.day', 31],
      ['rate.targets.0.month', 9],
    ],
    'rate.targets.0',
    '没有这一天',
    '这个月没有这么多天。',
  ],
  [
    'days shorter than the first reminder',
    [['timeouts.1.days', 5]],
    'reminderDays',
    '天数比提醒还短',
    `对方只有 5 天，可是到期前 ${Math.max(...national2022.reminderDays)} 天就要提醒。`,
  ],
  [
    'an hour at which nothing is sent',
    [['reminderHour', 23]],
    'reminderHour',
    '提醒的钟点在免打扰里',
    '23 点不发消息，提醒就发不出去，换一个钟点。',
  ],
  [
    'a message nobody signs',
    [[`${DIRECT}.guide.tellReceiver`, '您好']],
    `${DIRECT}.guide.tellReceiver`,
    '少了同学的名字',
    '这段话里要有 {name}，发的时候会换成同学的姓名。',
  ],
  [
    'a way no answer leads to',
    [['flows.way-picker.nodes.way:army:direct', null]],
    'flows.way-picker',
    '有去向选不到',
    '按现在的问题，有的去向怎么答也走不到。恢复原文，或者把它关掉。',
  ],
  [
    'whatever else does not fit',
    [['escalateWarningHours', 99]],
    'escalateWarningHours',
    '和别处对不上',
    '这样改和规则的别处对不上，恢复原文再改。',
  ],
  [
    'two answers that read the same',
    [['flows.way-picker.nodes.other.options.army.label', '延迟毕业']],
    'flows.way-picker.nodes.other',
    '两个答案一样',
    '里有两个“延迟毕业”，同学分不清。',
  ],
  [
    'a picture that is needed and not asked for',
    [[`${DIRECT}.required`, ['region', 'organisation', 'initiatedAt']]],
    `${DIRECT}.fields.screenshots`,
    '要用却不收',
    '要看截图，可是这里不让同学交截图。',
  ],
])('%s', (_what, rows, path, title, text) => {
  const [said] = found(...rows).filter((one) => one.path === path);
  expect(said).toEqual({ path, title, text: expect.stringContaining(text) as string });
  expect(found(...rows).filter((one) => one.path === path)).toHaveLength(1);
});

test('at most for fewer months than usual is said of the kind of keeping by its id', () => {
  const [kind] = national2022.keeping.filter(({ months, mostMonths }) => months && mostMonths);
  if (!kind) throw new Error('nothing is kept');
  expect(found([`keeping.${kind.id}.mostMonths`, 1])).toEqual([
    {
      path: `keeping.${kind.id}.mostMonths`,
      title: '最多比一般还少',
      text: '最多留的月数，不能少于一般留的月数。',
    },
  ]);
});

test('a question with more answers than fit is named', () => {
  const [question] = national2022.flows['way-picker'].nodes.filter(isQuestion);
  const [option] = question?.options ?? [];
  if (!question || !option) throw new Error('no question');
  const withAnswers = (count: number): Row => [
    `flows.way-picker.nodes.${question.id}.options`,
    Array.from({ length: count }, (_, at) => ({ ...option, id: `a${at}`, label: `答案${at}` })),
  ];
  const crowded = (count: number) =>
    found(withAnswers(count)).filter(({ title }) => title === '一题的答案太多');
  expect(crowded(4)).toEqual([]);
  expect(crowded(5)).toEqual([
    {
      path: `flows.way-picker.nodes.${question.id}`,
      title: '一题的答案太多',
      text: `“${question.question}”最多放 4 个答案，先关掉一个。`,
    },
  ]);
});

test('with every route closed that alone is said, with one open it is not', () => {
  const all = national2022.ways.flatMap((way) =>
    way.routes.map(({ id }): Row => [`ways.${way.id}.routes.${id}`, null]),
  );
  expect(found(...all)).toEqual([
    { path: 'ways', title: '去向全关掉了', text: '同学一个去向也选不到，至少留一个。' },
  ]);
  expect(found(...all.slice(1)).map(({ title }) => title)).not.toContain('去向全关掉了');
});

test('the same is said once of a place, and different things each by itself', () => {
  // Says nothing of the time-out, and ranks more days than there are.
  expect(found(['reminderValue', [7, 3, 1, 5, 6]])).toMatchObject([{ path: 'reminderValue' }]);
  const titles = found(['reminderDays', [30, 30]]).filter(({ path }) => path === 'reminderDays');
  expect(titles.map(({ title }) => title).sort()).toEqual(['和别处对不上', '天数比提醒还短']);
});
