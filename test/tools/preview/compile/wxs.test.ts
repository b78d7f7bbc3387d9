import { WxsSyntaxError, transformWxs } from '../../../../tools/preview/compile/wxs';

const code = (source: string) => transformWxs(source, 'a/b/c').code;

describe('WXS becomes JavaScript', () => {
  test.each([
    ['a type check compares names', "x.constructor === 'Array'", "__wxsTypeName(x) === 'Array'"],
    ['of a member too', 'a.b[0].constructor', '__wxsTypeName(a.b[0])'],
    ['of a call too', 'f(x).constructor', '__wxsTypeName(f(x))'],
    ['written as a key', "x['constructor']", '__wxsTypeName(x)'],
    ['a nested one', 'f(x.constructor).constructor', '__wxsTypeName(f(__wxsTypeName(x)))'],
    ['but not a mention in a string', "'x.constructor'", "'x.constructor'"],
    ['nor in a comment', '/* x.constructor */ 1', '/* x.constructor */ 1'],
    ['a pattern keeps its backslash', String.raw`getRegExp('\d+')`, String.raw`getRegExp('\\d+')`],
    ['a doubled one stays doubled', String.raw`getRegExp('\\d+')`, String.raw`getRegExp('\\d+')`],
    ['another string is left alone', String.raw`f('\n')`, String.raw`f('\n')`],
    ['a module loses its suffix', "require('./d.wxs')", 'require("./d")'],
  ])('%s', (_, source, expected) => {
    expect(code(source)).toBe(expected);
  });

  test.each([
    ["require('./d.wxs')", 'a/b/d'],
    ["require('../d.wxs')", 'a/d'],
    ["require('/x/d.wxs')", 'x/d'],
    ["require('d')", 'a/b/d'],
  ])('%s names the module %s', (source, expected) => {
    expect(transformWxs(source, 'a/b/c').requires).toEqual([expected]);
  });

  test('a mistake says where it is', () => {
    expect.assertions(2);
    try {
      transformWxs('var a = 1;\nvar b = ;', 'a');
    } catch (error) {
      expect(error).toBeInstanceOf(WxsSyntaxError);
      expect(error).toMatchObject({ line: 2, column: 9 });
    }
  });
});
