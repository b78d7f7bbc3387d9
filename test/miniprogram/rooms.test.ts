import { readdirSync, readFileSync } from 'node:fs';

const filesOf = (room: string): { name: string; text: string }[] =>
  readdirSync(`miniprogram/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(`miniprogram/${room}/${name}`, 'utf8') }));

const usesWeChat = (text: string): boolean => /(?<![\w.])wx\./.test(text.replace(/\/\*[\s\S]*?\*\//g, ''));
const asksTheCloud = (text: string): boolean => /^import \{.*from '\.\/(call|ask-cloud)';$/m.test(text);

/** What does neither is no service: it belongs to the domain, the memory or the page it is for. */
it('a service asks WeChat or the cloud', () => {
  const others = filesOf('services').filter(({ text }) => !usesWeChat(text) && !asksTheCloud(text));
  expect(others.map(({ name }) => name)).toEqual([]);
});

it.each(['domain', 'contract', 'rulebooks', 'memory'])('nothing in %s knows WeChat', (room) => {
  const files = filesOf(room);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(({ text }) => usesWeChat(text)).map(({ name }) => name)).toEqual([]);
});
