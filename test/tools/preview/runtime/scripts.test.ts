import { Scripts } from '../../../../tools/preview/runtime/scripts';

const UNITS = [
  { path: 'parts/icon', uses: {} },
  { path: 'parts/card', uses: { icon: '/parts/icon' } },
  { path: 'pages/list', uses: { card: '/parts/card' }, generics: { row: { default: '/parts/row' } } },
  { path: 'parts/row', uses: { list: '/parts/tree' } },
  { path: 'parts/tree', uses: { row: '/parts/row' } },
  { path: 'pages/other', uses: { icon: '/parts/icon' } },
].map(({ path, uses, generics }) => ({
  path,
  staticConfig: { usingComponents: uses, componentGenerics: { any: true, ...generics } },
  templates: 0,
}));

const opened = (broken = ''): { scripts: Scripts; ran: string[] } => {
  const ran: string[] = [];
  const guard = (script: () => unknown): void => {
    try {
      script();
    } catch {
      ran.push('reported');
    }
  };
  const script = (path: string) => (): void => {
    if (path === broken) throw new Error(path);
    ran.push(path);
  };
  const paths = ['app', ...UNITS.map(({ path }) => path)];
  return {
    scripts: new Scripts(
      paths.map((path) => [path, script(path)] as const),
      UNITS,
      guard,
    ),
    ran,
  };
};

it('runs what a page may show before the page, parts first, and nothing of other pages', () => {
  const { scripts, ran } = opened();
  scripts.runFor('pages/list');
  expect(ran).toEqual(['parts/icon', 'parts/card', 'parts/tree', 'parts/row', 'pages/list']);
});

it('runs each script once', () => {
  const { scripts, ran } = opened();
  scripts.runFor('pages/list');
  scripts.runFor('pages/list');
  scripts.runFor('pages/other');
  expect(ran.filter((path) => path === 'parts/icon')).toHaveLength(1);
  expect(ran.at(-1)).toBe('pages/other');
});

it('goes on after a script that throws', () => {
  const { scripts, ran } = opened('parts/card');
  scripts.runFor('pages/list');
  expect(ran).toEqual(['parts/icon', 'reported', 'parts/tree', 'parts/row', 'pages/list']);
});

it('runs all of them in the order of the build where none waits for its page', () => {
  const { scripts, ran } = opened();
  scripts.runAll();
  expect(ran).toEqual(['app', ...UNITS.map(({ path }) => path)]);
});

it('has nothing to run for a path the mini-program does not have', () => {
  const { scripts, ran } = opened();
  scripts.runFor('pages/gone');
  expect(ran).toEqual([]);
});
