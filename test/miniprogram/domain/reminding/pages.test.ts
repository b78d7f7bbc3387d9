import { readFileSync } from 'node:fs';
import {
  behindDoor,
  doorPath,
  DOORS,
  NEEDS_PERSON,
  PAGES,
  pagePath,
  TAB_PAGES,
} from '../../../../miniprogram/domain/reminding/pages';

interface AppConfig {
  readonly pages: readonly string[];
  readonly subpackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar: { readonly list: readonly { readonly pagePath: string }[] };
}

const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppConfig;

const listed = [
  ...app.pages,
  ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

it('names every page that app.json lists', () => {
  expect([...Object.values(PAGES), ...Object.values(DOORS)].sort()).toEqual(listed.sort());
});

it('leaves a door where a page once stood', () => {
  expect(doorPath('loginHelp', { a: '1 2' })).toBe('pages/login-help/login-help?a=1%202');
  expect(behindDoor(DOORS.loginHelp)).toBe(PAGES.loginHelp);
  expect(behindDoor(PAGES.form)).toBe(PAGES.form);
});

it.each(['signIn', 'loginHelp', 'wayPicker'] as const)('leads through the door of %s to its page', (name) => {
  expect(behindDoor(DOORS[name])).toBe(PAGES[name]);
});

it('writes what a page is asked for behind its path', () => {
  expect(pagePath('wayResult')).toBe(PAGES.wayResult);
  expect(pagePath('wayResult', { way: 'army', route: 'a&b' })).toBe(
    `${PAGES.wayResult}?way=army&route=a%26b`,
  );
});

/** A visitor reads how it is done; what is about somebody wants somebody signed in. */
it('lets everybody read the guides, and nothing that is about a person', () => {
  const open = Object.entries(NEEDS_PERSON).flatMap(([name, needs]) => (needs ? [] : [name]));
  expect(open.sort()).toEqual([
    'ask',
    'forReceiver',
    'home',
    'loginHelp',
    'lostCard',
    'preFlight',
    'privacy',
    'signIn',
    'wayPicker',
    'wayResult',
  ]);
});

it('names the tabs in the order of the bar', () => {
  expect(TAB_PAGES.map((name) => PAGES[name])).toEqual(app.tabBar.list.map(({ pagePath }) => pagePath));
});

/** Messages, shared cards and printed codes that are out already open these: whoever moves one leaves a door there. */
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
  expect(listed).toContain(path);
});
