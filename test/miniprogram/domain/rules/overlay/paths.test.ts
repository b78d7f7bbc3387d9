/** Paths that mean more than a value at its place, and those that only look like one. */
import {
  addedRouteOf,
  addedWayOf,
  fieldUseOf,
  isAddedId,
  labelledOf,
  settingOf,
  switchedRouteOf,
  switchedStepOf,
  windowDayOf,
} from '../../../../../miniprogram/domain/rules/overlay/paths';

const READERS = {
  settingOf,
  addedRouteOf,
  addedWayOf,
  labelledOf,
  switchedRouteOf,
  switchedStepOf,
  fieldUseOf,
  windowDayOf,
};
const DIRECT = { wayId: 'employed', routeId: 'direct' };
const MEANT: readonly (readonly [string, Partial<Record<keyof typeof READERS, unknown>>])[] = [
  ['settings.letter', { settingOf: 'letter' }],
  ['ways.employed.routes.direct.from', { addedRouteOf: DIRECT }],
  ['ways.own-1.from', { addedWayOf: 'own-1' }],
  ['ways.employed.label', { labelledOf: { wayId: 'employed', routeId: undefined } }],
  ['ways.employed.routes.direct.label', { labelledOf: DIRECT }],
  ['ways.employed.routes.direct.on', { switchedRouteOf: DIRECT }],
  ['offlineSteps.card.on', { switchedStepOf: 'card' }],
  ['ways.employed.routes.direct.fields.region', { fieldUseOf: { ...DIRECT, field: 'region' } }],
  ['ways.employed.routes.direct.window.opens', { windowDayOf: { ...DIRECT, isFirst: true } }],
  ['ways.employed.routes.direct.window.deadline', { windowDayOf: { ...DIRECT, isFirst: false } }],
  ['ways.employed.routes.direct.hint', {}],
  ['ways.employed.routes.direct.window.source', {}],
];
const read = (path: string) =>
  Object.fromEntries(
    Object.entries(READERS).flatMap(([name, reader]) => {
      const found = reader(path);
      return found === undefined ? [] : [[name, found]];
    }),
  );

test.each(MEANT)('%s', (path, meant) => {
  expect(read(path)).toEqual(meant);
});

test.each(MEANT)('%s with something before or behind it is another place', (path) => {
  expect([read(`of.${path}`), read(`${path}.more`)]).toEqual([{}, {}]);
});

test.each([
  ['own-1', true],
  ['our-12', true],
  ['own-', false],
  ['own-x', false],
  ['own-1x', false],
  ['down-1', false],
  ['direct', false],
])('%s is the id of something that was added: %s', (id, is) => {
  expect(isAddedId(id)).toBe(is);
});
