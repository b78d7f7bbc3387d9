/** `/control/*`: what only an emulator can do: move the clock, look into WeChat, make things fail. */
import * as v from 'valibot';
import type { AdjustableClock } from '../clock';
import { resetCounters } from '../counters';
import type { Events } from '../events';
import { json, parseObject, type Answer, type Exchange, type Route } from '../exchange';
import type { FunctionHost } from '../hosting/host';
import type { Pushes } from '../pushes';
import type { WeChatState } from '../state';
import type { Scheduler } from '../timers/scheduler';
import { ProtocolError, type CallCounters, type TemplateSpec } from '../types';
import { streamEvents } from './event-stream';
import type { Faults } from './faults';

export interface ControlOptions {
  readonly clock: AdjustableClock;
  readonly scheduler: Scheduler;
  readonly state: WeChatState;
  readonly templates: readonly TemplateSpec[];
  readonly host: FunctionHost;
  readonly pushes: Pushes;
  readonly faults: Faults;
  readonly counters: CallCounters;
  readonly events: Events;
  /** Empties everything and returns the clock to real time. */
  readonly reset: () => Promise<void>;
}

const BODY_LIMIT_BYTES = 1024 * 1024;
/** The latest time a `Date` can hold. */
const MAX_TIME_MS = 8.64e15;

const finite = v.pipe(v.number(), v.minValue(-MAX_TIME_MS), v.maxValue(MAX_TIME_MS));
const MoveSchema = v.union([v.strictObject({ advanceMs: finite }), v.strictObject({ at: finite })]);
const PushSchema = v.strictObject({
  event: v.looseObject({ Event: v.string() }),
  openid: v.optional(v.string()),
});
const RunSchema = v.strictObject({ function: v.optional(v.string()) });

export function controlRoutes(options: ControlOptions): Route[] {
  const { clock, scheduler, state, faults, counters } = options;
  const time = () => ({ now: clock.now(), offset: clock.offset });

  async function moveClock(exchange: Exchange): Promise<Answer> {
    const move = parse(MoveSchema, await readInput(exchange));
    const offset = Math.round('at' in move ? move.at - Date.now() : clock.offset + move.advanceMs);
    if (Math.abs(Date.now() + offset) > MAX_TIME_MS) throw new ProtocolError('INVALID_PARAM', 'no such time');
    const timers = await scheduler.moveClock(offset);
    return json({ ...time(), timers });
  }

  async function runTimers(exchange: Exchange): Promise<Answer> {
    const { function: name } = parse(RunSchema, await readInput(exchange));
    if (name !== undefined && !scheduler.status().some((timer) => timer.function === name)) {
      throw new ProtocolError('INVALID_PARAM', `function "${name}" has no timer`);
    }
    return json({ timers: await scheduler.runNow(name) });
  }

  async function push(exchange: Exchange): Promise<Answer> {
    const { event, openid } = parse(PushSchema, await readInput(exchange));
    return json({ result: await options.pushes.send(event, openid) });
  }

  async function addFault(exchange: Exchange): Promise<Answer> {
    const input = await readInput(exchange);
    try {
      return json({ id: faults.add(input) });
    } catch (error) {
      throw new ProtocolError('INVALID_PARAM', error instanceof Error ? error.message : String(error));
    }
  }

  async function removeFaults(exchange: Exchange): Promise<Answer> {
    const { id } = await readInput(exchange);
    const asked = exchange.url.searchParams.get('id') ?? id;
    faults.remove(asked === undefined ? undefined : String(asked));
    return json({});
  }

  return [
    { method: 'GET', path: '/control/clock', handle: () => json(time()) },
    { method: 'POST', path: '/control/clock', handle: moveClock },
    { method: 'GET', path: '/control/timers', handle: () => json({ timers: scheduler.status() }) },
    { method: 'POST', path: '/control/timers/run', handle: runTimers },
    {
      method: 'GET',
      path: '/control/messages',
      handle: ({ url }) => json({ messages: state.messages(url.searchParams.get('openid') ?? undefined) }),
    },
    { method: 'GET', path: '/control/templates', handle: () => json({ templates: options.templates }) },
    {
      method: 'GET',
      path: '/control/calls',
      handle: () => json({ ...counters, functions: options.host.calls }),
    },
    {
      method: 'DELETE',
      path: '/control/calls',
      handle() {
        resetCounters(counters);
        options.host.resetCalls();
        return json({});
      },
    },
    { method: 'POST', path: '/control/push', handle: push },
    { method: 'POST', path: '/control/faults', handle: addFault },
    { method: 'DELETE', path: '/control/faults', handle: removeFaults },
    {
      method: 'POST',
      path: '/control/reset',
      async handle() {
        await options.reset();
        return json({});
      },
    },
    {
      method: 'GET',
      path: '/control/events',
      handle: () => ({ kind: 'stream', open: (response) => streamEvents(options.events, response) }),
    },
  ];
}

/** An empty body is an empty object. */
async function readInput(exchange: Exchange): Promise<Record<string, unknown>> {
  const body = await exchange.read(BODY_LIMIT_BYTES);
  return body.length === 0 ? {} : parseObject(body.toString());
}

function parse<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new ProtocolError('INVALID_PARAM', parsed.issues.map((issue) => issue.message).join('; '));
}
