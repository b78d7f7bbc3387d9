/** The built functions on the emulator, called as the operator calls them: with the account's keys, without an openid. */
import tcb from '@cloudbase/node-sdk';

export interface Operator {
  /** What the function answers. */
  ask(name: string, event: object): Promise<unknown>;
}

export const openOperator = (adminUrl: string): Operator => {
  // Else the SDK would first ask a machine of Tencent's network who it is.
  process.env['TENCENTCLOUD'] ??= 'true';
  const options = { env: 'local-env', secretId: 'local', secretKey: 'local', serviceUrl: adminUrl };
  const app = tcb.init(options as Parameters<typeof tcb.init>[0]);
  return { ask: async (name, data) => (await app.callFunction({ name, data })).result as unknown };
};
