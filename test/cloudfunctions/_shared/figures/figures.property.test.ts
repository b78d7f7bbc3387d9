import fc from 'fast-check';
import { GRADUATE, openUniversity, TEACHER } from '../../support/people';
import { dataOf } from '../../support/world';
import { boardOf, expectBoard, expectParagraph, expectQueue, expectUniversity } from './board-agrees';
import { goByRulesWithEverything, PEOPLE, play, start, STARTS, step, type Who } from './histories';
import { expectBranch, expectPeople, expectReach, expectReconcile } from './people-agree';
import { recounted } from './recounted';
import { expectWorkbook } from './workbook-agrees';

it('keeps every figure right wherever it is read, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(step, { maxLength: 30 }), async (begun, steps) => {
      const { world, university } = await openUniversity();
      await goByRulesWithEverything(world);
      // Counted by index once; from here on by the steps alone.
      await boardOf(world);
      for (const deed of begun) await play(world, university, GRADUATE, deed);
      for (const { who, deed } of steps) await play(world, university, who, deed);
      const board = await boardOf(world);
      const expected = recounted(world);
      expectBoard(board, expected);
      expectParagraph(board, expected);
      await expectUniversity(world, university, expected);
      await expectQueue(world, expected);
      await expectPeople(world, expected);
      await expectBranch(world, expected);
      await expectReach(world, university, expected);
      await expectReconcile(world, university, expected);
      await expectWorkbook(world, expected);
      const recount = dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {}));
      expect(recount).toEqual({ transfers: expected.transfers.length, repaired: 0 });
    }),
    { numRuns: 10 + STARTS.length, examples: STARTS.map((begun): [typeof begun, never[]] => [begun, []]) },
  );
}, 180_000);

it('stays right when fifty steps meet', async () => {
  const { world, university } = await openUniversity();
  for (const who of Object.keys(PEOPLE) as Who[])
    for (const deed of ['choose employed', 'submit']) await play(world, university, who, deed);
  const rivals = Array.from({ length: 48 }, (_, index) => {
    const who = (Object.keys(PEOPLE) as Who[])[index % 3] ?? GRADUATE;
    return play(
      world,
      university,
      who,
      ['approve', 'return', 'accepted', 'withdraw'][index % 4] ?? 'approve',
    );
  });
  await Promise.all(rivals);
  expect((await boardOf(world)).byState).toEqual(recounted(world).byState);
  expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
});

it('mends counters that somebody broke by hand, and says so in the audit', async () => {
  const { world, university } = await openUniversity();
  for (const deed of ['choose employed', 'submit']) await play(world, university, GRADUATE, deed);
  const [tally] = world.store.all('tallies');
  if (!tally) throw new Error('a submission is counted');
  await world.store.transact(async (tx) => {
    tx.put('tallies', {
      ...tally,
      cells: [{ branchId: 'b-gone', state: 'accepted', wayId: 'employed', count: 7 }],
    });
    return { ok: true, data: undefined };
  });
  expect((await boardOf(world)).byState).not.toEqual(recounted(world).byState);
  const recount = dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {}));
  expect(recount).toEqual({ transfers: 1, repaired: 1 });
  expect((await boardOf(world)).byState).toEqual(recounted(world).byState);
  const audit = world.store.all('audits').find(({ action }) => action === 'recount-board');
  expect(audit?.facts).toEqual({ transfers: 1, repaired: 1 });
});
