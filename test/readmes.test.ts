/** What the READMEs name is there: paths, scripts, links, tests, dependencies. Whether a sentence is true takes a reader. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOMS = ['miniprogram', 'cloudfunctions', 'tools', 'test', 'typings'];

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'README.md' && !/node_modules|miniprogram_npm/.test(file))
      .map((file) => path.join(room, file)),
  ),
].map((file) => ({ file, folder: path.dirname(file), text: readFileSync(file, 'utf8') }));

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}
const { scripts, dependencies, devDependencies, overrides } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Package;

/** What stands between backticks, the fences of blocks aside. */
const namedIn = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, named = '']) => named);

/** From the root, from where the README stands, or from the house around it. */
const basesOf = (folder: string): readonly string[] => ['', folder, path.join(folder, '..')];

/** A path whose first folder there is: what only the build makes, or an example, begins with none. */
const pathsIn = (text: string, folder: string): string[] =>
  namedIn(text).filter((named) => {
    const [first = '', ...rest] = named.split('/');
    const isPlain = /^[\w./-]+$/.test(named) && rest.join('') !== '' && !/^\.?$/.test(first);
    return (
      isPlain &&
      !['dist', 'node_modules'].includes(first) &&
      basesOf(folder).some((base) => existsSync(path.join(base, first)))
    );
  });

const isThere = (named: string, folder: string): boolean =>
  basesOf(folder).some((base) => existsSync(path.join(base, named)));

describe.each(DOCUMENTS)('$file', ({ folder, text }) => {
  it('names paths that are there', () => {
    expect(pathsIn(text, folder).filter((named) => !isThere(named, folder))).toEqual([]);
  });

  it('links to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !existsSync(path.join(folder, link.split('#')[0] ?? '')));
    expect(broken).toEqual([]);
  });

  it('names commands that package.json has', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map(([, script = '']) => script);
    expect(
      named.filter(
        (script) =>
          !(script in scripts) &&
          !Object.keys(scripts).some((one) => one.startsWith(script) && script.endsWith(':')),
      ),
    ).toEqual([]);
  });

  it('names tests that are there', () => {
    const named = [...text.matchAll(/npx jest ((?:test\/[\w./-]+ ?)+)/g)].flatMap(([, tests = '']) =>
      tests.trim().split(' '),
    );
    expect(named.filter((one) => !existsSync(one) && !existsSync(`${one}.test.ts`))).toEqual([]);
  });
});

describe('the list of dependencies', () => {
  const { text = '' } = DOCUMENTS.find(({ file }) => file === 'CONTRIBUTING.md') ?? {};
  const reasons = new Set(namedIn(text.split('\n## Dependencies')[1] ?? ''));
  const used = Object.keys({ ...dependencies, ...devDependencies, ...overrides });

  it('gives each its reason', () => {
    const missing = used.filter((name) => !reasons.has(name) && !name.startsWith('@types/'));
    expect(missing).toEqual([]);
  });

  it('gives no reason for what is gone', () => {
    const isName = (named: string) => /^(@[\w-]+\/)?[a-z][\w-]*$/.test(named) && named !== 'overrides';
    expect([...reasons].filter(isName).filter((name) => !used.includes(name))).toEqual([]);
  });

  it('holds exact versions alone', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
