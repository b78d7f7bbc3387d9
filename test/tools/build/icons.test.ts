import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drawIcons, iconAddress } from '../../../tools/build/icons/sheet';
import { iconSources } from '../../../tools/build/icons/sources';

const SHEET = `@import '../common/style/index.wxss';@font-face{font-family:t;src:url(https://a.com/t.eot),url(https://a.com/t.woff) format('woff');}
.t-icon-base{font-weight:400;}
.t-icon{font-family:t!important;}
.t-icon-add:before{content:'\\E00D';}
.t-icon-check-filled:before{content:'\\E0AA';}
.t-icon-mobile:before{content:'\\E001';}
`;

describe('the sheet of icons', () => {
  it('draws what somebody names in quotes, and keeps neither the font nor anything else of it', () => {
    const drawn = drawIcons(SHEET, ['<t-icon name="add" />', "icon: saved ? 'mobile' : ''", 'check-filled']);
    expect(drawn).not.toMatch(/url\(http|font-family|content:'/);
    expect(drawn.match(/\.t-icon-[a-z-]+:before\{-webkit-mask-image/g)).toEqual([
      '.t-icon-add:before{-webkit-mask-image',
      '.t-icon-mobile:before{-webkit-mask-image',
    ]);
    expect(drawn).toContain('@import');
    expect(drawn).toContain('.t-icon-base{font-weight:400;}');
  });

  it('takes for a name only what stands where icons are named, for most names are everyday words', () => {
    const template = `<view class="{{a ? 'add' : ''}}"><t-button icon="{{b ? 'mobile' : ''}}" /></view>`;
    const script = "const kind = 'add';\nconst icon = 'mobile';";
    const names = (source: string) =>
      drawIcons(SHEET, [source]).match(/[a-z-]+(?=:before\{-webkit-mask-image)/g);
    expect(names(template)).toEqual(['t-icon-mobile']);
    expect(names(script)).toEqual(['t-icon-mobile']);
  });

  it('gives each a drawing that can be scaled, in one line that ends no string of CSS', () => {
    const address = iconAddress('mobile') ?? '';
    expect(address).toMatch(
      /^data:image\/svg\+xml,%3Csvg [^"#<>\n]*viewBox='0 0 24 24'[^"#<>\n]*%3C\/svg%3E$/,
    );
    const tags = decodeURIComponent(address).match(/<\/?\w+|\/>/g);
    expect(tags).toEqual(['<svg', '<path', '/>', '<path', '/>', '</svg']);
    expect(iconAddress('no-such-icon')).toBeUndefined();
  });

  describe('looks for names', () => {
    let root: string;
    const put = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    };
    beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'icons-'))));
    afterEach(() => rmSync(root, { recursive: true }));

    it('in our files, and in the components of a package that ours use, whoever asks for them', () => {
      put('pages/a.wxml', 'ours');
      put('pages/a.json', '{"usingComponents":{"t":"tdesign/used/used","own":"./b"}}');
      put('pages/b.json', '{}');
      put('miniprogram_npm/tdesign/used/used.json', '{"usingComponents":{"i":"../inner/inner"}}');
      put('miniprogram_npm/tdesign/used/used.wxml', 'used');
      put('miniprogram_npm/tdesign/inner/inner.json', '{"component":true}');
      put('miniprogram_npm/tdesign/inner/inner.js', 'inner');
      put('miniprogram_npm/tdesign/unused/unused.json', '{"component":true}');
      put('miniprogram_npm/tdesign/unused/unused.js', 'unused');
      put('packages/teacher/charts/engine.js', 'engine');
      expect(iconSources(root).sort()).toEqual(['inner', 'ours', 'used']);
    });
  });
});
