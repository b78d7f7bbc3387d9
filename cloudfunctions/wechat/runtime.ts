/** What the function runs with. */
import type { OperatorRuntime } from '../_shared/calls/operator';
import type { EnvironmentProblem } from '../_shared/kernel/environment';
import type { CloudDatabase } from '../_shared/store/cloud-database';
import type { PushRuntime } from './pushes/entry';

export interface WechatRuntime extends OperatorRuntime, PushRuntime {
  variableProblems(): readonly EnvironmentProblem[];
  database(): CloudDatabase;
  newId(): string;
  readonly node: string;
  /** Epoch milliseconds. */
  now(): number;
}
