import { keyTable, ledFrom, UP_AND_DOWN } from '../../../miniprogram/loading/keys';

describe('the table of a page', () => {
  const { words, actOf } = keyTable([
    { cap: 'J K', word: '上下一条', acts: UP_AND_DOWN },
    { cap: '⇧A', word: '批准勾选的', acts: { 'shift+a': 'batch' } },
  ]);

  it('says of each row what its keys do', () => {
    expect(words).toEqual([
      { cap: 'J K', word: '上下一条' },
      { cap: '⇧A', word: '批准勾选的' },
    ]);
  });

  it.each([
    ['j', false, 'next'],
    ['arrowup', false, 'previous'],
    ['a', true, 'batch'],
    ['a', false, undefined],
    ['j', true, undefined],
    ['q', false, undefined],
  ] as const)('of %s, shift %s, knows %s', (name, shift, act) => {
    expect(actOf({ name, shift })).toBe(act);
  });
});

describe('a list', () => {
  it.each([
    ['', 'next', 'a'],
    ['', 'previous', 'a'],
    ['a', 'next', 'b'],
    ['c', 'next', 'c'],
    ['c', 'previous', 'b'],
    ['a', 'previous', 'a'],
    ['gone', 'next', 'a'],
  ] as const)('leads from %s by %s to %s', (current, act, led) => {
    expect(ledFrom(['a', 'b', 'c'], current, act)).toBe(led);
  });

  it('leads nowhere where nobody is listed', () => {
    expect(ledFrom([], '', 'next')).toBe('');
  });
});
