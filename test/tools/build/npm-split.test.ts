import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { splitNpm } from '../../../tools/build/npm-split';

const KIT = 'miniprogram_npm/kit';
const DESK = 'packages/desk';

describe('packages split between the main package and a subpackage', () => {
  let root: string;
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const isThere = (file: string): boolean => existsSync(path.join(root, file));
  const uses = (file: string, ...components: string[]): void =>
    put(
      file,
      JSON.stringify({
        usingComponents: Object.fromEntries(components.map((name) => [name, `kit/${name}/${name}`])),
      }),
    );

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'split-'));
    put('app.json', JSON.stringify({ subpackages: [{ root: DESK }] }));
    uses('pages/home/home.json', 'button');
    uses(`${DESK}/list/list.json`, 'button', 'tabs');
    put(`${KIT}/button/button.json`, '{"component":true}');
    put(`${KIT}/button/button.js`, 'import a from"../common/base";import{_}from"helpers";');
    put(`${KIT}/tabs/tabs.json`, '{"usingComponents":{"b":"../button/button","s":"../sticky/sticky"}}');
    put(
      `${KIT}/tabs/tabs.js`,
      'import a from"../common/base";import{_}from"helpers";import p from"./props";',
    );
    put(`${KIT}/tabs/tabs.wxss`, "@import '../common/base.wxss';");
    put(`${KIT}/tabs/props.js`, '');
    put(`${KIT}/sticky/sticky.json`, '{"component":true}');
    put(`${KIT}/common/base.js`, '');
    put(`${KIT}/common/base.wxss`, '');
    put(`${KIT}/miniprogram_npm/helpers/index.js`, '');
    put(`${KIT}/unused/unused.json`, '{"component":true}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('copies what only the subpackage uses, with all that only this uses', async () => {
    await splitNpm(root);
    expect(isThere(`${DESK}/${KIT}/tabs/props.js`)).toBe(true);
    expect(isThere(`${DESK}/${KIT}/sticky/sticky.json`)).toBe(true);
    expect(isThere(`${DESK}/${KIT}/button/button.json`)).toBe(false);
    expect(isThere(`${DESK}/${KIT}/common/base.js`)).toBe(false);
    expect(isThere(`${DESK}/${KIT}/unused/unused.json`)).toBe(false);
    expect(isThere(`${KIT}/tabs/tabs.js`)).toBe(true);
  });

  it('asks for the rest where it stays, and for what came along as before', async () => {
    await splitNpm(root);
    const up = '../../../../../miniprogram_npm/kit';
    expect(read(`${DESK}/${KIT}/tabs/tabs.json`)).toBe(
      `{"usingComponents":{"b":"${up}/button/button","s":"../sticky/sticky"}}`,
    );
    expect(read(`${DESK}/${KIT}/tabs/tabs.js`)).toBe(
      `import a from"${up}/common/base";import{_}from"${up}/miniprogram_npm/helpers/index";import p from"./props";`,
    );
  });

  it('takes the copy away again once home uses the component too', async () => {
    await splitNpm(root);
    uses('pages/home/home.json', 'button', 'tabs');
    await splitNpm(root);
    expect(isThere(`${DESK}/miniprogram_npm`)).toBe(false);
  });

  it('takes away only what the subpackage does not use any more', async () => {
    put(`${KIT}/unused/unused.js`, '');
    uses(`${DESK}/list/list.json`, 'tabs', 'unused');
    await splitNpm(root);
    uses(`${DESK}/list/list.json`, 'tabs');
    await splitNpm(root);
    expect(isThere(`${DESK}/${KIT}/unused/unused.js`)).toBe(false);
    expect(isThere(`${DESK}/${KIT}/tabs/tabs.js`)).toBe(true);
  });
});
