/** Which functions a folder of built functions holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFunctionConfig, type FunctionConfig } from './config';

export interface FunctionSpec {
  readonly name: string;
  /** Absolute path of `index.js`. */
  readonly entry: string;
  readonly config: FunctionConfig;
}

/** Names of all folders with an `index.js`; a missing folder has none. */
export function listFunctions(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir).filter((name) => existsSync(join(functionsDir, name, 'index.js')));
}

/** @throws Error when the function's `config.json` is not acceptable. */
export function readFunction(functionsDir: string, name: string): FunctionSpec {
  const folder = resolve(functionsDir, name);
  const configFile = join(folder, 'config.json');
  const text = existsSync(configFile) ? readFileSync(configFile, 'utf8') : undefined;
  return { name, entry: join(folder, 'index.js'), config: parseFunctionConfig(name, text) };
}

/** @throws Error for the first function whose `config.json` is not acceptable. */
export function readFunctions(functionsDir: string): FunctionSpec[] {
  return listFunctions(functionsDir).map((name) => readFunction(functionsDir, name));
}
