import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { helpersIn, UNUSED_LOOKS, withoutLooks } from '../../../tools/build/slim';

it('leaves out rules for looks nobody asks for, and keeps a rule’s other selectors', () => {
  const sheet =
    '.t-button--danger{color:red}.t-button--primary,.t-button--ghost{color:blue}.t-button--size-medium{height:40px}.t-button--dangerous{top:0}';
  const slim = withoutLooks(sheet);
  expect(slim).not.toMatch(/--danger\b(?!ous)|--ghost/);
  expect(slim).toContain('.t-button--primary{color:blue}');
  expect(slim).toContain('.t-button--size-medium{height:40px}');
  expect(slim).toContain('.t-button--dangerous{top:0}');
});

it('finds the helpers that scripts import', () => {
  const scripts = [
    'import{__awaiter,__decorate}from"tslib";',
    "import { __rest as r } from 'tslib';",
    'export{a}from"b"',
  ];
  expect(helpersIn(scripts)).toEqual(['__awaiter', '__decorate', '__rest']);
});

const ROOT = path.resolve(__dirname, '../../../miniprogram');
const pages = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'),
);
const looks = UNUSED_LOOKS.map((look) => look.replace('size-', ''));

it('asks on no page for a button in a look that is left out', () => {
  const asked = pages.flatMap((file) => {
    const tags = readFileSync(path.join(ROOT, file), 'utf8').match(/<t-button[^>]*>/g) ?? [];
    return tags.filter((tag) => {
      const values = [...tag.matchAll(/\b(?:theme|variant|size|shape)="([^"]*)"/g)].map(
        ([, value = '']) => value,
      );
      return (
        / ghost[\s=>]/.test(tag) ||
        looks.some((look) => values.some((value) => value.split(/\W+(?!\w*-)/).includes(look)))
      );
    });
  });
  expect(pages.length).toBeGreaterThan(50);
  expect(asked).toEqual([]);
});
