/** One document of each collection that cannot be read, beside good ones, under every action of every function. */
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { contract, type FunctionName } from '../../miniprogram/contract';
import type { Result } from '../../miniprogram/domain/errors';
import { damaged, DAMAGES, type Damage } from './support/damage';
import type { Document } from './support/memory-store';
import { ADMIN, CLASSMATE, GRADUATE, SECRETARY, TEACHER } from './support/people';
import { PERMITTED } from './support/permitted';
import { foundPlaces, type Place, type Target } from './support/places';
import { createWorld, dataOf, errorOf, START, type World } from './support/world';

const FUNCTIONS: readonly FunctionName[] = ['account', 'graduate', 'secretary', 'teacher'];
const NAMES = COLLECTIONS.map(({ name }) => name);
const CALLERS: Readonly<Record<FunctionName, readonly string[]>> = {
  account: [GRADUATE, TEACHER],
  graduate: [GRADUATE, CLASSMATE],
  secretary: [SECRETARY],
  teacher: [TEACHER, ADMIN],
};
const ASKED = FUNCTIONS.flatMap((name) =>
  Object.keys(contract[name]).flatMap((action) => CALLERS[name].map((openid) => ({ name, action, openid }))),
);

let world: World;
let targets: Readonly<Record<Place, Target>>;
let goBack: () => void;
/** By collection, who asks for anything that reads or writes it. */
const askingOf = new Map<CollectionName, (typeof ASKED)[number][]>();
beforeAll(async () => {
  world = createWorld();
  targets = await foundPlaces(world);
  await addRest();
  goBack = world.store.snapshot();
  await findAsking();
}, 60_000);
beforeEach(() => {
  goBack();
  world.world.now = START;
});

/** What never looks at a collection goes the same way whatever stands there: it need not be asked beside the damage. */
const findAsking = async () => {
  for (const one of ASKED) {
    goBack();
    world.store.takeVisited();
    await ask(one.name, one.action, one.openid);
    for (const collection of world.store.takeVisited())
      askingOf.set(collection, [...(askingOf.get(collection) ?? []), one]);
  }
};

/** Collections that nothing has written to by then. */
const addRest = async () => {
  const { own } = targets;
  const { store } = world;
  const at = START;
  await store.insertMissing('marks', [{ _id: own.memberId, recordVersion: 1, lastNudgedAt: null }]);
  const rules = { recordVersion: 1, scopeId: 'all', shippedId: 'usst-2020', number: 1, edits: [] } as const;
  const held = { ...rules, edits: [], _id: 'all:usst-2020', version: 1, draft: null };
  await store.insertMissing('ruleSets', [{ ...held, publishedAt: at, settleAt: null }]);
  await store.insertMissing('ruleVersions', [
    { ...rules, edits: [], _id: 'all:usst-2020:1', at, revertOf: null },
  ]);
  await store.insertMissing('cardCodes', [
    {
      _id: own.memberId,
      recordVersion: 1,
      digits: '12345678',
      transferId: own.transferId,
      expiresAt: at,
      since: at,
    },
  ]);
  await store.insertMissing('locks', [
    { _id: 'code-x', recordVersion: 2, tries: [], firstAt: at, lockedUntil: null, expiresAt: at + 1 },
  ]);
  await store.insertMissing('journal', [
    { _id: 'j-left', recordVersion: 1, at: 1, notices: [], audits: [], cancelled: [] },
  ]);
  await store.insertMissing('wake', [
    {
      _id: 'tick',
      recordVersion: 1,
      version: 1,
      dueAt: at,
      clockAt: at,
      jobsAt: 0,
      remindedAt: 0,
      loweredAt: at,
    },
  ]);
  await store.insertMissing('erasures', [
    {
      _id: 'm-0',
      recordVersion: 1,
      state: 'erasing',
      person: null,
      personSealed: null,
      movesFigures: true,
      nextAt: at,
    },
  ]);
  await store.insertMissing('alarms', [
    {
      _id: 'template-task-1-null',
      recordVersion: 1,
      cause: 'refused',
      channel: 'subscribe',
      kind: 'digest',
      template: 'task',
      collegeId: null,
      code: 1,
      field: null,
      count: 1,
      firstAt: at,
      lastAt: at,
    },
  ]);
};

