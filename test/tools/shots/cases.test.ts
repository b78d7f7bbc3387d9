import { readFileSync } from 'node:fs';
import { SCREEN_CASES } from '../../../tools/shots/cases';

interface App {
  readonly pages: readonly string[];
  readonly subpackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}
const { pages, subpackages } = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as App;
const PAGES = [
  ...pages,
  ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];

/** A door shows nothing: it leads on to where the page moved. */
const isDoor = (page: string): boolean =>
  readFileSync(`miniprogram/${page}.ts`, 'utf8').includes('journey/door');

/** Pages no link of a case names, because a tap on another one opens them; behind each the case that taps. */
const TAPPED: Readonly<Record<string, string>> = {
  'packages/teacher/decision/decision': 'teacher-decision',
  'packages/graduate/record-many/record-many': 'together-who',
};

const pictured = new Set(SCREEN_CASES.map(({ page }) => page.replace(/^\//, '').split('?')[0]));

test('every page has a picture', () => {
  expect(PAGES.filter((page) => !isDoor(page) && !pictured.has(page) && !TAPPED[page])).toEqual([]);
  const names = SCREEN_CASES.map(({ name }) => name);
  expect(Object.values(TAPPED).filter((name) => !names.includes(name))).toEqual([]);
});

test('every picture has a name of its own', () => {
  const names = SCREEN_CASES.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
