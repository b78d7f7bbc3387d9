import { resolveComponent } from '../../../../tools/preview/compile/units';

const FILES = [
  'components/card/card',
  'components/list/index',
  'packages/x/row/row',
  'miniprogram_npm/tdesign-miniprogram/button/button',
  'miniprogram_npm/@scope/kit/index',
];
const project = {
  has: (path: string) => FILES.includes(path.replace(/\.json$/, '')),
  packageFolder: (name: string) =>
    ['tdesign-miniprogram', '@scope/kit'].includes(name) ? 'there' : undefined,
};

describe('usingComponents finds', () => {
  test.each([
    ['/components/card/card', 'pages/a/a', 'components/card/card'],
    ['../../components/card/card', 'pages/a/a', 'components/card/card'],
    ['components/card/card', 'app', 'components/card/card'],
    ['/components/list', 'pages/a/a', 'components/list/index'],
    ['../row/row', 'packages/x/p/p', 'packages/x/row/row'],
    ['tdesign-miniprogram/button/button', 'pages/a/a', 'miniprogram_npm/tdesign-miniprogram/button/button'],
    ['@scope/kit', 'pages/a/a', 'miniprogram_npm/@scope/kit/index'],
    ['../../../outside/x', 'pages/a/a', undefined],
    ['unknown/x', 'pages/a/a', undefined],
  ])('%s from %s at %s', (specifier, from, expected) => {
    expect(resolveComponent(project, specifier, from)).toBe(expected);
  });
});
