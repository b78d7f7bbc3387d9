/** A function's `config.json`, with the platform's defaults and limits. */
import * as v from 'valibot';
import { parseCron, type Cron } from './cron';

export interface FunctionConfig {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Open APIs the function may call, e.g. `subscribeMessage.send`. */
  readonly openapi: readonly string[];
  readonly trigger?: TimerTrigger;
}

interface TimerTrigger {
  readonly name: string;
  readonly cron: Cron;
}

const DEFAULT_TIMEOUT_S = 3;
const MAX_TIMEOUT_S = 60;
const DEFAULT_MEMORY_MB = 256;

const ConfigSchema = v.looseObject({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(MAX_TIMEOUT_S)), DEFAULT_TIMEOUT_S),
  memorySize: v.optional(v.pipe(v.number(), v.minValue(64), v.maxValue(3072)), DEFAULT_MEMORY_MB),
  permissions: v.optional(v.looseObject({ openapi: v.optional(v.array(v.string()), []) }), {}),
  triggers: v.optional(
    v.pipe(
      v.array(
        v.object({ name: v.pipe(v.string(), v.nonEmpty()), type: v.literal('timer'), config: v.string() }),
      ),
      v.maxLength(1, 'the platform allows one timer trigger per function'),
    ),
    [],
  ),
});

/**
 * Parses the text of a `config.json`; an absent file means every default.
 * @throws Error naming the function and the field, as an upload of the function would be refused.
 */
export function parseFunctionConfig(functionName: string, text: string | undefined): FunctionConfig {
  try {
    const parsed = v.parse(ConfigSchema, text === undefined ? {} : JSON.parse(text));
    const [trigger] = parsed.triggers;
    return {
      timeoutMs: parsed.timeout * 1000,
      memoryMb: parsed.memorySize,
      openapi: parsed.permissions.openapi ?? [],
      ...(trigger && { trigger: { name: trigger.name, cron: parseCron(trigger.config) } }),
    };
  } catch (error) {
    throw new Error(`Function "${functionName}": config.json is refused: ${explain(error)}`);
  }
}

function explain(error: unknown): string {
  if (!v.isValiError(error)) return error instanceof Error ? error.message : String(error);
  return error.issues.map((issue) => `${v.getDotPath(issue) ?? 'config'}: ${issue.message}`).join('; ');
}
