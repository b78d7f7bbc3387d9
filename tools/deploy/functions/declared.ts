/** What this release declares of a function: its `config.json` and its bundle. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/** A function keeps the runtime it was made with; an older one is made anew. */
export const RUNTIME = 'Nodejs20.19';
const OLDEST_NODE = 20;

export const isOutdated = (runtime: string): boolean => Number(/(\d+)/.exec(runtime)?.[1] ?? 0) < OLDEST_NODE;

const config = v.object({
  timeout: v.number(),
  memorySize: v.number(),
  permissions: v.object({ openapi: v.array(v.string()) }),
  triggers: v.optional(
    v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
});
type FunctionConfig = v.InferOutput<typeof config>;

export interface Declared extends FunctionConfig {
  readonly name: string;
  readonly folder: string;
  /** Of everything that is uploaded; source maps stay here. */
  readonly build: string;
}

const fingerprintOf = (folder: string): string => {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|json)$/.test(file),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
};

export const readDeclared = (functionsDir: string, name: string): Declared => {
  const folder = path.join(functionsDir, name);
  const text = readFileSync(path.join(folder, 'config.json'), 'utf8');
  const parsed = v.parse(v.pipe(v.string(), v.parseJson(), config), text);
  return { name, folder, build: fingerprintOf(folder), ...parsed };
};
