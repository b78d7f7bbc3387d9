/** Each check on a mini-program that has the fault, and none of ours in the real one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildNpm } from '../../../tools/build/npm';
import { apis } from '../../../tools/wechat/apis';
import { attributes } from '../../../tools/wechat/attributes';
import { declarations } from '../../../tools/wechat/declarations';
import type { Check } from '../../../tools/wechat/finding';
import { FLOOR, isNewer } from '../../../tools/wechat/floor';
import { icons } from '../../../tools/wechat/icons';
import { readMiniProgram } from '../../../tools/wechat/mini-program';
import { modules } from '../../../tools/wechat/modules';
import { styles } from '../../../tools/wechat/styles';
import { syntax } from '../../../tools/wechat/syntax';

const checksOf = (root: string): readonly Check[] => {
  const miniProgram = readMiniProgram(root);
  return [
    declarations(miniProgram),
    attributes(miniProgram),
    icons(miniProgram),
    apis(root),
    modules(root),
    syntax(root),
    styles(root),
  ];
};

const found = async (root: string): Promise<string[]> => {
  const runs = await Promise.all(checksOf(root).map((check) => check.run()));
  return runs.flatMap(({ findings }) => findings.map(({ file, message }) => `${file}: ${message}`));
};

it('finds nothing in the mini-program as it is', async () => {
  await buildNpm();
  expect(await found(path.resolve(__dirname, '../../../miniprogram'))).toEqual([]);
});

describe('a mini-program with one fault', () => {
  let root: string;
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const SHEET = 'miniprogram_npm/tdesign-miniprogram/icon/icon.wxss';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'mini-program-'));
    put('app.json', '{"subpackages":[{"root":"packages/teacher"}]}');
    put('components/card/card.json', '{"component":true}');
    put('components/card/card.ts', 'Component({ properties: { title: String, stepNumber: Number } });');
    put(
      'components/card/card.wxml',
      '<view hover-class="on" bindtap="tap" data-id="1"><text user-select>a</text></view>',
    );
    put('packages/teacher/desk/desk.json', '{"usingComponents":{"card":"../../../components/card/card"}}');
    put('packages/teacher/desk/desk.wxml', '<card title="a" step-number="{{1}}" bind:open="open" />');
    put('pages/home/home.json', '{"usingComponents":{"card":"/components/card/card"}}');
    put('pages/home/home.wxml', '<card wx:if="{{a}}" />');
    put(
      'pages/home/home.ts',
      "wx.showToast({ icon: 'none' }); if (wx.canIUse('getCommonConfig')) wx.getCommonConfig();",
    );
    put('pages/home/home.wxss', '.a { gap: 4px; width: min(4px, 1vw) }');
    put(
      SHEET,
      '.t-icon-add:before{-webkit-mask-image:url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org\'")}',
    );
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is fine without it', async () => {
    expect(await found(root)).toEqual([]);
  });

  it.each([
    ['pages/home/home.wxml', '<view />', 'pages/home/home.json: declares card and does not use it'],
    ['pages/home/home.json', '{}', 'components/card/card: is used in packages/teacher alone'],
    ['pages/home/home.wxml', '<card titel="a" />', 'pages/home/home.wxml:1: <card> has no property titel'],
    ['pages/home/home.wxml', '<card /><view text="a" />', '<view> has no attribute text'],
    ['pages/home/home.wxml', '<card /><snapshot mode="a" />', '<snapshot> is neither declared nor in'],
    [
      'pages/home/home.wxml',
      '<card />\n<t-icon name="chek" />',
      'pages/home/home.wxml:2: there is no icon “chek”',
    ],
    ['pages/home/home.wxml', "<card /><t-icon name=\"{{a ? 'check' : 'tim'}}\" />", 'there is no icon “tim”'],
    [
      'pages/home/home.ts',
      "export const row = { icon: 'hous' };",
      'pages/home/home.ts: there is no icon “hous”',
    ],
    ['pages/home/home.ts', '\nwx.getTopUpHall();', 'pages/home/home.ts:2: wx.getTopUpHall is not in'],
    ['pages/home/home.ts', 'wx.openPDF2();', 'is not in miniprogram-api-typings'],
    ['pages/home/home.ts', 'wx.getCommonConfig();', 'came with 2.33.0, the floor is 2.32.3: ask wx.canIUse'],
    ['pages/home/home.ts', 'export const a = /(?<=b)c/;', 'looks behind in a pattern'],
    [
      'pages/home/home.ts',
      "import type { A } from '../../contract';\n\nimport {\n  b,\n} from '../../components';",
      'pages/home/home.ts:3: “../../components” is no file',
    ],
    ['pages/home/home.ts', 'export class A { static { a(); } }', 'is newer than the floor'],
    ['pages/home/home.ts', "export * from './';", 'home.ts:1: “./” is no file'],
    [
      'pages/home/home.wxss',
      '.a { aspect-ratio: 1 }',
      'pages/home/home.wxss:1: aspect-ratio came with iOS 15.0',
    ],
    ['pages/home/home.wxss', '.a:has(.b) { top: 0 }', ':has() came with iOS 15.4'],
    ['pages/home/home.wxss', '@layer a { .b { top: 0 } }', '@layer came with iOS 15.4'],
    ['pages/home/home.wxss', '.a { background: url(https://a.com/b.png) }', 'loads a file from the network'],
    [SHEET, '@font-face{src:url(//a.com/t.woff)}', 'icon.wxss:1: loads a file from the network'],
  ])('is found out in %s: %s', async (file, text, words) => {
    put(file, text);
    expect((await found(root)).join('\n')).toContain(words);
  });
});

it.each([
  ['2.9.0', '2.10.0', false],
  ['3.0.0', '2.32.3', true],
  ['2.32.3', '2.32.3', false],
  ['14.5', '14.5.1', false],
])('version %s is newer than %s: %p', (one, other, expected) => {
  expect(isNewer(one, other)).toBe(expected);
});

test.each(['tools/deploy/README.md', 'miniprogram/README.md'])('the floor is said in %s', (file) => {
  const text = readFileSync(path.resolve(__dirname, '../../..', file), 'utf8');
  expect(text).toContain(FLOOR.library);
  expect(text).toContain(`iOS ${FLOOR.ios}`);
});
