import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A slice has one name: what may be asked stands in `contract/<actor>/<slice>.ts`, its use case in `<actor>/<slice>/`. */
const ROOT = path.resolve(__dirname, '../..');

/** Actors whose contract is cut into slices; the account's few actions are one. */
const ACTORS = ['graduate', 'secretary', 'teacher'] as const;

const sliceOfHandler = (actor: string): Map<string, string> => {
  const entry = readFileSync(path.join(ROOT, 'cloudfunctions', actor, 'entry.ts'), 'utf8');
  const imports = [...entry.matchAll(/^import \{([^}]+)\} from '\.\/([\w-]+)\/[\w-]+';$/gm)];
  return new Map(
    imports.flatMap(([, names = '', slice = '']) =>
      names.split(',').map((name): [string, string] => [name.trim(), slice]),
    ),
  );
};

const actionsBySlice = (actor: string): [string, string][] => {
  const dir = path.join(ROOT, 'miniprogram/contract', actor);
  return readdirSync(dir)
    .map((file) => path.basename(file, '.ts'))
    .filter((slice) => slice !== 'index')
    .flatMap((slice) => {
      const text = readFileSync(path.join(dir, `${slice}.ts`), 'utf8');
      return [...text.matchAll(/^ {2}(\w+): defineAction\(/gm)].map(([, action = '']): [string, string] => [
        action,
        slice,
      ]);
    });
};

describe.each(ACTORS)('%s', (actor) => {
  it('keeps the use case of every action in the folder named like its contract', () => {
    const handlers = sliceOfHandler(actor);
    const actions = actionsBySlice(actor);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.map(([action]) => [action, handlers.get(action)])).toEqual(actions);
    expect([...handlers.keys()].sort()).toEqual(actions.map(([action]) => action).sort());
  });
});
