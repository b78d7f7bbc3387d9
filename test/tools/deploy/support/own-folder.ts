/**
 * The library of Tencent Cloud packs every function into one temporary folder of the machine, named after the function
 * alone: test files that deploy at the same moment would take each other's package. So each has a temporary folder of
 * its own. The library looks once, when it is loaded: import this before anything that deploys.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(os.tmpdir(), 'deploying-'));
const own = jest.spyOn(os, 'tmpdir').mockReturnValue(folder);

afterAll(() => {
  own.mockRestore();
  rmSync(folder, { recursive: true, force: true });
});
