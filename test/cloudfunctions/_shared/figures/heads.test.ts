import { emptyHeadcount, withHeadMove } from '../../../../cloudfunctions/_shared/store/headcount';
import { headsOf, readKept, recountHeads } from '../../../../cloudfunctions/_shared/transfers/figures/heads';
import type { RecordOf } from '../../../../cloudfunctions/_shared/store/records';
import { openHeadcounts } from '../../../../tools/admin/headcounts';
import { HOUR_MS, MINUTE_MS as MINUTE } from '../../../../miniprogram/domain/calendar/china-time';
import { GRADUATE, openUniversity, TEACHER, type University } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const college = (): RecordOf<'colleges'> => {
  const own = world.store.all('colleges').find(({ _id }) => _id === university.collegeId);
  if (!own) throw new Error('the college is there');
  return own;
};
const ports = () => ({ store: world.store, clock: { now: () => world.world.now } });
const kept = async () => headsOf(ports(), college(), await readKept(ports(), [university.collegeId]));
const count = () => world.store.all('headcounts').find(({ _id }) => _id === university.collegeId);
const member = () => {
  const found = world.store.all('members').find(({ accountId }) => accountId === GRADUATE);
  if (!found) throw new Error('the graduate is signed in');
  return found;
};
/** The person is unbound, as the teacher does it. */
const unbind = async (): Promise<void> => {
  const before = member();
  await world.store.transact(async (tx) => {
    await tx.get('members', before._id);
    tx.put('members', withHeadMove(before, { ...before, accountId: null }, world.world.now));
    return { ok: true, data: undefined };
  });
};
const bind = async (before: RecordOf<'members'>): Promise<void> => {
  await world.store.transact(async (tx) => {
    const stored = await tx.get('members', before._id);
    if (stored) tx.put('members', withHeadMove(stored, { ...stored, accountId: GRADUATE }, world.world.now));
    return { ok: true, data: undefined };
  });
};
const wrong = (): string[] => {
  const look = openHeadcounts(world.world.now);
  for (const name of ['members', 'colleges', 'headcounts'] as const)
    for (const record of world.store.all(name)) look.keep(name, record);
  return look.wrong();
};
const breakCounter = async (): Promise<void> => {
  await world.store.changeAll(
    'headcounts',
    { _id: { in: [university.collegeId] } },
    { add: { bind: 7, version: 1 } },
  );
};
const unbound = () => world.store.all('members').filter(({ accountId }) => accountId === null).length;
const later = (ms: number): void => void (world.world.now += ms);

it('counts the roster once and follows the steps from then on', async () => {
  const before = await kept();
  await unbind();
  const after = await kept();
  expect([after.bind - before.bind, after.login - before.login]).toEqual([1, -1]);
  expect((await recountHeads(ports(), college())).isRepaired).toBe(false);
});

it('counts a step once that comes between the counting and the keeping', async () => {
  const { count } = world.store;
  let hasMet = false;
  const store = {
    ...world.store,
    count: async (...asked: Parameters<typeof count>) => {
      const found = await count(...asked);
      if (!hasMet) {
        hasMet = true;
        await unbind();
      }
      return found;
    },
  };
  await recountHeads({ ...ports(), store: store as typeof world.store }, college());
  const { bind } = await kept();
  expect(bind).toBe(unbound());
  expect(wrong()).toEqual([]);
});

it('counts anew when the roster has changed', async () => {
  await kept();
  await breakCounter();
  const { collegeId } = university;
  await world.store.changeAll('colleges', { _id: { in: [collegeId] } }, { add: { rosterVersion: 1 } });
  await kept();
  expect(wrong()).toEqual([]);
});

it('is found wrong by the operator’s check, and put right by the teacher’s recount', async () => {
  await kept();
  expect(wrong()).toEqual([]);
  await breakCounter();
  expect(wrong()).toEqual([university.collegeId]);
  expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(1);
  expect(wrong()).toEqual([]);
});

it('finds a move in the count it came before, and beside the one it came after', async () => {
  const before = await kept();
  const person = member();
  later(10 * MINUTE);
  await unbind();
  later(MINUTE);
  await bind(person);
  // The move of eleven minutes ago is counted in, that of this minute is not settled yet.
  later(25 * MINUTE);
  await kept();
  later(10 * MINUTE);
  await unbind();
  later(30 * MINUTE);
  const after = await kept();
  expect([after.bind - before.bind, after.login - before.login]).toEqual([1, -1]);
  expect(wrong()).toEqual([]);
});

it('brings the count forward where nobody looked for long, without counting anybody', async () => {
  await kept();
  later(5 * HOUR_MS);
  await unbind();
  later(5 * HOUR_MS);
  const counting = jest.spyOn(world.store, 'count');
  expect((await kept()).bind).toBe(unbound());
  expect(counting).not.toHaveBeenCalled();
  expect(count()?.asOf).toBe(world.world.now - 2 * MINUTE);
});

it('counts anew where moves may be forgotten, or the clock was put back', async () => {
  await kept();
  await breakCounter();
  later(3 * 24 * HOUR_MS);
  expect((await kept()).bind).toBe(unbound());
  await breakCounter();
  later(-4 * 24 * HOUR_MS);
  expect((await kept()).bind).toBe(unbound());
});

it('is not misled by what the shards of an earlier release are still there', async () => {
  const { collegeId } = university;
  await world.store.insertMissing('headcounts', [{ ...emptyHeadcount(collegeId), _id: `${collegeId}:0` }]);
  expect((await kept()).bind).toBe(unbound());
});
