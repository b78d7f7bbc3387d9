import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { phone } from './support/mount';

/** What a script registers: the handlers of a page stand beside its data, those of a component in `methods`. */
interface Options {
  readonly methods?: object;
}

const HANDLER = /(?:bind|catch):?[a-z-]+="([a-z]\w*)"/gi;
const INCLUDED = /<include src="([^"]+)"/g;

const screens = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'))
  .map((file) => path.join('miniprogram', file.replace(/\.wxml$/, '')))
  .filter((screen) => existsSync(`${screen}.ts`));

const namedIn = (template: string): string[] => {
  const text = readFileSync(template, 'utf8');
  const beside = [...text.matchAll(INCLUDED)].map(([, at = '']) => path.join(path.dirname(template), at));
  return [...[...text.matchAll(HANDLER)].map(([, name = '']) => name), ...beside.flatMap(namedIn)];
};

let registered: Options = {};

const handlersOf = (screen: string): string[] => {
  registered = {};
  jest.requireActual(path.resolve(`${screen}.ts`));
  return [...Object.keys(registered), ...Object.keys(registered.methods ?? {})];
};

it('every handler a template names is there', () => {
  phone();
  const take = (options: Options) => void (registered = options);
  Object.assign(globalThis, { Page: take, Component: take });
  const missing = screens.flatMap((screen) => {
    const handlers = new Set(handlersOf(screen));
    return namedIn(`${screen}.wxml`).flatMap((name) => (handlers.has(name) ? [] : [`${screen}: ${name}`]));
  });
  expect(screens.length).toBeGreaterThan(80);
  expect(missing).toEqual([]);
});
