/** What was typed: whatever would change nothing or is meant for something else is refused before anything is done. */
import { readArguments, type Form } from '../../../tools/admin/arguments';
import { COMMANDS, USAGE } from '../../../tools/admin/commands';

const URL_OF = ['--url', 'http://127.0.0.1:7700/admin'];
const read = (...args: string[]) => readArguments(args, COMMANDS);

const refused: [string, string[], string][] = [
  ['no command', [], '没有说要做什么。'],
  ['an unknown command', ['tidy', ...URL_OF], '没有 tidy 这个命令。'],
  ['what every object knows', ['toString', ...URL_OF], '没有 toString 这个命令。'],
  ['an unknown option', ['check', '--fast'], '没有 --fast 这个选项。'],
  ['an unknown letter', ['check', '-f'], '没有 -f 这个选项。'],
  ['an option without its value', ['backup', '--dir', ...URL_OF], '--dir 后面要有值。'],
  ['a switch with a value', ['restore', '--replace=yes'], '--replace 后面不能有值。'],
  [
    'a folder without its option',
    ['backup', 'here', 'there', ...URL_OF],
    '多写了 here there：目录和文件写在 --dir、--file 后面。',
  ],
  [
    'an option that would be ignored',
    ['migrate', '--dry-run', ...URL_OF],
    'migrate 不用 --dry-run：去掉它再运行，这次什么都没有做。',
  ],
  [
    'an environment for what needs none',
    ['verify', '--dir', 'd', '--env', 'e'],
    'verify 不用 --env：去掉它再运行，这次什么都没有做。',
  ],
  ['a missing option', ['backup', ...URL_OF], 'backup 缺少 --dir。'],
  ['one of two missing options', ['import', '--collection', 'members', ...URL_OF], 'import 缺少 --file。'],
  ['an option with nothing in it', ['purge', '--season', '', ...URL_OF], 'purge 缺少 --season。'],
  [
    'no environment',
    ['check'],
    '没有说是哪个环境：加 --env 环境ID，或本机的 --url http://127.0.0.1:7700/admin。',
  ],
  [
    'no address',
    ['check', '--url', 'here'],
    '--url 不是一个网址：here。本机的模拟器是 http://127.0.0.1:7700/admin。',
  ],
];
it.each(refused)('refuses %s in one sentence', (_what, args, words) => {
  expect(() => read(...args)).toThrow(new Error(words));
});

it('takes what a command needs and may have, for the named environment', () => {
  expect(read('purge', '--season', '2027', '--dry-run', '--env', 'prod-1')).toEqual({
    command: 'purge',
    values: { season: '2027', 'dry-run': true, env: 'prod-1' },
  });
  expect(read('check', ...URL_OF)).toEqual({ command: 'check', values: { url: URL_OF[1] } });
});

it('needs no environment for what works on a folder alone', () => {
  expect(read('verify', '--dir', 'd')).toEqual({ command: 'verify', values: { dir: 'd' } });
});

it('needs of every command what its usage names without brackets, and takes what stands in them', () => {
  const optionsIn = (text: string) => [...text.matchAll(/--([\w-]+)/g)].map(([, option]) => option);
  for (const [command, { shape, needs, may }] of Object.entries(COMMANDS))
    expect([command, needs, may]).toEqual([
      command,
      optionsIn(shape.replace(/\[.*?\]/g, '')),
      optionsIn((shape.match(/\[.*?\]/g) ?? []).join(' ')),
    ]);
});

it('tells each command from its options, and all descriptions stand below one another', () => {
  const lines = USAGE.split('\n').filter((line) => line.startsWith('  '));
  expect(lines).toHaveLength(Object.keys(COMMANDS).length);
  for (const line of lines) expect(Object.keys(COMMANDS)).toContain(line.trim().split(' ')[0]);
  const columns = lines.map((line) => {
    const { says } = COMMANDS[line.trim().split(' ')[0] ?? ''] ?? { says: '' };
    return line.slice(0, line.indexOf(says)).replace(/[^\x00-\xff]/g, '  ').length;
  });
  expect(new Set(columns).size).toBe(1);
});

it('takes every option that a command says it takes', () => {
  const switches = ['replace', 'remove', 'dry-run', 'leave-unopened'];
  for (const [command, { needs, may, offline }] of Object.entries<Form>(COMMANDS)) {
    const typed = [...needs, ...may].flatMap((option) =>
      switches.includes(option) ? [`--${option}`] : [`--${option}`, 'x'],
    );
    expect(Object.keys(read(command, ...typed, ...(offline ? [] : URL_OF)).values)).toEqual(
      expect.arrayContaining([...needs, ...may]),
    );
  }
});
