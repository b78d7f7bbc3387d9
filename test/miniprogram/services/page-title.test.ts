/** The words in the navigation bar belong to the page they were written for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { titlePage } from '../../../miniprogram/services/page-title';
import { phone } from '../support/mount';

const ROOT = path.join(__dirname, '../../../miniprogram');

it('titles the page on top', () => {
  const wechat = phone();
  const page = {};
  Object.assign(globalThis, { getCurrentPages: () => [{}, page] });
  titlePage(page, '校团委');
  expect(wechat.setNavigationBarTitle).toHaveBeenCalledWith({ title: '校团委' });
});

it('leaves whoever signed in since with their own title, when an answer comes late', () => {
  const wechat = phone();
  const [left, home] = [{}, {}];
  Object.assign(globalThis, { getCurrentPages: () => [home] });
  titlePage(left, '校团委');
  expect(wechat.setNavigationBarTitle).not.toHaveBeenCalled();
});

it('is the only one that writes there', () => {
  const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('miniprogram_npm'),
  );
  const writing = sources.filter((file) =>
    readFileSync(path.join(ROOT, file), 'utf8').includes('setNavigationBarTitle'),
  );
  expect(writing).toEqual([path.join('services', 'page-title.ts')]);
});
