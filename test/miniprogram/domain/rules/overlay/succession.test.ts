/** Whoever is on a route that was added once keeps it: the next version closes it instead of dropping it. */
import type { Overlay } from '../../../../../miniprogram/domain/rules/overlay/edition';
import { nextAddedId, succeeding } from '../../../../../miniprogram/domain/rules/overlay/succession';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

type Row = readonly [path: string, value: JsonValue];
const overlay = (...rows: readonly Row[]): Overlay => rows.map(([path, value]) => ({ path, value }));

const ROUTE = 'ways.employed.routes.own-1';
const PUBLISHED = overlay([`${ROUTE}.from`, 'direct'], [`${ROUTE}.label`, '园区'], ['postAdvice', '旧的话']);

test('an added way that the draft drops is kept with its words, all its routes closed', () => {
  const published = overlay(['ways.own-1.from', 'study-abroad'], ['ways.own-1.label', '出国交换']);
  expect(succeeding(national2022, published, overlay(['postAdvice', '新的话']))).toEqual(
    overlay(
      ['postAdvice', '新的话'],
      ['ways.own-1.from', 'study-abroad'],
      ['ways.own-1.label', '出国交换'],
      ['ways.own-1.routes.keep.on', false],
      ['ways.own-1.routes.current-residence.on', false],
      ['ways.own-1.routes.registered-residence.on', false],
    ),
  );
});

test('a way made like one that is gone is kept without routes to close', () => {
  const published = overlay(['ways.own-1.from', 'moon']);
  expect(succeeding(national2022, published, [])).toEqual(published);
});

test('a dropped route stays closed once, whatever the version before and the draft say of it', () => {
  const published = [...PUBLISHED, ...overlay([`${ROUTE}.on`, true])];
  expect(succeeding(national2022, published, overlay([`${ROUTE}.label`, '改了']))).toEqual(
    overlay([`${ROUTE}.from`, 'direct'], [`${ROUTE}.label`, '园区'], [`${ROUTE}.on`, false]),
  );
});

test('what is still there goes as the draft has it, but is made like what it always was', () => {
  const draft = overlay(
    [`${ROUTE}.from`, 'system'],
    [`${ROUTE}.label`, '改了'],
    ['ways.employed.routes.own-2.from', 'system'],
  );
  expect(succeeding(national2022, PUBLISHED, draft)).toEqual(
    overlay(
      [`${ROUTE}.from`, 'direct'],
      [`${ROUTE}.label`, '改了'],
      ['ways.employed.routes.own-2.from', 'system'],
    ),
  );
});

test.each<[string, readonly Overlay[], string]>([
  ['own', [], 'own-1'],
  ['own', [overlay(['ways.own-3.from', 'army'])], 'own-4'],
  ['own', [overlay(['ways.own-1.from', 'army']), overlay(['ways.army.routes.own-7.on', false])], 'own-8'],
  ['our', [overlay(['ways.own-3.from', 'army'])], 'our-1'],
  ['own', [overlay(['ways.own-x.from', 'army'])], 'own-1'],
])('the next %s after %j is %s', (prefix, overlays, id) => {
  expect(nextAddedId(prefix, overlays)).toBe(id);
});
