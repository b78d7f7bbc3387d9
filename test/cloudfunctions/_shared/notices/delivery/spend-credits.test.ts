import { spend, Spending } from '../../../../../cloudfunctions/_shared/notices/delivery/spend-credits';
import { GRADUATE, giveCredits, openUniversity } from '../../../support/people';
import type { World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, GRADUATE, 1);
});

const spending = (amount: number): Spending => {
  const all = new Spending();
  all.add({ template: 'deadline', accountId: GRADUATE }, amount);
  return all;
};
const left = () => world.store.all('accounts').find(({ _id }) => _id === GRADUATE)?.credits.deadline;

it('takes what was spent', async () => {
  await spend(world.ports, spending(1));
  expect(left()).toBe(0);
});

it('never takes what is not there: of two senders at once the second leaves the ledger at nothing', async () => {
  await Promise.all([spend(world.ports, spending(1)), spend(world.ports, spending(1))]);
  expect(left()).toBe(0);
});

it('takes nothing from an account that has less', async () => {
  await spend(world.ports, spending(2));
  expect(left()).toBe(1);
});
