import { pendingApprovals } from '../../../../miniprogram/domain/transfer/approving';

const college = { by: 'college' } as const;
const secretary = { by: 'secretary' } as const;

test.each([
  ['the college alone', ['college'], [], true, ['college']],
  ['the college, given', ['college'], [college], true, []],
  ['both, in the rulebook’s order', ['secretary', 'college'], [], true, ['secretary', 'college']],
  ['both, the secretary done', ['secretary', 'college'], [secretary], true, ['college']],
  ['both, with no secretary there', ['secretary', 'college'], [], false, ['college']],
  ['both, with no secretary there, given', ['secretary', 'college'], [college], false, []],
  ['the secretary alone', ['secretary'], [], true, ['secretary']],
  ['the secretary alone, given', ['secretary'], [secretary], true, []],
  ['the secretary alone, with none there', ['secretary'], [], false, ['college']],
  ['the secretary alone, given by the college in their place', ['secretary'], [college], false, []],
  ['the college first', ['college', 'secretary'], [college], true, ['secretary']],
] as const)('%s', (_, needed, given, hasSecretary, pending) => {
  expect(pendingApprovals({ needed, given }, hasSecretary)).toEqual(pending);
});
