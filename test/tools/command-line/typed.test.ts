/** What was typed behind a command: a mistake is answered by a sentence and by how the command is typed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Mistyped, readTyped, reportFailure, wholeNumber } from '../../../tools/command-line/typed';

const USAGE = '用法：npm run thing -- [--runs 几轮] [--fresh]';
const OPTIONS = { runs: { type: 'string', default: '3' }, fresh: { type: 'boolean' } } as const;
const read = (...args: string[]) => readTyped({ usage: USAGE, options: OPTIONS }, args);

it('gives the options, and names where the command takes some', () => {
  expect(read('--fresh')).toEqual({ values: { runs: '3', fresh: true }, names: [] });
  expect(readTyped({ usage: USAGE, takesNames: true }, ['home', 'track']).names).toEqual(['home', 'track']);
});

it.each([
  ['an unknown option', ['--fast'], '没有 --fast 这个选项。'],
  ['an unknown letter', ['-f'], '没有 -f 这个选项。'],
  ['an option without its value', ['--runs'], '--runs 后面要有值。'],
  ['an option whose value is the next option', ['--runs', '--fresh'], '--runs 后面要有值。'],
  ['a switch with a value', ['--fresh=yes'], '--fresh 后面不能有值。'],
  ['a name where none is taken', ['home'], '多写了 home：这里只认选项。'],
])('answers %s by a sentence and the usage', (_what, args, sentence) => {
  expect(() => read(...args)).toThrow(new Mistyped(`${sentence}\n${USAGE}`));
});

it('prints the usage for --help, does nothing else and counts as a success', () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  expect(() => read('--runs', '5', '--help')).toThrow('ended');
  expect(printed.mock.calls).toEqual([[USAGE]]);
  expect(exit).toHaveBeenCalledWith(0);
});

it.each(['abc', '', '-1', '1.5', '0', '1e3', ' 7', '8'])(
  'takes no %p for a whole number of 1 to 7',
  (typed) => {
    expect(() => wholeNumber('runs', typed, { least: 1, most: 7 })).toThrow(
      new Mistyped(`--runs 要是1 到 7 的整数，不是 ${typed}。`),
    );
  },
);

it('takes the ends of the range, and any number where it has no upper end', () => {
  expect(wholeNumber('runs', '1', { most: 7 })).toBe(1);
  expect(wholeNumber('runs', '7', { most: 7 })).toBe(7);
  expect(wholeNumber('runs', '100000')).toBe(100_000);
  expect(() => wholeNumber('runs', '0')).toThrow(new Mistyped('--runs 要是不小于 1 的整数，不是 0。'));
});

it('shows of a mistake the sentence alone, and of a fault all that helps to find it', () => {
  const shown = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const fault = new Error('a fault');
  reportFailure(new Mistyped('一句话。'));
  reportFailure(fault);
  expect(shown.mock.calls).toEqual([['一句话。'], [fault]]);
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});

describe('commands of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const sources = Object.values(scripts).flatMap((script) => /^tsx (\S+)$/.exec(script)?.[1] ?? []);

  /** `npm run admin` has commands of its own and says more about each. */
  const WITH_COMMANDS = 'tools/admin/main.ts';

  it.each(sources.filter((source) => source !== WITH_COMMANDS))('%s says how it is typed', (source) => {
    const name = Object.entries(scripts).find(([, script]) => script === `tsx ${source}`)?.[0] ?? '';
    const text = readFileSync(source, 'utf8');
    expect(text).toContain(`用法：npm ${name === 'start' ? '' : 'run '}${name}`);
    expect(text).toMatch(/readTyped\(/);
  });

  it('read what was typed in one way', () => {
    const readers = readdirSync('tools', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
      .map((file) => path.posix.join('tools', file.replaceAll(path.sep, '/')))
      .filter((file) => /\bparseArgs\(/.test(readFileSync(file, 'utf8')));
    expect(readers.sort()).toEqual(['tools/admin/arguments.ts', 'tools/command-line/typed.ts']);
  });
});
