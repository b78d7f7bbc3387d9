import { readFileSync } from 'node:fs';
import { pageNamed, PAGES, TAB_PAGES } from '../../../../miniprogram/domain/reminding/pages';

interface AppConfig {
  readonly pages: readonly string[];
  readonly subpackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar: { readonly list: readonly { readonly pagePath: string }[] };
}

const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppConfig;

it('names every page that app.json lists', () => {
  const inSubpackages = app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  expect(Object.values(PAGES).sort()).toEqual([...app.pages, ...inSubpackages].sort());
});

it('names the tabs in the order of the bar', () => {
  expect(TAB_PAGES.map((name) => PAGES[name])).toEqual(app.tabBar.list.map(({ pagePath }) => pagePath));
});

/** Messages, shared cards and printed codes that are out already open these: whoever moves one says so in the table of moved pages. */
it.each([
  'pages/home/home',
  'pages/track/track',
  'pages/login-help/login-help',
  'pages/sign-in/sign-in',
  'pages/way-picker/way-picker',
  'packages/secretary/desk/desk',
  'packages/teacher/desk/desk',
  'packages/teacher/decision/decision',
])('still opens %s for messages, shared cards and codes', (path) => {
  expect(pageNamed(path)).toBeDefined();
});
