import { readdirSync, readFileSync } from 'node:fs';

const filesOf = (room: string): { name: string; text: string }[] =>
  readdirSync(`miniprogram/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(`miniprogram/${room}/${name}`, 'utf8') }));

const usesWeChat = (text: string): boolean => /(?<![\w.])wx\./.test(text.replace(/\/\*[\s\S]*?\*\//g, ''));
const asks = (text: string): boolean => /from '(\.\/[\w-]+|\.\.\/services\/ask-cloud)';$/m.test(text);

/** What does not is no service: it belongs to the domain, the memory, `asking` or the page it is for. */
it('a service touches WeChat itself', () => {
  const files = filesOf('services');
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(({ text }) => !usesWeChat(text)).map(({ name }) => name)).toEqual([]);
});

it('what stands in asking asks the cloud, by the one caller or by a neighbour', () => {
  const files = filesOf('asking');
  expect(files.filter(({ text }) => !asks(text)).map(({ name }) => name)).toEqual([]);
});

it.each(['domain', 'contract', 'rulebooks', 'memory', 'asking'])('nothing in %s knows WeChat', (room) => {
  const files = filesOf(room);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ text }) => usesWeChat(text)).map(({ name }) => name)).toEqual([]);
});
