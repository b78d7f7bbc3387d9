import { scopeSelector, transformWxss } from '../../../../tools/preview/compile/wxss';
import type { StyleOwner } from '../../../../tools/preview/compile/wxss';

const APP: StyleOwner = { kind: 'app' };
const PAGE: StyleOwner = { kind: 'page', path: 'pages/a/a' };
const SCOPED: StyleOwner = { kind: 'component', scope: 's1' };
const SHARED: StyleOwner = { kind: 'component', scope: undefined };
const IN_PAGE = ':where(wx-page[is="pages/a/a"])';

describe('a selector', () => {
  test.each<[string, StyleOwner, string]>([
    ['.a', APP, '.a'],
    ['page', APP, 'wx-page'],
    ['view.a > text', APP, 'wx-view.a > wx-text'],
    ['.a', PAGE, `${IN_PAGE} .a`],
    ['.a, .b .c', PAGE, `${IN_PAGE} .a,${IN_PAGE} .b .c`],
    ['page', PAGE, 'wx-page:where([is="pages/a/a"])'],
    ['page .a', PAGE, 'wx-page:where([is="pages/a/a"]) .a'],
    ['.a .b', SCOPED, '.s1--a .s1--b'],
    ['.a:not(.b)::after', SCOPED, '.s1--a:not(.s1--b)::after'],
    [':host', SCOPED, '[wx-host=s1]'],
    [':host .a', SCOPED, '[wx-host=s1] .s1--a'],
    ['#id', SCOPED, '#id'],
    ['.a', SHARED, '.a'],
  ])('%s of %j becomes %s', (selector, owner, expected) => {
    expect(scopeSelector(selector, owner)).toBe(expected);
  });
});

describe('a sheet', () => {
  const css = (source: string, owner: StyleOwner = APP) => transformWxss(source, 'a.wxss', owner).css;

  test.each([
    ['.a{width:750rpx}', '.a{width:100vw}'],
    ['.a{margin:-15rpx 7.5rpx .75rpx 0}', '.a{margin:-2vw 1vw 0.1vw 0}'],
    ['.a{border-width:4rpx;margin:-4rpx}', '.a{border-width:0.53334vw;margin:-0.53334vw}'],
    ['.a{width:calc(100% - 30rpx)}', '.a{width:calc(100% - 4vw)}'],
    ['.a{width:10px}', '.a{width:10px}'],
  ])('%s → %s', (source, expected) => {
    expect(css(source)).toBe(expected);
  });

  test('keeps the steps of an animation as they are', () => {
    const source = '@keyframes spin{from{left:0}50%{left:75rpx}to{left:0}}';
    expect(css(source, SCOPED)).toBe('@keyframes spin{from{left:0}50%{left:10vw}to{left:0}}');
  });

  test('follows the theme of the phone, not of the browser', () => {
    expect(css('@media (prefers-color-scheme: dark){.a{color:red}}')).toBe(
      ':where(html[data-theme="dark"]) .a{color:red}',
    );
    expect(css('@media (min-width: 75rpx) and (prefers-color-scheme: light){.a,.b{color:red}}')).toBe(
      '@media (min-width: 10vw){:where(html[data-theme="light"]) .a,:where(html[data-theme="light"]) .b{color:red}}',
    );
  });

  test('hands out its imports', () => {
    expect(transformWxss(`@import './x.wxss';`, 'a.wxss', SCOPED)).toEqual({
      css: '',
      imports: ['./x.wxss'],
    });
  });
});
