import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contract } from '../miniprogram/contract';
import type { ActionSpec } from '../miniprogram/contract/define';
import { ERROR_CODES } from '../miniprogram/domain/errors';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('miniprogram_npm'))
    .map((file) => path.join(folder, file));

/** Where codes are listed or worded, not raised; the parts of requests (`contract/parts.ts`) raise theirs themselves. */
const LISTS = /^miniprogram\/(contract\/(?!parts)|domain\/errors|domain\/words\/failures)/;
/** A code that is only compared with is not raised there. */
const COMPARED = /[!=]==?\s*'[A-Z_]+'|'[A-Z_]+'\s*[!=]==?|case '[A-Z_]+'/g;
const CODE = /'([A-Z]+(?:_[A-Z]+)*)'/g;
const IMPORT = /(?:from|import\() ?'(\.[^']+)'/g;

const sources = new Map(
  ['cloudfunctions', 'miniprogram']
    .flatMap(filesBelow)
    .map((file) => [file, readFileSync(file, 'utf8')] as const),
);

const raisedIn = (file: string): Set<string> => {
  const text = LISTS.test(file) ? '' : (sources.get(file) ?? '').replace(COMPARED, '');
  return new Set([...text.matchAll(CODE)].map(([, code = '']) => code));
};

const importsOf = (file: string): string[] =>
  [...(sources.get(file) ?? '').matchAll(IMPORT)].flatMap(([, asked = '']) => {
    const at = path.join(path.dirname(file), asked);
    return [`${at}.ts`, path.join(at, 'index.ts')].filter((found) => existsSync(found)).slice(0, 1);
  });

/** Every file a file needs, and its own. */
const reach = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importsOf(file)) reach(next, seen);
  return seen;
};

/** What every call passes. */
const ENTRY = 'cloudfunctions/_shared/calls/entry.ts';
const PARTS = 'miniprogram/contract/parts.ts';

/** Where the use case of an action stands, as the function's entry imports it. */
const useCaseOf = (functionName: string, action: string): string => {
  const entry = path.join('cloudfunctions', functionName, 'entry.ts');
  const text = sources.get(entry) ?? '';
  const name = new RegExp(`^    ${action}: (\\w+)`, 'm').exec(text)?.[1] ?? action;
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(\\.[^']+)'`).exec(text)?.[1];
  return from === undefined ? entry : `${path.join(path.dirname(entry), from)}.ts`;
};

it('every failure the product has words for is raised somewhere', () => {
  const raised = new Set([...sources.keys()].flatMap((file) => [...raisedIn(file)]));
  expect(ERROR_CODES.filter((code) => !raised.has(code))).toEqual([]);
});

const actions = Object.entries(contract).flatMap(([functionName, specs]) =>
  Object.entries<ActionSpec>(specs).map(([action, { errors }]) => ({ functionName, action, errors })),
);

it.each(actions.filter(({ errors }) => errors.length > 0))(
  '$functionName, $action: names no failure that its use case cannot raise',
  ({ functionName, action, errors }) => {
    const passed = [...reach(useCaseOf(functionName, action)), ENTRY, PARTS];
    const raised = new Set(passed.flatMap((file) => [...raisedIn(file)]));
    expect(errors.filter((code) => !raised.has(code))).toEqual([]);
  },
);
