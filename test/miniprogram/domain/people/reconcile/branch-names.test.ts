import { branchFinder } from '../../../../../miniprogram/domain/people/reconcile/branch-names';

const BRANCHES = [
  { id: 'a', name: '机制2201团支部' },
  { id: 'b', name: '机制2202团支部' },
  { id: 'c', name: '卓越机制2201团支部' },
  { id: 'd', name: '机械工程学院材控2201团支部' },
  { id: 'e', name: '1班团支部' },
];
const find = branchFinder(BRANCHES);

const named: [string, string | undefined][] = [
  ['机制2201团支部', 'a'],
  ['机制２２０１ 团支部', 'a'],
  ['机制2202支部委员会', 'b'],
  ['共青团远航大学机械工程学院机制2202支部委员会', 'b'],
  ['远航大学卓越机制2201团支部', 'c'],
  ['材控2201团支部', 'd'],
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
