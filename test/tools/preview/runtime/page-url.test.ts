import { parsePageUrl } from '../../../../tools/preview/runtime/page-url';

describe('the address of a navigation', () => {
  test.each([
    ['/pages/a/a', 'pages/a/a', {}],
    ['../b/b?x=1', 'pages/b/b', { x: '1' }],
    ['b', 'pages/home/b', {}],
    ['./b?x=%E5%9B%A2&y', 'pages/home/b', { x: '团', y: '' }],
    ['/a/a?x=1=2', 'a/a', { x: '1=2' }],
    ['/a/a?x=100%', 'a/a', { x: '100%' }],
  ])('%s from pages/home/home', (url, path, query) => {
    expect(parsePageUrl(url, 'pages/home/home')).toMatchObject({ path, query });
  });
});
