/** What the build keeps away from a cold start: it must stay reachable, or say why it is not. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { leftOut } from '../../../tools/build/left-out';
import { onDemand } from '../../../tools/build/on-demand';

const PROGRAM = `
const jwt = require('jsonwebtoken');
const mime = require('mime-db');
const { Parser } = { get Parser() { return require('xml2js').Parser; } };
exports.sign = () => jwt.decode(jwt.sign({ who: 'someone' }, 'key')).who;
exports.json = () => mime['application/json'].extensions;
exports.types = () => Object.keys({ ...mime }).length;
exports.parse = (xml) => new Parser({ async: false }).parseStringPromise(xml);
exports.set = () => require('lodash.set')({}, 'a.b', 1);
exports.form = () => {
  const FormData = require('form-data');
  return new FormData() instanceof FormData;
};
exports.typeOf = (name) => require('mime-types').lookup(name);
exports.ai = () => require('@cloudbase/ai').createAI();
`;

interface Program {
  sign(): string;
  json(): string[];
  types(): number;
  parse(xml: string): Promise<unknown>;
  set(): unknown;
  form(): boolean;
  typeOf(name: string): string;
  ai(): never;
}

describe('packages of the SDK in a bundle', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'parts-'));
    await esbuild.build({
      stdin: { contents: PROGRAM, resolveDir: __dirname },
      outfile: path.join(dir, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      plugins: [leftOut, onDemand],
    });
    await writeFile(path.join(dir, 'package.json'), '{}');
  });
  afterAll(() => rm(dir, { recursive: true }));
  const load = (): Program => createRequire(path.join(dir, 'package.json'))('./index.js') as Program;

  it('work as if they stood in it', async () => {
    const program = load();
    expect(program.sign()).toBe('someone');
    expect(program.json()).toEqual(['json', 'map']);
    expect(program.types()).toBe(Object.keys(createRequire(__filename)('mime-db') as object).length);
    expect(await program.parse('<a><b>1</b></a>')).toEqual({ a: { b: ['1'] } });
  });

  it('can be called and constructed', () => {
    const program = load();
    expect(program.set()).toEqual({ a: { b: 1 } });
    expect(program.form()).toBe(true);
  });

  it('find one another without a copy', async () => {
    expect(load().typeOf('list.json')).toBe('application/json');
    const { size } = await stat(path.join(dir, 'sdk/mime-types.js'));
    expect(size).toBeLessThan((await stat(path.join(dir, 'sdk/mime-db.js'))).size / 4);
  });

  it('say their name when they are left out', () => {
    expect(() => load().ai()).toThrow('@cloudbase/ai is left out of the cloud functions');
  });
});
