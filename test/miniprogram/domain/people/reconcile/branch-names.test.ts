import { branchFinder } from '../../../../../miniprogram/domain/people/reconcile/branch-names';

const BRANCHES = [
  { id: 'a', name: '机制2201团支部' },
  { id: 'b', name: '机制2202团支部' },
  { id: 'c', name: '卓越机制2201团支部' },
  { id: 'd', name: '机械工程学院材控2201团支部' },
  { id: 'e', name: '1班团支部' },
  { id: 'f', name: '财务22团支部' },
];
const find = branchFinder(BRANCHES);

const named: [string, string | undefined][] = [
  ['机制2201团支部', 'a'],
  ['机制２２０１ 团支部', 'a'],
  ['机制2202支部委员会', 'b'],
  ['共青团远航大学机械工程学院机制2202支部委员会', 'b'],
  ['远航大学卓越机制2201团支部', 'c'],
  ['材控2201团支部', 'd'],
  ['机制2202', 'b'],
  ['共青团1班支部委员会', 'e'],
  ['中国共产主义青年团1班团支部', 'e'],
  ['远航大学财务22团支部', 'f'],
  // What all branches have stands at the ends of a name; within it, it is part of it.
  ['机制团支部2202', undefined],
  ['远航大学机械工程学院1班团支部', undefined],
  ['流动团员团支部', undefined],
  ['团支部', undefined],
];
it.each(named)('takes “%s” for %s', (name, id) => {
  expect(find(name)?.id).toBe(id);
});

it('takes no branch where two are meant equally well', () => {
  const twice = branchFinder([
    { id: 'a', name: '一院机制2201团支部' },
    { id: 'b', name: '二院机制2201团支部' },
  ]);
  expect(twice('机制2201团支部')).toBeUndefined();
});

it('takes the branch that is written the same before those that only mean the same', () => {
  const alike = branchFinder([
    { id: 'a', name: '机制2201团支部' },
    { id: 'b', name: '机制2201团总支部' },
  ]);
  expect([alike('机制2201团支部')?.id, alike('机制2201团总支部')?.id]).toEqual(['a', 'b']);
  expect(alike('机制2201支部委员会')).toBeUndefined();
});

it('takes a name that says nothing but that it is a branch for none', () => {
  expect(branchFinder([{ id: 'a', name: '团支部' }])('支部委员会')).toBeUndefined();
});

describe('spellings that rosters had', () => {
  const learned = branchFinder([
    { id: 'a', name: '软件工程2201团支部', aliases: ['软工2201团支部', '软件2202团支部'] },
    { id: 'b', name: '软件2202团支部', aliases: [] },
  ]);

  it.each([
    ['软工2201团支部', 'a'],
    ['共青团远航大学软工2201支部委员会', 'a'],
    ['远航大学软件工程2201团支部', 'a'],
  ])('takes “%s” for %s', (name, id) => {
    expect(learned(name)?.id).toBe(id);
  });

  it('takes a branch by what it is called before one that was called so once', () => {
    expect(learned('软件2202团支部')?.id).toBe('b');
  });

  it('takes none where the whole name may mean either', () => {
    expect(learned('共青团远航大学软件2202支部委员会')).toBeUndefined();
  });
});
