/** What the self-check runs with. */
import type { OperatorRuntime } from '../_shared/calls/operator';
import type { EnvironmentProblem } from '../_shared/kernel/environment';
import type { Ports } from '../_shared/platform/ports';
import type { CloudDatabase } from '../_shared/store/cloud-database';

export interface WechatRuntime extends OperatorRuntime {
  ports(): Ports;
  variableProblems(): readonly EnvironmentProblem[];
  database(): CloudDatabase;
  newId(): string;
  readonly node: string;
  /** Epoch milliseconds. */
  now(): number;
}
