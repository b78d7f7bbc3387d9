import type { GenericSchema } from 'valibot';
import type { ErrorCode } from '../domain/errors';

/** One cloud action: what may be asked, what comes back, and every failure a caller must expect. */
export interface ActionSpec {
  readonly request: GenericSchema;
  readonly response: GenericSchema;
  readonly errors: readonly ErrorCode[];
}

/** Keeps the literal types of an action's schemas; failures any call may have are added by the entry. */
export const defineAction = <Req extends GenericSchema, Res extends GenericSchema, const E extends ErrorCode>(
  request: Req,
  response: Res,
  errors: readonly E[],
) => ({ request, response, errors });
