import { readdirSync, readFileSync } from 'node:fs';

const ACTORS = ['graduate', 'secretary', 'teacher'] as const;

const DEFINED = /^ {2}(\w+): defineAction/gm;
const IMPORTED = /import \{([^}]+)\} from '\.\/([^/']+)\//g;

/** Which slice of the contract each action of an actor is written in. */
const slicesInContract = (actor: string): Map<string, string> => {
  const folder = `miniprogram/contract/${actor}`;
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.flatMap((file) =>
      [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(DEFINED)].map(
        ([, action = '']) => [action, file.replace(/\.ts$/, '')] as const,
      ),
    ),
  );
};

/** Which folder of its function each use case stands in. */
const foldersInCloud = (actor: string): Map<string, string> =>
  new Map(
    [...readFileSync(`cloudfunctions/${actor}/entry.ts`, 'utf8').matchAll(IMPORTED)].flatMap(
      ([, names = '', folder = '']) => names.split(',').map((name) => [name.trim(), folder] as const),
    ),
  );

it.each(ACTORS)('an action of %s stands in the slice of one name, in contract and cloud', (actor) => {
  const cloud = foldersInCloud(actor);
  const contract = slicesInContract(actor);
  expect(contract.size).toBeGreaterThan(5);
  expect([...contract].filter(([action, slice]) => cloud.get(action) !== slice)).toEqual([]);
});

it.each(ACTORS)('%s has no use case beside its slices', (actor) => {
  const loose = readdirSync(`cloudfunctions/${actor}`).filter((file) => file.endsWith('.ts'));
  expect(loose.filter((file) => !['entry.ts', 'index.ts', 'scope.ts'].includes(file))).toEqual([]);
});

/** A desk shows several slices; a page of one's own has the name of what it shows. */
const DESKS = ['desk', 'decision', 'friday', 'miniprogram_npm'];

it.each(['secretary', 'teacher'])('the screens of %s stand in folders by the names of slices', (actor) => {
  const slices = new Set(slicesInContract(actor).values());
  const folders = readdirSync(`miniprogram/packages/${actor}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.filter((name) => !slices.has(name) && !DESKS.includes(name))).toEqual([]);
});
