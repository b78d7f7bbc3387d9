import { existsSync, readFileSync } from 'node:fs';

/** The rows of the table under a heading: what to change, and the files that are named for it. */
const changesUnder = (heading: string) => {
  const section = readFileSync('CONTRIBUTING.md', 'utf8').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0];
  const rows = section?.split('\n').filter((line) => /^\| (?!想改|-)/.test(line)) ?? [];
  return rows.map((row) => {
    const [, what = '', where = ''] = row.split('|').map((cell) => cell.trim());
    return {
      what,
      paths: [...where.matchAll(/`((?:miniprogram|cloudfunctions)\/[^`]*)`/g)].map(([, at = '']) => at),
    };
  });
};

const HEADINGS = ['常见的十种改动', '也常有的改动'];

it('tells a newcomer of ten changes, as its heading says, and of as many others', () => {
  const [usual = [], others = []] = HEADINGS.map(changesUnder);
  expect(usual).toHaveLength(10);
  expect(others.length).toBeGreaterThanOrEqual(10);
});

it.each(HEADINGS.flatMap(changesUnder))(
  'leads to files that are there, three at most: $what',
  ({ paths }) => {
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.length).toBeLessThanOrEqual(3);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  },
);
