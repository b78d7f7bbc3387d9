import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitDomain } from '../../../tools/build/domain-split';

const DESK = 'packages/desk';
const CARD = 'packages/card';
/** Scripts that the build writes. */
const BUILT = /\/charts\/(?:engine|palette)$/;

const SCRIPTS = new Map([
  ['app.ts', "import './services/storage';"],
  [
    'services/storage.ts',
    "import type { Edit } from '../domain/overlay/edit';\nimport { day } from '../domain/day';",
  ],
  ['domain/day.ts', ''],
  [
    'domain/overlay/edit.ts',
    "import { day } from '../day';\nimport {\n  place,\n} from './place';\nexport { day };",
  ],
  ['domain/overlay/place.ts', ''],
  ['domain/cloud-only.ts', ''],
  [
    `${DESK}/rules/rules.ts`,
    "import { edit } from '../../../domain/overlay/edit';\nimport { a } from './view';",
  ],
  [`${DESK}/rules/view.ts`, "import { storage } from '../../../services/storage';"],
  [`${CARD}/card/card.ts`, "import { place } from '../../../domain/overlay/place';"],
]);

describe('the rules split between the main package and its subpackages', () => {
  const split = splitDomain(SCRIPTS, [DESK, CARD]);

  it('puts a rule that only subpackages need into each of them', () => {
    expect([...split.keys()].filter((file) => file.includes('domain/')).sort()).toEqual([
      'domain/day.ts',
      `${CARD}/domain/overlay/place.ts`,
      `${DESK}/domain/overlay/edit.ts`,
      `${DESK}/domain/overlay/place.ts`,
    ]);
  });

  it('asks for it there, from wherever it is asked for', () => {
    expect(split.get(`${DESK}/rules/rules.ts`)).toBe(
      "import { edit } from '../domain/overlay/edit';\nimport { a } from './view';",
    );
    expect(split.get(`${CARD}/card/card.ts`)).toBe("import { place } from '../domain/overlay/place';");
  });

  it('asks for what stays in the main package where that stands, and for what came along as before', () => {
    expect(split.get(`${DESK}/domain/overlay/edit.ts`)).toBe(
      "import { day } from '../../../../domain/day';\nimport {\n  place,\n} from './place';\nexport { day };",
    );
    expect(split.get(`${DESK}/rules/view.ts`)).toBe(SCRIPTS.get(`${DESK}/rules/view.ts`));
  });

  it('leaves the main package as it is', () => {
    for (const file of ['app.ts', 'services/storage.ts', 'domain/day.ts'])
      expect(split.get(file)).toBe(SCRIPTS.get(file));
  });
});

describe('our own mini-program, split', () => {
  const root = path.resolve(__dirname, '../../../miniprogram');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.includes('miniprogram_npm'));
  const roots = ['start', 'graduate', 'secretary', 'teacher'].map((name) => `packages/${name}`);
  const split = splitDomain(
    new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])),
    roots,
  );

  it('asks for nothing that is not there, and from no package for what stands in another', () => {
    const rootOf = (file: string): string => roots.find((one) => file.startsWith(`${one}/`)) ?? '';
    const asked = [...split].flatMap(([file, text]) =>
      [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?'(\.[^']*)';$/gm)].map(([, to = '']) => {
        const target = path.posix.join(path.posix.dirname(file), to);
        const isThere = split.has(`${target}.ts`) || BUILT.test(target);
        return { file, target, isThere, isNear: ['', rootOf(file)].includes(rootOf(target)) };
      }),
    );
    expect(asked.filter(({ isThere, isNear }) => !isThere || !isNear)).toEqual([]);
    expect(asked.length).toBeGreaterThan(500);
  });

  it('leaves the editor of the rules to those who edit them', () => {
    const editor = [...split.keys()].filter((file) => file.includes('domain/rules/overlay/places/'));
    expect(editor.length).toBeGreaterThan(0);
    expect(editor.filter((file) => !file.startsWith('packages/teacher/'))).toEqual([]);
  });
});
