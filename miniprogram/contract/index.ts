/**
 * One contract for every cloud action. The client imports only types from here; the functions parse with it.
 */
import type { InferInput, InferOutput } from 'valibot';
import { accountActions } from './account';
import { graduateActions } from './graduate/index';
import { secretaryActions } from './secretary/index';
import { teacherActions } from './teacher/index';

export const contract = {
  account: accountActions,
  graduate: graduateActions,
  secretary: secretaryActions,
  teacher: teacherActions,
} as const;

type Contract = typeof contract;
export type FunctionName = keyof Contract;
export type ActionName<F extends FunctionName> = keyof Contract[F] & string;

type Spec<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends {
  request: infer Req;
  response: infer Res;
}
  ? { request: Req; response: Res }
  : never;

type AnySchema = Parameters<typeof import('valibot').parse>[0];

/** What a caller sends. */
export type Request<F extends FunctionName, A extends ActionName<F>> = Spec<F, A>['request'] extends infer S
  ? S extends AnySchema
    ? InferInput<S>
    : never
  : never;

/** What a use case receives: the parsed request. */
export type Parsed<F extends FunctionName, A extends ActionName<F>> = Spec<F, A>['request'] extends infer S
  ? S extends AnySchema
    ? InferOutput<S>
    : never
  : never;

/** What comes back. */
export type Response<F extends FunctionName, A extends ActionName<F>> = Spec<F, A>['response'] extends infer S
  ? S extends AnySchema
    ? InferOutput<S>
    : never
  : never;
