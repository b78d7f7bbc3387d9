import { scoreOf, survivorsOf, type Outcome } from '../../../tools/mutate/report';
import { mutatedBy, testsOf } from '../../../tools/mutate/scope';

const outcome = (status: string, line = 1, fileName = '/house/a.ts'): Outcome => ({
  status,
  fileName,
  location: { start: { line, column: 3 } },
  mutatorName: 'EqualityOperator',
  replacement: 'a\n  > b',
});

test.each([
  ['miniprogram/domain/calendar', 'miniprogram/domain/calendar/**/*.ts', 'miniprogram/domain/calendar'],
  ['./miniprogram/domain/calendar/', 'miniprogram/domain/calendar/**/*.ts', 'miniprogram/domain/calendar'],
  ['miniprogram/domain/calendar/age.ts', 'miniprogram/domain/calendar/age.ts', 'miniprogram/domain/calendar'],
])('%s changes %s and asks the tests that mirror it', (target, mutated, mirrored) => {
  expect(mutatedBy(target)).toBe(mutated);
  expect(testsOf(target, [])).toMatchObject({
    roots: [`<rootDir>/test/${mirrored}`],
    testMatch: [`<rootDir>/test/${mirrored}/**/*.test.ts`],
  });
});

it('asks further tests where they are named, a folder or a file', () => {
  const { roots, testMatch } = testsOf('tools/roster', ['test/tools/admin/', './test/tools/admin/a.test.ts']);
  expect(roots).toEqual(['<rootDir>/test/tools/roster', '<rootDir>/test/tools/admin']);
  expect(testMatch.slice(1)).toEqual([
    '<rootDir>/test/tools/admin/**/*.test.ts',
    '<rootDir>/test/tools/admin/a.test.ts',
  ]);
});

test.each([
  ['half of them', ['Killed', 'Survived'], 50],
  ['one that hung as noticed', ['Timeout', 'Killed'], 100],
  ['one that no test runs as unnoticed', ['Killed', 'NoCoverage'], 50],
  ['none that failed on its own', ['Killed', 'RuntimeError', 'Ignored'], 100],
  ['nothing at all as no score', [], 0],
])('counts %s', (_what, statuses, score) => {
  expect(scoreOf(statuses.map((status) => outcome(status)))).toBe(score);
});

it('lists what nobody noticed by file and line, on one line each', () => {
  const outcomes = [outcome('NoCoverage', 2, '/house/b.ts'), outcome('Survived', 9), outcome('Survived', 4)];
  expect(survivorsOf([...outcomes, outcome('Killed')], '/house')).toEqual([
    'a.ts:4:3  EqualityOperator: a > b',
    'a.ts:9:3  EqualityOperator: a > b',
    'b.ts:2:3  EqualityOperator: a > b (no test runs it)',
  ]);
});
