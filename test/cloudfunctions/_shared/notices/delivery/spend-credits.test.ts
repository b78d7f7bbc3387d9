import { NO_CREDITS } from '../../../../../cloudfunctions/_shared/notices/credits';
import {
  refusedSpending,
  spend,
  Spending,
} from '../../../../../cloudfunctions/_shared/notices/delivery/spend-credits';
import { GRADUATE, giveCredits, openUniversity } from '../../../support/people';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
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

describe('what WeChat refuses', () => {
  const refused = { template: 'deadline', accountId: GRADUATE } as Notice;
  const accounts = () => {
    const credits = { ...NO_CREDITS, deadline: 2 };
    return new Map(world.store.all('accounts').map((account) => [account._id, { ...account, credits }]));
  };
  const takenOff = (notices: readonly Notice[], spent = new Spending()) =>
    refusedSpending(notices, accounts(), spent).groups();

  it('takes off all that the ledger had, once, however many messages are refused', () => {
    const all = [{ template: 'deadline', amount: 2, accountIds: [GRADUATE] }];
    expect(takenOff([refused])).toEqual(all);
    expect(takenOff([refused, refused, refused])).toEqual(all);
  });

  it('leaves out what the same batch has spent already', () => {
    expect(takenOff([refused, refused], spending(1))).toMatchObject([{ amount: 1 }]);
    expect(takenOff([refused], spending(2))).toEqual([]);
  });

  it('takes nothing from who is not known, or has none of this template', () => {
    expect(takenOff([{ ...refused, accountId: 'oNobody' }])).toEqual([]);
    expect(takenOff([{ ...refused, template: 'task' }])).toEqual([]);
  });
});
