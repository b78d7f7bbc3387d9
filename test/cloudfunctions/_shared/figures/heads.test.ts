import { moveHead } from '../../../../cloudfunctions/_shared/store/headcount';
import {
  headsOf,
  readShards,
  recountHeads,
} from '../../../../cloudfunctions/_shared/transfers/figures/heads';
import type { RecordOf } from '../../../../cloudfunctions/_shared/store/records';
import { openHeadcounts } from '../../../../tools/admin/headcounts';
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
const kept = async () => headsOf(world, college(), await readShards(world, [university.collegeId]));
const member = () => {
  const found = world.store.all('members').find(({ accountId }) => accountId === GRADUATE);
  if (!found) throw new Error('the graduate is signed in');
  return found;
};
/** A step that has moved on since: the person is unbound, the counter with them. */
const unbind = () =>
  world.store.transact(async (tx) => {
    const before = await tx.get('members', member()._id);
    const after = { ...member(), accountId: null };
    tx.put('members', after);
    moveHead(tx, before, after);
    return { ok: true, data: undefined };
  });
const wrong = (): string[] => {
  const look = openHeadcounts();
  for (const name of ['members', 'colleges', 'headcounts'] as const)
    for (const record of world.store.all(name)) look.keep(name, record);
  return look.wrong();
};
const breakCounter = async (): Promise<void> => {
  await world.store.changeAll(
    'headcounts',
    { _id: { in: [`${university.collegeId}:3`] } },
    { add: { bind: 7, version: 1 } },
  );
};

it('counts the roster once and follows the steps from then on', async () => {
  const before = await kept();
  await unbind();
  const after = await kept();
  expect([after.bind - before.bind, after.login - before.login]).toEqual([1, -1]);
  expect((await recountHeads(world, college())).isRepaired).toBe(false);
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
  await recountHeads({ store: store as typeof world.store }, college());
  const { bind } = await kept();
  expect(bind).toBe(world.store.all('members').filter(({ accountId }) => accountId === null).length);
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
  expect(wrong()).toEqual([`${university.collegeId}:0`]);
  expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(1);
  expect(wrong()).toEqual([]);
});
