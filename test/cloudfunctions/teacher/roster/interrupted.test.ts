/** A roster is applied whole or not at all, whatever comes in between. */
import { MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { ROSTER_RUN } from '../../../../cloudfunctions/_shared/roster/limits';
import { writeRun } from '../../../../cloudfunctions/_shared/roster/write-run';
import {
  ADMIN,
  foundUniversity,
  OTHER_TEACHER,
  ROSTER,
  TEACHER,
  type University,
} from '../../support/people';
import { line, sheet, upload } from '../../support/sheets';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const NEW = 330;
const rows = [
  ...Array.from({ length: NEW }, (_, index) => line(`B${index}`, `团员${index}`, `第${index % 7}团支部`)),
  line('S002', '林小雨', '第0团支部'),
];
const check = async () =>
  dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows))).run.id;
const apply = (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });
const progress = async (runId: string) =>
  dataOf(await world.call(TEACHER, 'teacher', 'rosterProgress', { runId })).run;
const college = () => world.store.all('colleges').find(({ _id }) => _id === university.collegeId);

const expectWhole = async (runId: string) => {
  expect(await progress(runId)).toMatchObject({ state: 'applied', done: NEW + 1, total: NEW + 1 });
  const members = world.store.all('members');
  expect(members).toHaveLength(ROSTER.length + NEW);
  expect(new Set(members.map(({ studentNumber }) => studentNumber)).size).toBe(members.length);
  expect(members.find(({ studentNumber }) => studentNumber === 'S002')?.branchName).toBe('第0团支部');
  expect(world.store.all('branches')).toHaveLength(2 + 7);
  expect(college()?.rosterRunId).toBeNull();
};

/** Lets the store fail after so many writes, as a function does that is stopped. */
const dieAfter = (writes: number): (() => void) => {
  const { store } = world;
  const original = {
    transact: store.transact,
    insertMissing: store.insertMissing,
    changeAll: store.changeAll,
  };
  let left = writes;
  const spend = () => {
    left -= 1;
    if (left < 0) throw new Error('stopped');
  };
  store.transact = (work) => {
    spend();
    return original.transact(work);
  };
  store.insertMissing = async (collection, records) => {
    spend();
    return original.insertMissing(collection, records);
  };
  store.changeAll = async (collection, target, change) => {
    spend();
    return original.changeAll(collection, target, change);
  };
  return () => Object.assign(store, original);
};

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('stopped after %i writes', (writes) => {
  let runId: string;
  beforeEach(async () => {
    runId = await check();
    const revive = dieAfter(writes);
    const error = jest.spyOn(console, 'error').mockReturnValue();
    await apply(runId);
    error.mockRestore();
    revive();
  });

  it('is finished by the next call', async () => {
    world.world.now += ROSTER_RUN.leaseMs;
    dataOf(await apply(runId));
    await expectWhole(runId);
  });

  it('is finished by the timer, or was never begun', async () => {
    world.world.now += ROSTER_RUN.leaseMs;
    await world.tick();
    if ((await progress(runId)).state === 'checked') {
      expect(world.store.all('members')).toHaveLength(ROSTER.length);
      dataOf(await apply(runId));
    }
    await expectWhole(runId);
  });
});

it('stops when its time is over and tells how far it is', async () => {
  const runId = await check();
  const { clock } = world.ports;
  let calls = 0;
  const hurried = { ...world.ports, clock: { now: () => clock.now() + ((calls += 1) > 6 ? 60_000 : 0) } };
  const { store } = world;
  const run = world.store.all('rosterRuns').find(({ _id }) => _id === runId);
  await store.transact(async (tx) => {
    if (run) tx.put('rosterRuns', { ...run, state: 'applying' });
    return { ok: true, data: undefined };
  });
  const begun = world.store.all('rosterRuns').find(({ _id }) => _id === runId);
  if (begun) await writeRun(hurried, begun, clock.now() + 30_000);
  const half = await progress(runId);
  expect(half.state).toBe('applying');
  expect(half.done).toBeLessThan(half.total);
  dataOf(await apply(runId));
  expect((await progress(runId)).state).toBe('applied');
});

it('says so when a part cannot be written just now, and goes on with the next call at once', async () => {
  const runId = await check();
  const { transact } = world.store;
  let calls = 0;
  const busy: typeof transact = async (work) => {
    calls += 1;
    // The first begins the run; the next one writes whom the roster has already.
    return calls === 2 ? { ok: false, error: { code: 'BUSY' } } : transact(work);
  };
  world.store.transact = busy;
  expect(errorOf(await apply(runId))).toBe('BUSY');
  world.store.transact = transact;
  expect(await progress(runId)).toMatchObject({ state: 'applying' });
  expect(college()?.rosterRunId).toBe(runId);
  dataOf(await apply(runId));
  await expectWhole(runId);
});

it('is written once by two calls at once', async () => {
  const runId = await check();
  await Promise.all([apply(runId), apply(runId)]);
  await expectWhole(runId);
});

it('lets nobody else change the roster meanwhile', async () => {
  const runId = await check();
  const revive = dieAfter(3);
  const error = jest.spyOn(console, 'error').mockReturnValue();
  await apply(runId);
  error.mockRestore();
  revive();
  const memberId =
    world.store.all('members').find(({ studentNumber }) => studentNumber === 'S003')?._id ?? '';
  expect(errorOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId }))).toBe('CONFLICT');
  expect(errorOf(await upload(world, TEACHER, university.collegeId, await sheet(rows)))).toBe('CONFLICT');
});

