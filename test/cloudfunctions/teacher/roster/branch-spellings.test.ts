/** Which names of branches are proposed as one, and which never are. */
import { alikeBranches } from '../../../../cloudfunctions/teacher/roster/branch-spellings';

const isProposed = (...names: string[]): boolean =>
  alikeBranches(names.map((name) => ({ name, branchId: null, rows: 30, people: 0 }))).length > 0;

it.each([
  ['软件22级1班', '软件22-1班'],
  ['软件2022级1班', '软件2201班团支部'],
  ['软件二二零一班', '软件2201班'],
  ['软工2201班', '软件工程2201班'],
])('%s and %s are one', (one, other) => {
  expect(isProposed(one, other)).toBe(true);
});

it.each([
  ['软件2201班', '软件2202班'],
  ['软件221-5班', '软件21级5班'],
  ['软件22级123班', '软件22123班'],
  ['软件22级1班2组', '软件22级1班'],
  ['机制2201班', '机电2201班'],
])('%s and %s are two', (one, other) => {
  expect(isProposed(one, other)).toBe(false);
});
