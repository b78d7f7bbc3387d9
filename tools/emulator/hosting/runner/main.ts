/** Runs inside an instance's process: loads one function and answers its calls, one at a time. */
import type { RunnerCall } from '../invocation';
import { load } from './load';
import { patchDate } from './patch-date';

export type RunnerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: string; readonly json: string }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string }
  /** An error that nobody caught: the process ends with it. */
  | { readonly kind: 'broken'; readonly message: string };

type Handler = (event: unknown, context: object) => unknown;

const [entry = '', startOffset = '0'] = process.argv.slice(2);
let offset = Number(startOffset);
patchDate(globalThis, () => offset);

function send(message: RunnerMessage, sent?: () => void): void {
  process.send?.(message, undefined, {}, sent);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? `${error.name}: ${error.message}`;
}

process.on('uncaughtException', (error) => {
  console.error(error);
  send({ kind: 'broken', message: describe(error) }, () => process.exit(1));
});
// The emulator is gone: nobody will ever call again.
process.on('disconnect', () => process.exit(0));

function loadHandler(): Handler {
  // The runner itself is bundled into the folder of caches.
  const loaded = load(entry, __dirname) as { main?: unknown };
  if (typeof loaded.main !== 'function') throw new Error(`${entry} does not export a function "main"`);
  return loaded.main as Handler;
}

let previousKeys: string[] = [];

/** An instance serves many people: nothing of the previous caller may remain. */
function replaceEnv(env: Readonly<Record<string, string>>): void {
  for (const key of previousKeys) delete process.env[key];
  previousKeys = Object.keys(env);
  Object.assign(process.env, env);
}

async function answer(handler: Handler, call: RunnerCall): Promise<void> {
  const deadline = performance.now() + call.timeoutMs;
  const context = {
    ...call.context,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
  };
  try {
    const result = await handler(JSON.parse(call.event) as unknown, context);
    send({ kind: 'done', id: call.id, json: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ kind: 'failed', id: call.id, message: describe(error) });
  }
}

const handler = loadHandler();
process.on('message', (call: RunnerCall) => {
  offset = call.clockOffset;
  replaceEnv(call.env);
  void answer(handler, call);
});
send({ kind: 'ready' });
