/** Fields of a later release, at the top of a record and deep in it: whatever an older function writes, they stay. */
import { COLLECTIONS } from '../../cloudfunctions/_shared/store/collections';
import { contract, type FunctionName } from '../../miniprogram/contract';
import { ADMIN, GRADUATE, SECRETARY, TEACHER } from './support/people';
import { PERMITTED } from './support/permitted';
import { foundPlaces, type Target } from './support/places';
import { createWorld, errorOf, START, type World } from './support/world';
import type { Document } from './support/memory-store';

const CALLERS: Readonly<Record<FunctionName, string>> = {
  account: GRADUATE,
  graduate: GRADUATE,
  secretary: SECRETARY,
  teacher: TEACHER,
};
const ACTIONS = (Object.keys(CALLERS) as FunctionName[]).flatMap((name) =>
  Object.keys(contract[name]).map((action) => ({ name, action })),
);

/** Counted from the transfers: their rows come and go. */
const COUNTERS = ['cells', 'onDesk', 'deadlines', 'submitted', 'arrived'];
/** Its keys are data, so a later release adds none. */
const MAPS = ['facts', ...COUNTERS];

/** The fields of a message are data, too; those of a submission are not. */
const mapsIn = (collection: string): readonly string[] =>
  collection === 'notices' ? [...MAPS, 'fields'] : MAPS;

/** Every object inside with a field nobody knows, but not those whose keys are data. */
const extended = (value: unknown, maps: readonly string[], key = ''): unknown => {
  if (Array.isArray(value))
    return value.map((inner) => extended(inner, maps, COUNTERS.includes(key) ? key : ''));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([name, held]) => [name, extended(held, maps, name)]);
  return { ...Object.fromEntries(inner), ...(maps.includes(key) ? {} : { later: 'kept' }) };
};

const pathsIn = (value: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    name === 'later' ? [`${path}.later`] : pathsIn(held, Array.isArray(value) ? path : `${path}.${name}`),
  );
};

/** Who has the turn now is somebody else. */
const HANDED_ON = '.handler.later';

/** Objects an action puts a new one in the place of, because that is what was asked for. */
const REPLACED: Readonly<Record<string, readonly string[]>> = {
  submit: ['.draft.later', '.lastSubmission.later'],
  removeTeacher: ['.teachers.later', '.roles.later'],
  saveCardOffice: ['.office.later'],
  rotateInvite: ['.inviteImage.later'],
  inviteImage: ['.inviteImage.later'],
  board: ['.branchCounts.later', '.branchCounts.branches.later'],
};

let world: World;
let own: Target;
let goBack: () => void;
beforeAll(async () => {
  world = createWorld();
  ({ own } = await foundPlaces(world));
  for (const { name } of COLLECTIONS)
    for (const [key, document] of [...world.store.raw()])
      if (key.startsWith(`${name}/`)) world.store.plant(name, extended(document, mapsIn(name)) as Document);
  goBack = world.store.snapshot();
}, 60_000);
beforeEach(() => {
  goBack();
  world.world.now = START;
});

const lostIn = (before: ReadonlyMap<string, unknown>, action: string): string[] =>
  [...before].flatMap(([key, document]) => {
    const after = world.store.raw().get(key);
    if (!after) return [];
    const kept = new Set(pathsIn(after));
    const lost = [...new Set(pathsIn(document))].filter((path) => !kept.has(path));
    return lost
      .filter((path) => path !== HANDED_ON && !REPLACED[action]?.includes(path))
      .map((path) => `${key}${path}`);
  });

it.each(ACTIONS)('$name › $action loses none of them', async ({ name, action }) => {
  const lines = PERMITTED[name] as unknown as Readonly<
    Record<string, { who: string; ask: (target: Target) => unknown }>
  >;
  const line = lines[action];
  const openid = line?.who === 'committee' ? ADMIN : CALLERS[name];
  const before = new Map(world.store.raw());
  const reply = await world.invoke(openid, name, { action, payload: line?.ask(own) });
  expect(errorOf(reply)).not.toBe('INTERNAL');
  expect(lostIn(before, action)).toEqual([]);
});

it('the timer loses none of them', async () => {
  const before = new Map(world.store.raw());
  for (let hour = 0; hour < 30; hour += 1) {
    world.world.now += 3_600_000;
    await world.tick();
  }
  expect(lostIn(before, 'sweep')).toEqual([]);
});
