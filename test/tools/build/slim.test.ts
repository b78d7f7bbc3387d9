import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importedFromTslib, UNUSED_LOOKS, withoutLooks, type SlimComponent } from '../../../tools/build/slim';

it('leaves out rules for looks nobody asks for, and keeps a rule’s other selectors', () => {
  const sheet =
    '.t-button--danger{color:red}.t-button--primary,.t-button--ghost{color:blue}.t-button--size-medium{height:40px}.t-button--dangerous{top:0}';
  const slim = withoutLooks('button', sheet);
  expect(slim).not.toMatch(/--danger\b(?!ous)|--ghost/);
  expect(slim).toContain('.t-button--primary{color:blue}');
  expect(slim).toContain('.t-button--size-medium{height:40px}');
  expect(slim).toContain('.t-button--dangerous{top:0}');
});

it('finds what scripts import from tslib', () => {
  const scripts = [
    'import{__awaiter,__decorate}from"tslib";',
    "import { __rest as r } from 'tslib';",
    'export{a}from"b"',
  ];
  expect(importedFromTslib(scripts)).toEqual(['__awaiter', '__decorate', '__rest']);
});

const ROOT = path.resolve(__dirname, '../../../miniprogram');
const pages = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'),
);
const COMPONENTS: SlimComponent[] = ['button', 'tag', 'progress'];

const tagsOf = (component: SlimComponent): string[] =>
  pages.flatMap(
    (file) =>
      readFileSync(path.join(ROOT, file), 'utf8').match(new RegExp(`<t-${component}[^>]*>`, 'g')) ?? [],
  );
/** What a tag asks for in words: `theme="primary"`, `theme="{{danger ? 'danger' : 'primary'}}"`. */
const looksOf = (tag: string): string[] =>
  [...tag.matchAll(/\b(?:theme|variant|size|shape)="([^"]*)"/g)].flatMap(([, value = '']) =>
    value.split(/\W+(?!\w*-)/),
  );

it.each(COMPONENTS)('asks on no page for a %s in a look that is left out', (component) => {
  const leftOut = UNUSED_LOOKS[component].map((look) => look.replace('size-', ''));
  const tags = tagsOf(component);
  expect(tags.length).toBeGreaterThan(3);
  expect(tags.filter((tag) => / (?:ghost|mark|closable)[\s=>]/.test(tag))).toEqual([]);
  expect(tags.filter((tag) => leftOut.some((look) => looksOf(tag).includes(look)))).toEqual([]);
});

it('shows nothing that loads but inside a button', () => {
  expect(tagsOf('loading')).toEqual([]);
});

it('names the variant of each tag, because the one without a name is left out', () => {
  expect(tagsOf('tag').filter((tag) => !tag.includes('variant="light"'))).toEqual([]);
});
