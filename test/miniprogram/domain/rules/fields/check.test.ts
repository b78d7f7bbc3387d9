import { checkFields, withoutForbidden } from '../../../../../miniprogram/domain/rules/fields/check';
import { FIELD_IDS } from '../../../../../miniprogram/domain/rules/fields/catalogue';
import type { FieldId, SubmissionFields } from '../../../../../miniprogram/domain/rules/fields/catalogue';
import { mayHold, routeOf } from '../../../../../miniprogram/domain/rules/rulebook';
import type { RouteRule } from '../../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';

const NOW = Date.parse('2026-06-03T12:00:00+08:00');
const FACTS = { now: NOW, seasonOpenedAt: NOW - 10 * 86_400_000 };
const ZHANGJIANG = { names: ['上海市', '浦东新区', '张江镇'], code: '310115125' };
const FULL = {
  region: ZHANGJIANG,
  organisation: '澄江智能装备（上海）有限公司团支部',
  initiatedAt: NOW - 1000,
  registeredResidence: ZHANGJIANG,
  currentResidence: ZHANGJIANG,
  parentContact: { name: '林母', phone: '13800000000' },
  studyPlace: '英国，曼彻斯特大学',
  returnMonth: '2028-09',
  expectedGraduation: '2027-06',
} as const satisfies SubmissionFields;

const only = (fields: readonly FieldId[]): SubmissionFields =>
  Object.fromEntries(Object.entries(FULL).filter(([field]) => fields.includes(field as FieldId)));

const cases = RULEBOOKS.flatMap((rulebook) =>
  rulebook.ways.flatMap((way) =>
    way.routes.map((route) => [`${rulebook.id} ${way.id} ${route.id}`, rulebook, way.id, route] as const),
  ),
);

describe.each(cases)('%s', (_, rulebook, wayId, route) => {
  const shots = route.required.includes('screenshots') ? 1 : 0;
  const check = (fields: SubmissionFields, screenshots = shots) =>
    checkFields(rulebook, wayId, route.id, fields, screenshots, FACTS).map(
      ({ code, field }) => `${code} ${field}`,
    );

  test('accepts exactly what it requires', () => {
    expect(check(only(route.required))).toEqual([]);
  });

  test('takes what it names as optional, and asks for none of it', () => {
    expect(check(only([...route.required, ...route.optional]))).toEqual([]);
  });

  test('names every field that is missing', () => {
    expect(check({}, 0)).toEqual(
      FIELD_IDS.filter((id) => route.required.includes(id)).map((id) => `FIELD_REQUIRED ${id}`),
    );
  });

  test('refuses every field it forbids', () => {
    expect(check(FULL, 1)).toEqual(
      FIELD_IDS.filter((id) => !mayHold(route, id)).map((id) => `FIELD_FORBIDDEN ${id}`),
    );
  });

  test('a draft keeps what is asked for and loses the rest', () => {
    const kept = Object.keys(withoutForbidden(route, FULL));
    expect(kept).toEqual(Object.keys(FULL).filter((field) => mayHold(route, field as FieldId)));
  });
});

const [usst] = RULEBOOKS;
if (!usst) throw new Error('no rulebook');
const employed = (change: Partial<SubmissionFields>) =>
  checkFields(
    usst,
    'employed',
    'direct',
    { ...only(['region', 'organisation', 'initiatedAt']), ...change },
    1,
    FACTS,
  );

test('a confidential employer’s name is refused in every structured field', () => {
  const name = '某某研究所';
  const typed: SubmissionFields[] = [
    { organisation: name },
    { region: { names: [name], code: '310115125' } },
    { registeredResidence: { names: [name], code: '310115125' } },
    { currentResidence: { names: [name], code: '310115125' } },
    { parentContact: { name, phone: '13800000000' } },
    { expectedGraduation: name },
  ];
  for (const fields of typed) {
    const failures = checkFields(usst, 'confidential', 'direct', { initiatedAt: NOW, ...fields }, 0, FACTS);
    expect(failures).toEqual([{ code: 'FIELD_FORBIDDEN', field: Object.keys(fields)[0] }]);
  }
  const pictures = checkFields(usst, 'confidential', 'direct', { initiatedAt: NOW }, 1, FACTS);
  expect(pictures).toEqual([{ code: 'FIELD_FORBIDDEN', field: 'screenshots' }]);
});

test('nobody can have submitted in the future, but clocks may differ a little', () => {
  expect(employed({ initiatedAt: NOW + 60_000 })).toEqual([]);
  expect(employed({ initiatedAt: NOW + 10 * 60_000 })).toEqual([
    { code: 'INITIATED_AT_IN_FUTURE', field: 'initiatedAt' },
  ]);
});

test('nobody can have submitted more than a year before the season, which is the slip of a year', () => {
  const { seasonOpenedAt } = FACTS;
  expect(employed({ initiatedAt: seasonOpenedAt - 300 * 86_400_000 })).toEqual([]);
  expect(employed({ initiatedAt: seasonOpenedAt - 400 * 86_400_000 })).toEqual([
    { code: 'INITIATED_AT_LONG_AGO', field: 'initiatedAt' },
  ]);
});

test.each([
  [['上海市', '浦东新区', '张江镇'], '310115', true],
  [['广东省', '广州市', '海珠区', '新港街道'], '440105006', true],
  [['香港特别行政区', '中西区'], '810001', true],
  [['台湾省', '台北市'], '710100', true],
  [['上海市', '浦东新区'], '310115', false],
  [['广东省', '广州市', '海珠区'], '440105', false],
])('the place %j with code %s reaches the sub-district: %s', (names, code, reaches) => {
  const failure = { code: 'FIELD_INVALID', field: 'region', detail: { problem: 'sub-district' } };
  expect(employed({ region: { names, code } })).toEqual(reaches ? [] : [failure]);
});

test('a forbidden field is not looked at any closer', () => {
  const fields = { initiatedAt: NOW, region: { names: ['上海市'], code: '310000' } };
  expect(checkFields(usst, 'confidential', 'direct', fields, 0, FACTS)).toEqual([
    { code: 'FIELD_FORBIDDEN', field: 'region' },
  ]);
});

test('pictures are missing where they are asked for, unless nobody is asked for any', () => {
  const count = (screenshots: number | null) =>
    checkFields(
      usst,
      'employed',
      'direct',
      only(['region', 'organisation', 'initiatedAt']),
      screenshots,
      FACTS,
    );
  expect(count(null)).toEqual([]);
  expect(count(0)).toEqual([{ code: 'FIELD_REQUIRED', field: 'screenshots' }]);
  const confidential = checkFields(usst, 'confidential', 'direct', { initiatedAt: NOW }, null, FACTS);
  expect(confidential).toEqual([]);
});

test('a blank name is a missing name', () => {
  expect(employed({ organisation: '  ' })).toEqual([{ code: 'FIELD_REQUIRED', field: 'organisation' }]);
});

test('a route the rulebook does not offer is unknown', () => {
  expect(checkFields(usst, 'employed', 'keep', {}, 0, FACTS)).toEqual([{ code: 'WAY_UNKNOWN' }]);
  const rule: RouteRule | undefined = routeOf(usst, 'employed', 'keep');
  expect(rule).toBeUndefined();
});