/** The document of the graduate's own, where there is one: it is in the way of most calls. */
const victimIn = (collection: CollectionName): Document => {
  const { own } = targets;
  const found = world.store.documents(collection);
  const wanted = [
    own.transferId,
    own.memberId,
    own.issuedId,
    own.branchId,
    own.collegeId,
    own.runId,
    own.deadNoticeId,
    own.exportId,
  ];
  const victim =
    found.find(({ _id }) => wanted.includes(_id)) ?? found.find(({ _id }) => _id !== ADMIN) ?? found[0];
  if (!victim) throw new Error(`nothing is stored in ${collection}`);
  return victim;
};

const breakOne = (collection: CollectionName, damage: Damage): Document => {
  const bad = damaged(collection, victimIn(collection), damage);
  world.store.plant(collection, bad);
  return bad;
};

const ask = (name: FunctionName, action: string, openid: string): Promise<Result<unknown>> => {
  const lines = PERMITTED[name] as unknown as Readonly<Record<string, { ask: (target: Target) => unknown }>>;
  return world.invoke(openid, name, { action, payload: lines[action]?.ask(targets.own) });
};

/** What a person asked to be taken away goes, whatever it has become; a list that is over goes with its day. */
const MAY_REMOVE: readonly string[] = ['deleteMyData'];

/** A roster file leaves the storage, and the list of files with it, before anybody reads it. */
const TAKES_FILE: readonly string[] = ['rosterUpload', 'rosterMark'];

/** It holds nothing but a moment: whoever has to lower it and cannot read it makes it anew. */
const MADE_ANEW: readonly CollectionName[] = ['wake'];

/** A code of a few minutes: whoever asks for the next one gets it, and all that was shown before is void. */
const MAY_RENEW: Partial<Record<CollectionName, string>> = { cardCodes: 'cardPass' };

const CASES = NAMES.flatMap((collection) => DAMAGES.map((damage) => ({ collection, damage })));

it.each(CASES)(
  '$collection, $damage: every action that looks there has an answer, and it stays as it is',
  async (one) => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const bad = breakOne(one.collection, one.damage);
    const before = JSON.stringify(bad);
    const broken = world.store.snapshot();
    const internal: string[] = [];
    const changed: unknown[] = [];
    for (const { name, action, openid } of askingOf.get(one.collection) ?? []) {
      broken();
      const code = errorOf(await ask(name, action, openid));
      if (code === 'INTERNAL') internal.push(`${name} › ${action}: ${quiet.mock.lastCall?.join(' ') ?? ''}`);
      if (MADE_ANEW.includes(one.collection)) continue;
      const after = world.store.document(one.collection, bad._id);
      if (after === undefined && MAY_REMOVE.includes(action)) continue;
      if (MAY_RENEW[one.collection] === action) continue;
      const stored = JSON.stringify(after);
      if (stored !== before) changed.push({ action, stored });
    }
    expect(internal).toEqual([]);
    expect(changed).toEqual([]);
    quiet.mockRestore();
  },
  60_000,
);

it.each(CASES)(
  '$collection, $damage: the timer goes round and leaves it alone',
  async ({ collection, damage }) => {
    const bad = breakOne(collection, damage);
    for (let hour = 0; hour < 30; hour += 1) {
      world.world.now += 3_600_000;
      await world.tick();
    }
    const after = world.store.document(collection, bad._id);
    if (MADE_ANEW.includes(collection))
      expect(after).toEqual(expect.objectContaining({ dueAt: expect.any(Number) }));
    else expect(JSON.stringify(after)).toBe(JSON.stringify(bad));
    const failed = world.logged.filter(({ event }) => ['sweep-failed', 'batch-failed'].includes(event));
    expect(failed.filter(({ facts }) => facts.name !== 'UnreadableRecord')).toEqual([]);
  },
);

const PLACES: readonly CollectionName[] = ['members', 'branches', 'colleges', 'seasons', 'settings'];
const BESIDE: readonly CollectionName[] = ['audits', 'notices', 'tallies'];
/** What a function that was rolled back still reads. */
const STILL_READ: readonly { readonly reads: string; readonly known: readonly CollectionName[] }[] = [
  { reads: 'nothing', known: [] },
  { reads: 'who calls', known: ['accounts'] },
  { reads: 'where people belong', known: ['accounts', ...PLACES] },
  { reads: 'all but what is written beside', known: NAMES.filter((name) => !BESIDE.includes(name)) },
];

