import path from 'node:path';

interface TestFile {
  readonly path: string;
}
const { arranged } = jest.requireActual<{ arranged(tests: readonly TestFile[]): TestFile[] }>(
  path.resolve(__dirname, '../../../tools/build/test-order'),
);

const ordered = (...files: string[]): string[] =>
  arranged(files.map((file) => ({ path: `/project/test/${file}` }))).map((file) =>
    file.path.replace('/project/test/', ''),
  );

it('sets files that compute beside those that drive the browser, by the time each takes', () => {
  expect(
    ordered(
      'miniprogram/domain/a.test.ts',
      'cloudfunctions/kill.test.ts',
      'journeys/branch.test.ts',
      'journeys/every-page/first.test.ts',
      'tools/simulate/simulate.test.ts',
    ),
  ).toEqual([
    'journeys/every-page/first.test.ts',
    'tools/simulate/simulate.test.ts',
    'cloudfunctions/kill.test.ts',
    'miniprogram/domain/a.test.ts',
    'journeys/branch.test.ts',
  ]);
});

it('leaves out no file and names none twice, whichever kind ends first', () => {
  const files = ['journeys/a.test.ts', 'journeys/b.test.ts', 'glossary.test.ts', 'tools/shots/frame.test.ts'];
  expect(ordered(...files).sort()).toEqual([...files].sort());
  expect(ordered('glossary.test.ts')).toEqual(['glossary.test.ts']);
});
