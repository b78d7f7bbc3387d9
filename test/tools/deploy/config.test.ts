import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../../tools/deploy/config';

const EXAMPLE = path.resolve(__dirname, '../../../tools/deploy/config.example.json');

let dir: string;
beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'config-'))));
afterEach(() => rmSync(dir, { recursive: true }));
const read = (text: string) => {
  const file = path.join(dir, 'env.json');
  writeFileSync(file, text);
  return readConfig('env', file);
};

describe('the configuration of a deployment', () => {
  it('is the example, filled in', () => {
    const config = read(readFileSync(EXAMPLE, 'utf8'));
    expect(path.isAbsolute(config.uploadKey)).toBe(true);
  });

  it.each([
    ['{', /要改/],
    ['{"appid":"wx1","uploadKey":"a","templates":{}}', /appid：appid 应为 wx 加 16 位/],
    ['{"appid":"wx0123456789abcdef","uploadKey":"a","templates":{},"secret":"s"}', /secret/],
    ['{"appid":"wx0123456789abcdef","uploadKey":"a","templates":{},"state":"live"}', /state/],
  ])('is refused with the place and the reason: %s', (text, words) => {
    expect(() => read(text)).toThrow(words);
  });

  it('is asked for when there is none', () => {
    expect(() => readConfig('env', path.join(dir, 'none.json'))).toThrow('config.example.json');
  });
});
