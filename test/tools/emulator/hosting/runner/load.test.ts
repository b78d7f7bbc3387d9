import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../../../../../tools/emulator/hosting/runner/load';

let dir = '';
let entry = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'load-'));
  mkdirSync(join(dir, 'hello'));
  mkdirSync(join(dir, 'cache'));
  entry = join(dir, 'hello/index.js');
  writeFileSync(join(dir, 'hello/beside.js'), 'exports.word = "beside";');
});
afterEach(() => rmSync(dir, { recursive: true }));

const LONG = `// ${'x'.repeat(100_000)}`;
const write = (answer: number, rest = LONG): void =>
  writeFileSync(entry, `exports.main = () => [${answer}, require('./beside').word];\n${rest}`);
const answer = (): unknown => (load(entry, join(dir, 'cache')) as { main: () => unknown }).main();
const kept = (): string[] => readdirSync(join(dir, 'cache'));

it('answers from the compiled form as from the text', () => {
  write(1);
  expect(answer()).toEqual([1, 'beside']);
  const [file] = kept();
  expect(file).toMatch(/^hello-[0-9a-f]{40}\.compiled$/);
  expect(answer()).toEqual([1, 'beside']);
  expect(kept()).toEqual([file]);
});

it('runs a new build of the same length, and forgets the old one', () => {
  write(1);
  answer();
  write(2);
  expect(answer()).toEqual([2, 'beside']);
  expect(kept()).toHaveLength(1);
});

it('compiles anew what it cannot use', () => {
  write(3);
  const hash = createHash('sha1').update(readFileSync(entry)).digest('hex');
  const file = join(dir, 'cache', `hello-${hash}.compiled`);
  writeFileSync(file, 'spoilt');
  expect(answer()).toEqual([3, 'beside']);
  expect(readFileSync(file).byteLength).toBeGreaterThan(100);
});

it('keeps nothing of a small file', () => {
  write(1, '');
  expect(answer()).toEqual([1, 'beside']);
  expect(kept()).toEqual([]);
});
