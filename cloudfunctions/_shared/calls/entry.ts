/** The one way into every function: identity → role → parse by contract → use case → Result. */
import * as v from 'valibot';
import {
  contract,
  type ActionName,
  type FunctionName,
  type Parsed,
  type Response,
} from '../../../miniprogram/contract';
import type { ActionSpec } from '../../../miniprogram/contract/define';
import { ID_NUMBER, MALFORMED_CODE, NOTHING_ANNOUNCED } from '../../../miniprogram/contract/parts';
import { fail, type Result } from '../../../miniprogram/domain/errors';
import { begun } from '../kernel/begun';
import { answerThrown } from './thrown';
import { LOOKS, type LooksAt, type Visitor } from './identity';
import type { Ports } from '../platform/ports';
import type { Runtime } from './runtime';
import { standingOf } from './standing';
import { keepPublished } from '../season/published';

export interface Call<Caller, Request> {
  readonly caller: Caller;
  readonly request: Request;
}

export type UseCase<F extends FunctionName, A extends ActionName<F>, Caller> = (
  ports: Ports,
  call: Call<Caller, Parsed<F, A>>,
) => Promise<Result<Response<F, A>>>;

/** A use case that begins to read as soon as the request is known. */
export interface EarlyReader<F extends FunctionName, A extends ActionName<F>, Caller> {
  begin(ports: Ports, request: Parsed<F, A>): UseCase<F, A, Caller>;
}

/**
 * Reads what the request alone leads to while the caller is being identified, in the same round trip. Only somebody
 * who has been authorised gets an answer made of it.
 */
export const readingEarly = <F extends FunctionName, A extends ActionName<F>, Caller, Early>(
  read: (ports: Ports, request: Parsed<F, A>) => Promise<Early>,
  useCase: (ports: Ports, call: Call<Caller, Parsed<F, A>>, early: Early) => Promise<Result<Response<F, A>>>,
): EarlyReader<F, A, Caller> => ({
  begin: (ports, request) => {
    const early = begun(read(ports, request));
    // It writes through the ports that ask again whether the caller still may.
    return async (standing, call) => useCase(standing, call, await early);
  },
});

type Handlers<F extends FunctionName, Caller> = {
  readonly [A in ActionName<F>]: UseCase<F, A, Caller> | EarlyReader<F, A, Caller>;
};

export interface EntryDefinition<F extends FunctionName, Caller> {
  readonly functionName: F;
  /** Decides once whether this person may call the action at all, and with which scope. */
  authorise(visitor: Visitor, action: ActionName<F>): Result<Caller>;
  readonly handlers: Handlers<F, Caller>;
  /**
   * What happens to the function's writes when the caller loses the right to make them while the call runs.
   * `anyone`: nothing, as the function asks for no right. `kept`: they are refused. `named`: they are refused, too, and
   * as they leave the caller's name on records of others, each of them also conflicts with a deletion of the caller.
   */
  readonly standing: 'anyone' | 'kept' | 'named';
  /**
   * Which records of the caller are read: one answer for all actions, or one for each that needs less than `both`. The
   * visitor of such an action holds only what was read.
   */
  readonly looksAt?: LooksAt | { readonly [A in ActionName<F>]?: LooksAt };
}

/** How often a call begins anew because its caller was moved, to another branch for example, while it ran. */
const MOST_MOVES = 3;

const callEvent = v.object({ action: v.string(), payload: v.optional(v.unknown(), {}) });

/** Only an early reader starts before it is known who calls. */
const begin = <F extends FunctionName, A extends ActionName<F>, Caller>(
  handler: UseCase<F, A, Caller> | EarlyReader<F, A, Caller>,
  ports: Ports,
  request: Parsed<F, A>,
): UseCase<F, A, Caller> => (typeof handler === 'function' ? handler : handler.begin(ports, request));

/** Faults of a request that are answered by a code of their own, the gravest first. All others are `BAD_REQUEST`. */
const NAMED_ISSUES = [ID_NUMBER, NOTHING_ANNOUNCED, MALFORMED_CODE] as const;

const badRequest = (issues: readonly v.BaseIssue<unknown>[]): Result<never> => {
  const code = NAMED_ISSUES.find((named) => issues.some(({ message }) => message === named));
  const issue = issues.find(({ message }) => message === code) ?? issues[0];
  return fail(code ?? 'BAD_REQUEST', issue ? (v.getDotPath(issue) ?? undefined) : undefined);
};

const run = async <F extends FunctionName, Caller>(
  definition: EntryDefinition<F, Caller>,
  ports: Ports,
  openid: string,
  event: unknown,
): Promise<Result<unknown>> => {
  const call = v.safeParse(callEvent, event);
  if (!call.success) return badRequest(call.issues);
  const { action, payload } = call.output;
  const actions: Readonly<Record<string, ActionSpec>> = contract[definition.functionName];
  if (!Object.hasOwn(actions, action)) return fail('UNKNOWN_ACTION');
  const name = action as ActionName<F>;
  const request = v.safeParse((actions[action] as ActionSpec).request, payload);
  const parsed = request.output as Parsed<F, typeof name>;
  const { looksAt = 'both' } = definition;
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const answer = request.success ? begin(definition.handlers[name], ports, parsed) : undefined;
    const look = LOOKS[typeof looksAt === 'string' ? looksAt : (looksAt[name] ?? 'both')];
    const [visitor] = await Promise.all([look(ports, openid), keepPublished(ports)]);
    const authorise = (who: Visitor) => definition.authorise(who, name);
    const caller = authorise(visitor);
    if (!caller.ok) return caller;
    if (!answer) return badRequest(request.issues ?? []);
    if (definition.standing === 'anyone') return answer(ports, { caller: caller.data, request: parsed });
    const isNamed = definition.standing === 'named';
    const standing = standingOf(ports, { visitor, authorise, isNamed });
    const result = await answer(standing.ports, { caller: caller.data, request: parsed });
    const refusal = standing.refusal();
    if (refusal) return { ok: false, error: refusal };
    if (!standing.hasMoved()) return result;
  }
  return fail('BUSY');
};

/** A function's `main`. Expected failures are returned; `answerThrown` says what becomes of all others. */
export const createEntry =
  <F extends FunctionName, Caller>(definition: EntryDefinition<F, Caller>) =>
  ({ ports, openid }: Runtime) =>
  async (event: unknown): Promise<Result<unknown>> => {
    try {
      const caller = openid();
      if (caller === undefined) return fail('FORBIDDEN');
      return await run(definition, ports(), caller, event);
    } catch (error) {
      return answerThrown(definition.functionName, error);
    }
  };
