import { existsSync, readFileSync } from 'node:fs';

const rows = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('常见的十种改动')[1]
  ?.split('\n## ')[0]
  ?.split('\n')
  .filter((line) => /^\| (?!想改|-)/.test(line));

const changes = (rows ?? []).map((row) => {
  const [, what = '', where = ''] = row.split('|').map((cell) => cell.trim());
  return {
    what,
    paths: [...where.matchAll(/`((?:miniprogram|cloudfunctions)\/[^`]*)`/g)].map(([, at = '']) => at),
  };
});

it('tells a newcomer of ten changes', () => {
  expect(changes).toHaveLength(10);
});

it.each(changes)('leads to files that are there, three at most: $what', ({ paths }) => {
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.length).toBeLessThanOrEqual(3);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
