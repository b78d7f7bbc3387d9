import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const config = v.object({
  timeout: v.number(),
  memorySize: v.number(),
  permissions: v.object({ openapi: v.array(v.string()) }),
  triggers: v.optional(
    v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
});
export type FunctionConfig = v.InferOutput<typeof config>;

export const readFunctionConfig = (functionsDir: string, name: string): FunctionConfig =>
  v.parse(
    v.pipe(v.string(), v.parseJson(), config),
    readFileSync(path.join(functionsDir, name, 'config.json'), 'utf8'),
  );
