import { BUDGET_OF, excessOf } from '../../../tools/bench/calls/budgets';

const cost = { requests: 0, writes: 0, roundTrips: 0, before: 2, inside: 3, documents: 5, after: 1 };

it('has a budget for every action', () => {
  expect(BUDGET_OF.get('graduate.submit')).toBeDefined();
  expect([...BUDGET_OF.values()].every(({ outside }) => outside > 0)).toBe(true);
});

it.each([
  ['kept', { outside: 3, inside: 3, documents: 5 }, []],
  ['exceeded before and after the transaction', { outside: 2, inside: 3, documents: 5 }, ['outside 3 of 2']],
  ['exceeded inside it', { outside: 3, inside: 2, documents: 4 }, ['inside 3 of 2', 'documents 5 of 4']],
] as const)('says what of a budget is %s', (_what, budget, excess) => {
  expect(excessOf(cost, budget)).toEqual(excess);
});
