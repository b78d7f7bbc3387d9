import { existsSync, readdirSync, readFileSync } from 'node:fs';

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

it('what is built from a size of letters stands again where they are large', () => {
  const [usual = '', large = ''] = readFileSync('miniprogram/tokens.wxss', 'utf8').split('.large {');
  const built = usual.match(/--td-[\w-]+(?=:[^;]*var\(--(fs|lh|tap))/g) ?? [];
  expect(built.length).toBeGreaterThan(10);
  expect(built.filter((name) => !large.includes(`${name}:`))).toEqual([]);
});

const TDESIGN = 'node_modules/tdesign-miniprogram/miniprogram_dist';
/** Looks of buttons that no page uses. */
const UNUSED = /danger|ghost/;

interface Manifest {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

const namedIn = (file: string, path: RegExp): string[] => {
  const { usingComponents = {} } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.values(usingComponents).flatMap((used) => path.exec(used)?.[1] ?? []);
};

/** With the components those are made of. */
const withParts = (components: readonly string[]): string[] => {
  const all = new Set(components);
  for (const one of all) {
    const manifest = `${TDESIGN}/${one}/${one}.json`;
    if (existsSync(manifest)) namedIn(manifest, /^\.\.\/([\w-]+)\//).forEach((part) => all.add(part));
  }
  return [...all];
};

it('every colour that TDesign takes from its theme is one of ours: its own are not made for the dark', () => {
  const ours = new Set(light.match(/--td-[\w-]+(?=:)/g));
  const manifests = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.json') && !file.includes('miniprogram_npm'),
  );
  const used = withParts(
    manifests.flatMap((file) => namedIn(`miniprogram/${file}`, /^tdesign-miniprogram\/([\w-]+)\//)),
  );
  const theirs = used.flatMap((component) => {
    const sheet = `${TDESIGN}/${component}/${component}.wxss`;
    const chains = existsSync(sheet)
      ? (readFileSync(sheet, 'utf8').match(/(?<!,)var\(--td-[^;}]+/g) ?? [])
      : [];
    return chains
      .filter((chain) => /--td-(bg-color|border-level|brand-color|text-color|component)/.test(chain))
      .filter((chain) => !UNUSED.test(chain) && !chain.match(/--td-[\w-]+/g)?.some((name) => ours.has(name)))
      .map((chain) => `${component}: ${chain}`);
  });
  expect(used.length).toBeGreaterThan(10);
  expect(theirs).toEqual([]);
});
