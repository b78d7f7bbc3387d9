import { readFileSync } from 'node:fs';

/** WeChat draws its bars by theme.json and reads no stylesheet: whoever changes a colour changes it in both. */
const TOKEN_OF = {
  bar: '--c-card',
  hero: '--c-hero',
  page: '--c-page',
  tab: '--c-ink-3',
  tabOn: '--c-brand-text',
} as const;

const [light = '', dark = ''] = readFileSync('miniprogram/tokens.wxss', 'utf8').split(
  '@media (prefers-color-scheme: dark)',
);
const theme = JSON.parse(readFileSync('miniprogram/theme.json', 'utf8'));

/** The colour behind a token, through the names it is given by. */
const colourOf = (token: string, sheets: readonly string[]): string => {
  const value = sheets.map((sheet) => new RegExp(`${token}:\\s*([^;]+);`).exec(sheet)?.[1]).find(Boolean);
  const name = /^var\((--[\w-]+)\)$/.exec(value ?? '')?.[1];
  return name ? colourOf(name, sheets) : (value ?? `no ${token}`);
};

describe.each([
  { look: 'light', sheets: [light] },
  { look: 'dark', sheets: [dark, light] },
])('$look', ({ look, sheets }) => {
  it.each(Object.entries(TOKEN_OF))('%s of theme.json is %s', (name, token) => {
    expect(theme[look][name]).toBe(colourOf(token, sheets));
  });
});
