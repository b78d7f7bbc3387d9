import { besideOf } from '../../../../../miniprogram/packages/teacher/people/beside';

it.each([
  ['', 1, 'a'],
  ['', -1, 'a'],
  ['a', 1, 'b'],
  ['c', 1, 'c'],
  ['c', -1, 'b'],
  ['a', -1, 'a'],
  ['gone', 1, 'a'],
] as const)('leads from %s by %s to %s', (opened, step, next) => {
  expect(besideOf(['a', 'b', 'c'], opened, step)).toBe(next);
});

it('opens nobody where nobody is listed', () => {
  expect(besideOf([], '', 1)).toBe('');
});
