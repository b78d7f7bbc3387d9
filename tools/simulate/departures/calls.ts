/** Calls as the mini-program makes them, into one process of the functions. */
import { accountEntry } from '../../../cloudfunctions/account/entry';
import { graduateEntry } from '../../../cloudfunctions/graduate/entry';
import { secretaryEntry } from '../../../cloudfunctions/secretary/entry';
import { teacherEntry } from '../../../cloudfunctions/teacher/entry';
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { Result } from '../../../miniprogram/domain/errors';

const ENTRIES = {
  account: accountEntry,
  graduate: graduateEntry,
  secretary: secretaryEntry,
  teacher: teacherEntry,
} as const;
type Called = keyof typeof ENTRIES & FunctionName;

export type Call = <F extends Called, A extends ActionName<F>>(
  openid: string,
  name: F,
  action: A,
  payload: Request<F, A>,
) => Promise<Result<Response<F, A>>>;

export const callerOf =
  (ports: Ports): Call =>
  async (openid, name, action, payload) => {
    const main = ENTRIES[name]({ ports: () => ports, openid: () => openid });
    return (await main({ action, payload })) as Awaited<ReturnType<Call>> as never;
  };

/** The data of a call that nothing stands in the way of. */
export const dataOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`a call failed: ${JSON.stringify(result.error)}`);
  return result.data;
};