const plantLater = (collection: CollectionName): string[] =>
  world.store.documents(collection).map((document) => {
    world.store.plant(collection, damaged(collection, document, 'newer'));
    return `${collection}/${document._id}`;
  });

it.each(STILL_READ)(
  'rolled back beside a college of later records, $reads readable: writes over none of them',
  async ({ known }) => {
    const later = NAMES.filter((name) => !known.includes(name) && !MADE_ANEW.includes(name)).flatMap(
      plantLater,
    );
    const before = world.store.raw();
    const rolledBack = world.store.snapshot();
    const harmed: string[] = [];
    for (const { name, action, openid } of ASKED) {
      rolledBack();
      const code = errorOf(await ask(name, action, openid));
      if (code === 'INTERNAL') harmed.push(`${name} › ${action}: ${code}`);
      const after = world.store.raw();
      const mayGo = (key: string) =>
        MAY_REMOVE.includes(action) || (TAKES_FILE.includes(action) && key.startsWith('uploads/'));
      const lost = later.filter((key) => after.get(key) !== before.get(key));
      const wrongly = lost.filter((key) => after.has(key) || !mayGo(key));
      harmed.push(...wrongly.map((key) => `${name} › ${action}: ${key}`));
    }
    expect(harmed).toEqual([]);
  },
  60_000,
);

it.each(['transfers', 'members', 'notices', 'resetRequests'] as const)(
  '%s: a bad one is told of once, by id and without a name, on the teacher’s page too',
  async (collection) => {
    // Of one it has told of, this world's store says nothing for an hour.
    world.world.now = START + 72 * 3_600_000;
    world.logged.length = 0;
    const bad = breakOne(collection, 'newer');
    dataOf(await world.call(TEACHER, 'teacher', 'queue', {}));
    for (const openid of [GRADUATE, SECRETARY, SECRETARY]) await world.call(openid, 'graduate', 'home', {});
    const told = world.logged.filter(({ event }) => event === 'record-unreadable');
    expect(told.filter(({ facts }) => facts.id === bad._id)).toEqual([
      { event: 'record-unreadable', facts: { collection, id: bad._id, reason: 'newer' } },
    ]);
    const { unreadable } = dataOf(await world.call(TEACHER, 'teacher', 'health', {}));
    expect(unreadable).toContainEqual({ collection, reason: 'newer', count: 1, lastAt: world.world.now });
  },
);

it('serves the others of the queue beside one that cannot be read', async () => {
  const before = dataOf(await world.call(TEACHER, 'teacher', 'queue', {})).items.map(({ id }) => id);
  const bad = breakOne('transfers', 'missing-field');
  const after = dataOf(await world.call(TEACHER, 'teacher', 'queue', {})).items.map(({ id }) => id);
  expect(before).toContain(bad._id);
  expect(after).toEqual(before.filter((id) => id !== bad._id));
});

it('sends six good notices beside one of a later release, and counts no attempt of that', async () => {
  const due = world.store
    .all('notices')
    .filter(({ status, accountId }) => status === 'planned' && accountId === TEACHER);
  const [first] = due;
  if (!first) throw new Error('the teacher is told of something');
  const notices = Array.from({ length: 7 }, (_, number) => ({
    ...first,
    _id: `nudge-${number}`,
    planId: `m-x:1:nudged`,
    kind: 'nudged' as const,
    digestOf: null,
    dueAt: START,
    nextAt: START,
    notAfter: null,
  }));
  await world.store.insertMissing('notices', notices);
  const bad = { ...notices[3], _id: 'nudge-3', recordVersion: 3 };
  world.store.plant('notices', bad);
  for (let minute = 0; minute < 10; minute += 1) {
    world.world.now += 60_000;
    await world.tick();
  }
  const after = new Map(world.store.all('notices').map((notice) => [notice._id, notice]));
  const good = notices.filter(({ _id }) => _id !== bad._id).map(({ _id }) => after.get(_id));
  expect(good.map((notice) => notice?.status)).not.toContain('dead');
  expect(good.map((notice) => notice?.settledAt !== null)).toEqual(Array(6).fill(true));
  expect(world.store.document('notices', 'nudge-3')).toEqual(bad);
});
