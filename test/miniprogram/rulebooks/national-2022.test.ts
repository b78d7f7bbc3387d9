import { applyEdits, editsOf } from '../../../miniprogram/domain/rules/rulebook/apply-edits';
import { routeOf, wayOf } from '../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../miniprogram/rulebooks/national-2022';
import { rulebookProblemsOf } from '../support/rulebook-problems';

const routes = national2022.ways.flatMap((way) => way.routes.map((route) => ({ way, route })));
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** 接转原因 as the system listed them in 2021. */
const TODAY = [
  '升学',
  '已落实工作单位（工作单位有团组织）',
  '已落实工作单位（工作单位无团组织）',
  '出国（因公出国/境）',
  '出国（因私出国/境）/学习研究',
  '转往特殊单位团组织',
  '未落实就业去向',
  '毕业学生流动团员/其他',
];

test('every reason is one of today’s list, and every one of the list is used', () => {
  const reasons = routes.flatMap(({ route }) => route.transferReason ?? []);
  expect([...new Set(reasons)].sort()).toEqual([...TODAY].sort());
});

test('who works for nobody learns what to choose, and that no notice says what to write as the employer', () => {
  const hints = national2022.flows['way-picker'].nodes.flatMap((node) =>
    'options' in node ? node.options.flatMap(({ hint }) => hint ?? []) : [],
  );
  expect(hints.some((hint) => hint.includes('灵活就业'))).toBe(true);
  expect(hints.some((hint) => hint.includes('自由职业'))).toBe(true);
  for (const route of wayOf(national2022, 'workplace')?.routes ?? [])
    expect(route.guide.mistakes.join('')).toContain('先问学院怎么填');
});

test('who has work is never sent to the 户籍地', () => {
  for (const way of ['employed', 'workplace']) {
    expect(wayOf(national2022, way)?.routes.map(({ id }) => id)).not.toContain('registered-residence');
  }
});

test('the undecided are offered their residence before the 户籍地, and the school last', () => {
  const ids = wayOf(national2022, 'no-organisation')?.routes.map(({ id }) => id);
  expect(ids).toEqual(['current-residence', 'registered-residence', 'keep']);
});

test('further study opens in September and goes to no place of residence', () => {
  const way = wayOf(national2022, 'further-study');
  expect(way?.routes).toHaveLength(1);
  expect(way?.routes[0]?.window).toMatchObject({
    opens: { month: 9, day: 1 },
    deadline: { month: 10, day: 31 },
  });
});

test('army and confidential are started in the system and take a letter along, without a name', () => {
  for (const [way, route] of [
    ['army', 'self'],
    ['confidential', 'direct'],
  ] as const) {
    expect(routeOf(national2022, way, route)).toMatchObject({
      transferReason: '转往特殊单位团组织',
      handledBy: 'graduate',
      receiverClock: false,
      required: ['initiatedAt'],
      optional: [],
      receiver: null,
    });
    expect(routeOf(national2022, way, route)?.offlineSteps).toContain('special-letter');
  }
});

test('who is kept is kept for a time: six to twelve months, with a register and a signed notice', () => {
  expect(routeOf(national2022, 'no-organisation', 'keep')).toMatchObject({
    keeping: 'undecided',
    list: 'floating',
    offlineSteps: ['notice'],
  });
  expect(national2022.keeping.find(({ id }) => id === 'undecided')).toMatchObject({
    months: 6,
    mostMonths: 12,
  });
});

test('studying abroad is kept with place, return and somebody at home', () => {
  expect(routeOf(national2022, 'study-abroad', 'keep')).toMatchObject({
    required: ['studyPlace', 'returnMonth', 'parentContact'],
    guarded: true,
  });
});

test('only who has not graduated is left out of the rate', () => {
  expect(routes.filter(({ route }) => !route.counts).map(({ way }) => way.id)).toEqual(['deferred']);
});

test('every receiver may be a committee, which then assigns a branch', () => {
  for (const { route } of routes) expect(route.receiver?.committees ?? true).toBe(true);
});

test('nothing speaks of the rules of 2020', () => {
  for (const text of textsOf([national2022.ways, national2022.flows, national2022.questions])) {
    expect(text).not.toMatch(/15 天|自动转入|左下角/);
  }
});

test('nothing threatens with the membership or the diploma', () => {
  const told = textsOf([national2022.ways, national2022.flows, national2022.offlineSteps]);
  for (const text of told) expect(text).not.toMatch(/脱团|除名|扣发|扣证|毕业证.*(才|不)发|后果自负/);
});

describe.each(national2022.settings)('the setting $id', ({ id, options, ...setting }) => {
  test.each(options)('$id leaves a sound rulebook and says who does it so', (option) => {
    const chosen = applyEdits(national2022, editsOf(national2022.settings, { [id]: option.id }));
    expect(rulebookProblemsOf(JSON.parse(JSON.stringify(chosen)))).toEqual([]);
    expect(option.whoDoes).toMatch(/\d{4}|学校|通知/);
    if (option.id !== setting.default) expect(chosen).not.toEqual(national2022);
    else expect(chosen).toEqual(national2022);
  });

  test('every edit leads somewhere', () => {
    for (const { edits } of options) {
      edits.forEach(({ path }, at) => {
        const before = applyEdits(national2022, edits.slice(0, at));
        expect([path, applyEdits(national2022, edits.slice(0, at + 1))]).not.toEqual([path, before]);
      });
    }
  });
});

test('all settings chosen at once still make a sound rulebook', () => {
  for (const pick of [0, 1, 2, 3]) {
    const choices = Object.fromEntries(
      national2022.settings.map(({ id, options }) => [id, options[pick % options.length]?.id ?? '']),
    );
    const chosen = applyEdits(national2022, editsOf(national2022.settings, choices));
    expect(rulebookProblemsOf(JSON.parse(JSON.stringify(chosen)))).toEqual([]);
  }
});
