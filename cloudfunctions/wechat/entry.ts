/** What WeChat pushes, and what the operator asks of the environment itself, as it runs there. */
import * as v from 'valibot';
import { isOperatorEvent, operatorEntry, type OperatorEvent } from '../_shared/calls/operator';
import { answerPermissions } from '../_shared/self-check/permissions';
import { reportEnvironment } from './environment';
import { probeDatabase } from './probes';
import { pushEntry } from './pushes/entry';
import type { WechatRuntime } from './runtime';
import { clearScratch, openScratch } from './scratch';
import { reportTemplates } from './templates';

const probe = async ({ database, newId, now }: WechatRuntime) => {
  const run = newId();
  const scratch = openScratch(database(), run, now);
  try {
    return await probeDatabase(scratch);
  } finally {
    await clearScratch(scratch, run);
  }
};

const CHECKS: Readonly<Record<string, (runtime: WechatRuntime, event: OperatorEvent) => Promise<unknown>>> = {
  permissions: (_runtime, event) => answerPermissions(event),
  environment: (runtime) => reportEnvironment(runtime),
  templates: () => reportTemplates(),
  database: (runtime) => probe(runtime),
};

const check = v.picklist(Object.keys(CHECKS));

export const wechatEntry = (runtime: WechatRuntime) => {
  const toWeChat = pushEntry(runtime);
  const toOperator = operatorEntry(runtime, async (event) =>
    CHECKS[v.parse(check, event.check)]?.(runtime, event),
  );
  return async (event: unknown) => (isOperatorEvent(event) ? toOperator(event) : toWeChat(event));
};
