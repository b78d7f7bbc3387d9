import { readdirSync, readFileSync } from 'node:fs';

const templates = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'))
  .map((file) => ({ file, text: readFileSync(`miniprogram/${file}`, 'utf8') }));

/** From `{{` to `}}`; braces in a text between quotes do not end it. */
const EXPRESSION = /\{\{(?:[^'"{}]|'[^']*'|[{}](?![{}]))*\}\}/g;

it('no text within an expression has braces of its own: they would be shown as they stand', () => {
  const found = templates.flatMap(({ file, text }) =>
    [...text.matchAll(EXPRESSION)]
      .filter(([expression]) => expression.includes('{{', 2))
      .map(([expression]) => `${file}: ${expression}`),
  );
  expect(templates.length).toBeGreaterThan(80);
  expect(found).toEqual([]);
});

/** In a bar a button at the side, and after it a column that begins with what is wrong. */
const OVER_ONE_BUTTON = /class="aside"[^]{0,600}?<view class="grow">\s*<view [^>]*aria-role="alert"/;

it('what is wrong stands over both buttons of a bar: over one of them it would push it out of line', () => {
  expect(templates.filter(({ text }) => OVER_ONE_BUTTON.test(text)).map(({ file }) => file)).toEqual([]);
});

const sheets = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxss') && !file.includes('miniprogram_npm'))
  .map((file) => ({ file, text: readFileSync(`miniprogram/${file}`, 'utf8') }));

it('on a row that is tinted because it is open, a tinted button has a ground of its own', () => {
  const lost = sheets.flatMap(({ file, text }) =>
    [...text.matchAll(/\.(?:current|opened) \{([^}]*)\}/g)]
      .filter(([, rules = '']) => rules.includes('background: var(--c-brand-tint)'))
      .filter(([, rules = '']) => !rules.includes('--td-button-light-bg-color'))
      .map(() => file),
  );
  expect(sheets.length).toBeGreaterThan(80);
  expect(lost).toEqual([]);
});

it('no sheet asks for a variable that nobody sets: what it is asked for would be left out', () => {
  const set = new Set(sheets.flatMap(({ text }) => text.match(/--[\w-]+(?=\s*:)/g) ?? []));
  const unset = sheets.flatMap(({ file, text }) =>
    [...text.matchAll(/var\((--(?!td-)[\w-]+)\)/g)]
      .filter(([, name = '']) => !set.has(name))
      .map(([, name]) => `${file}: ${name}`),
  );
  expect(unset).toEqual([]);
});
