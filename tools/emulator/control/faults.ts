/** Failures on demand: what a test or the desk wants to go wrong, and how often. */
import * as v from 'valibot';
import type { Answer } from '../exchange';

const FaultSchema = v.pipe(
  v.strictObject({
    /** An admin action, `wx.openApi:<api>`, `client.<name>` or `storage.put`/`storage.get`. */
    action: v.pipe(v.string(), v.nonEmpty()),
    kind: v.picklist(['delay', 'code', 'http', 'reset', 'hang']),
    /** How many requests meet it; all of them when absent. */
    times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    delayMs: v.optional(v.pipe(v.number(), v.minValue(0))),
    /** A CloudBase code; for an open API also a WeChat errcode. */
    code: v.optional(v.union([v.string(), v.number()])),
    message: v.optional(v.string()),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    /** A part of the request: text that occurs in its JSON, or an object of fields it has. */
    match: v.optional(v.union([v.string(), v.record(v.string(), v.unknown())])),
    /** `after`: the request is carried out and only its answer is lost or changed. */
    when: v.optional(v.picklist(['before', 'after']), 'before'),
  }),
  v.check(
    (fault) => fault.kind !== 'code' || fault.code !== undefined,
    'a fault of kind "code" needs a code',
  ),
  v.check((fault) => fault.kind !== 'delay' || fault.delayMs !== undefined, 'a "delay" needs delayMs'),
);

type Fault = v.InferOutput<typeof FaultSchema>;

export interface Faults {
  /** Adds a fault. @throws ValiError when it is not one. */
  add(input: unknown): string;
  /** Removes one fault, or all of them. */
  remove(id?: string): void;
  /** Carries out a request, unless a fault stands in its way. `refuse` words an error for this kind of caller. */
  around(
    action: string,
    request: Readonly<Record<string, unknown>>,
    refuse: (code: string | number, message: string) => Answer,
    carryOut: () => Promise<Answer>,
  ): Promise<Answer>;
}

interface Planned {
  readonly fault: Fault;
  left: number;
}

export function openFaults(): Faults {
  const planned = new Map<string, Planned>();
  let lastId = 0;

  function meet(action: string, request: Readonly<Record<string, unknown>>): Fault | undefined {
    for (const [id, one] of planned) {
      if (one.fault.action !== action || !matches(request, one.fault.match)) continue;
      one.left -= 1;
      if (one.left <= 0) planned.delete(id);
      return one.fault;
    }
    return undefined;
  }

  return {
    add(input) {
      const fault = v.parse(FaultSchema, input);
      lastId += 1;
      planned.set(String(lastId), { fault, left: fault.times ?? Infinity });
      return String(lastId);
    },
    remove(id) {
      if (id === undefined) planned.clear();
      else planned.delete(id);
    },
    async around(action, request, refuse, carryOut) {
      const fault = meet(action, request);
      if (!fault) return carryOut();
      const done = fault.when === 'after' ? await carryOut() : undefined;
      if (fault.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      return distort(fault, refuse) ?? done ?? carryOut();
    },
  };
}

/** What the caller gets instead of an answer; nothing when the fault only delays it. */
function distort(
  fault: Fault,
  refuse: (code: string | number, message: string) => Answer,
): Answer | undefined {
  switch (fault.kind) {
    case 'delay':
      return undefined;
    case 'code':
      return refuse(fault.code ?? 'SYS_ERR', fault.message ?? 'fault on demand');
    case 'http':
      return {
        kind: 'bytes',
        body: '<h1>fault on demand</h1>',
        contentType: 'text/html',
        status: fault.status ?? 502,
      };
    case 'reset':
    case 'hang':
      return { kind: fault.kind };
  }
}

function matches(request: Readonly<Record<string, unknown>>, match: Fault['match']): boolean {
  if (match === undefined) return true;
  if (typeof match === 'string') return JSON.stringify(request).includes(match);
  return Object.entries(match).every(
    ([key, value]) => JSON.stringify(request[key]) === JSON.stringify(value),
  );
}