const changes: [string, () => Promise<unknown>][] = [
  [
    'another roster was applied',
    async () => {
      const { run } = dataOf(
        await upload(world, TEACHER, university.collegeId, await sheet([line('X1', '张一')])),
      );
      return dataOf(await apply(run.id));
    },
  ],
  [
    'somebody was made secretary',
    async () => {
      const memberId = world.store.all('members').find(({ studentNumber }) => studentNumber === 'S003')?._id;
      return dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberId ?? '' }));
    },
  ],
  [
    'another college took one of the new people on',
    async () => {
      const bytes = await sheet([line('B7', '团员7')]);
      const { run } = dataOf(await upload(world, OTHER_TEACHER, university.otherCollegeId, bytes));
      return dataOf(await world.call(OTHER_TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
    },
  ],
];
it.each(changes)('is refused when meanwhile %s', async (_case, change) => {
  const runId = await check();
  await change();
  const before = world.store.all('members').length;
  expect(errorOf(await apply(runId))).toBe('CONFLICT');
  expect(world.store.all('members')).toHaveLength(before);
  expect((await progress(runId)).state).toBe('checked');
});

it('leaves out, and counts, whom another college takes on while it is being written', async () => {
  const runId = await check();
  const { store } = world;
  const insert = store.insertMissing;
  let isFirst = true;
  // Each call works on a store of its own that is made from this one, so the way back is not seen by one under way.
  store.insertMissing = async (collection, records) => {
    if (!isFirst) return insert(collection, records);
    isFirst = false;
    const bytes = await sheet([line('B7', '团员7')]);
    const { run } = dataOf(await upload(world, OTHER_TEACHER, university.otherCollegeId, bytes));
    dataOf(await world.call(OTHER_TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
    return insert(collection, records);
  };
  expect(dataOf(await apply(runId)).run).toMatchObject({ state: 'applied', skipped: 1 });
  const taken = world.store.all('members').filter(({ studentNumber }) => studentNumber === 'B7');
  expect(taken.map(({ collegeId }) => collegeId)).toEqual([university.otherCollegeId]);
});

it('is forgotten with its rows on the same day when nobody confirms it', async () => {
  await world.tick();
  world.world.now += MINUTE_MS;
  const runId = await check();
  expect(world.store.all('rosterParts').length).toBeGreaterThan(3);
  // The timer has heard of it by then, and is told of nothing else.
  world.world.now += MINUTE_MS;
  await world.tick();
  world.world.now += ROSTER_RUN.checkedKeptMs;
  expect(errorOf(await apply(runId))).toBe('NOT_FOUND');
  await world.tick();
  expect([...world.store.all('rosterParts'), ...world.store.all('rosterRuns')]).toEqual([]);
});

/** Whose names and numbers the run still holds. */
const namedInRuns = (): string[] => {
  const kept = JSON.stringify([world.store.all('rosterRuns'), world.store.all('rosterParts')]);
  return ['S002', '林小雨', 'B1', '团员1', '团员329'].filter((text) => kept.includes(`"${text}"`));
};

it('keeps figures and no people once it is written: whoever is erased then has no copy in it', async () => {
  const runId = await check();
  expect(namedInRuns()).toHaveLength(5);
  dataOf(await apply(runId));
  expect(namedInRuns()).toEqual([]);
  const { added, updated, examples } = await progress(runId);
  expect({ added, updated, examples }).toEqual({
    added: NEW,
    updated: 1,
    examples: { added: null, updated: null },
  });
});

it('is audited with figures, without names', async () => {
  const runId = await check();
  dataOf(await world.call(ADMIN, 'teacher', 'rosterApply', { runId }));
  const entry = world.store.all('audits').find(({ _id }) => _id.includes(runId));
  expect(entry?.action).toBe('apply-roster');
  expect(entry?.facts).toEqual({ added: NEW, updated: 1, newBranches: 7, textCheck: 'passed' });
});

describe('begun by somebody whose right has ended meanwhile', () => {
  let runId: string;
  beforeEach(async () => {
    runId = await check();
    const revive = dieAfter(5);
    const error = jest.spyOn(console, 'error').mockReturnValue();
    await apply(runId);
    error.mockRestore();
    revive();
    dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: TEACHER }));
    world.world.now += ROSTER_RUN.leaseMs;
  });

  it('goes no further, sets the roster free, and says so to whoever looks', async () => {
    const written = world.store.all('members').length;
    expect(written).toBeLessThan(ROSTER.length + NEW);
    await world.tick();
    expect(world.store.all('members')).toHaveLength(written);
    expect(college()?.rosterRunId).toBeNull();
    const { run } = dataOf(await world.call(ADMIN, 'teacher', 'rosterProgress', { runId }));
    expect(run.state).toBe('stopped');
    expect(run.done).toBeLessThan(run.total);
    expect(namedInRuns()).toEqual([]);
    // Asked to go on by somebody else it stays where it is.
    expect(dataOf(await world.call(ADMIN, 'teacher', 'rosterApply', { runId })).run.state).toBe('stopped');
    expect(world.store.all('members')).toHaveLength(written);
  });

  it('is completed by the same table, sent again by who may', async () => {
    await world.tick();
    const { run } = dataOf(await upload(world, ADMIN, university.collegeId, await sheet(rows)));
    expect(run.badCells).toBe(0);
    expect(run.unchanged).toBeGreaterThan(0);
    dataOf(await world.call(ADMIN, 'teacher', 'rosterApply', { runId: run.id }));
    expect(world.store.all('members')).toHaveLength(ROSTER.length + NEW);
  });

  it('is removed with its rows like every other', async () => {
    await world.tick();
    world.world.now += ROSTER_RUN.keptMs;
    await world.tick();
    expect([...world.store.all('rosterRuns'), ...world.store.all('rosterParts')]).toEqual([]);
  });
});
