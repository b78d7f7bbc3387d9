/** What a version of the rules makes of a shipped rulebook, place by place. */
import { answersOf, layered } from '../../../../../miniprogram/domain/rules/overlay/apply';
import type { Overlay } from '../../../../../miniprogram/domain/rules/overlay/edition';
import { routeOf } from '../../../../../miniprogram/domain/rules/rulebook';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

type Row = readonly [path: string, value: JsonValue];
const overlay = (...rows: readonly Row[]): Overlay => rows.map(([path, value]) => ({ path, value }));
const book = (...rows: readonly Row[]) => {
  const made = layered(national2022, national2022.id, [overlay(...rows)]);
  if (!made) throw new Error('an answer that is not shipped');
  return made;
};
const DIRECT = 'ways.employed.routes.direct';
const direct = (...rows: readonly Row[]) => routeOf(book(...rows), 'employed', 'direct');

test('without changes a rulebook is as it is shipped', () => {
  expect(book()).toEqual(national2022);
});

test.each<[JsonValue]>([
  ['7月1日'],
  [7],
  [null],
  [[7, 1]],
  [{ month: 7 }],
  [{ month: '7', day: 1 }],
  [{ month: 7, day: '1' }],
])('%j is no day, so the route gets no window', (value) => {
  expect(direct([`${DIRECT}.window.deadline`, value])?.window).toBeNull();
});

test('a window the school makes says that the school made it', () => {
  expect(direct([`${DIRECT}.window.opens`, { month: 5, day: 1 }])?.window).toEqual({
    opens: { month: 5, day: 1 },
    deadline: null,
    source: '学校自己定的',
  });
});

test.each([
  ['required', ['organisation', 'initiatedAt', 'screenshots', 'region'], []],
  ['optional', ['organisation', 'initiatedAt', 'screenshots'], ['region']],
  ['absent', ['organisation', 'initiatedAt', 'screenshots'], []],
])('a field that is %s stands there alone', (use, required, optional) => {
  const route = direct([`${DIRECT}.fields.region`, use]);
  expect([...(route?.required ?? [])].sort()).toEqual([...required].sort());
  expect(route?.optional).toEqual(optional);
});

test('a step switched on stays, one switched off goes, whatever else is changed of it', () => {
  const steps = (...rows: readonly Row[]) => book(...rows).offlineSteps.map(({ id }) => id);
  const all = national2022.offlineSteps.map(({ id }) => id);
  expect(steps(['offlineSteps.card.on', true])).toEqual(all);
  const without = all.filter((id) => id !== 'card');
  expect(steps(['offlineSteps.card.on', false], ['offlineSteps.card.label', '团员证'])).toEqual(without);
  expect(steps(['offlineSteps.card.label', '团员证'], ['offlineSteps.card.on', false])).toEqual(without);
});

test('people to call are named where none were', () => {
  const office = { name: '学院团委', phone: '55270000', place: '', hours: '' };
  expect(book().contacts).toBeUndefined();
  expect(book(['contacts', [office]]).contacts).toEqual([office]);
});

test('other reminder days are worth what they leave time for', () => {
  expect(book(['reminderDays', [10, 1]])).toMatchObject({
    reminderDays: [10, 1],
    reminderValue: [10, 'timed-out', 1],
  });
});

describe('what a time-out comes to, in the words of a school', () => {
  const WORDS = '申请作废，重新找团支书发起';
  const SHORT = '没处理就作废，要重新发起';
  const said = (...rows: readonly Row[]) => book(...rows).outcomes.lapsed;

  test('is said afterwards in the same words, as the rule they are', () => {
    const shipped = national2022.outcomes.lapsed;
    expect(said(['outcomes.lapsed.text', WORDS])).toEqual({
      ...shipped,
      text: WORDS,
      past: `对方没处理的，${WORDS}`,
    });
    expect(said(['outcomes.lapsed.short', SHORT])).toEqual({ ...shipped, short: SHORT, pastShort: SHORT });
    expect(book(['outcomes.lapsed.text', WORDS]).outcomes.accepted).toEqual(national2022.outcomes.accepted);
  });

  test('is said afterwards in those the school has for it, whichever stand first', () => {
    const own = ['outcomes.lapsed.past', '申请已经作废'] as const;
    expect(said(['outcomes.lapsed.text', WORDS], own).past).toBe('申请已经作废');
    expect(said(own, ['outcomes.lapsed.text', WORDS]).past).toBe('申请已经作废');
  });

  test('is a college’s own, also where the university had words for afterwards', () => {
    const layers = [
      overlay(['outcomes.lapsed.past', '申请已经作废']),
      overlay(['outcomes.lapsed.text', WORDS]),
    ];
    const { past } = layered(national2022, national2022.id, layers)!.outcomes.lapsed;
    expect(past).toBe(`对方没处理的，${WORDS}`);
  });
});

test('another age limit stands in every sentence but those that somebody wrote', () => {
  const said = (limit: number, text: string) => text.split(`${limit} 岁`).length - 1;
  const before = said(national2022.ageLimit, JSON.stringify(national2022));
  expect(before).toBeGreaterThan(0);
  expect(said(30, JSON.stringify(book(['ageLimit', 30])))).toBe(before);
  const own = `满 ${national2022.ageLimit} 岁的先问老师。`;
  for (const rows of [
    [
      ['postAdvice', own],
      ['ageLimit', 30],
    ],
    [
      ['ageLimit', 30],
      ['postAdvice', own],
    ],
  ] as const)
    expect(book(...rows)).toMatchObject({ ageLimit: 30, postAdvice: own });
});

test('a name for a way that nobody offers changes nothing', () => {
  expect(book(['ways.moon.label', '月球'], ['ways.moon.routes.direct.label', '月球'])).toEqual(national2022);
});

describe('answers to settings', () => {
  const id = 'national-2022~card.none';
  const card = (option: string) => overlay(['settings.card', option]);
  const stepsOf = (overlays: readonly Overlay[]) => layered(national2022, id, overlays)?.offlineSteps;

  test('are those of the id, where no version answers', () => {
    expect(stepsOf([])?.map((step) => step.id)).not.toContain('card');
  });

  test('are those of the last version that answers', () => {
    const who = (overlays: readonly Overlay[]) => stepsOf(overlays)?.find((step) => step.id === 'card')?.who;
    expect(who([card('by-branch')])).toBe('secretary');
    expect(who([card('none'), card('by-branch')])).toBe('secretary');
    expect(stepsOf([card('by-branch'), card('none')])?.map((step) => step.id)).not.toContain('card');
  });

  test('that are not shipped make no rulebook', () => {
    expect(layered(national2022, id, [card('by-post')])).toBeUndefined();
  });

  test('are texts alone', () => {
    const given = overlay(['settings.card', 'none'], ['settings.fee', 3], ['postAdvice', '话']);
    expect(answersOf([given])).toEqual([{ setting: 'card', option: 'none' }]);
  });
});
