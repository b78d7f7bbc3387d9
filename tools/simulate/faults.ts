/** What goes wrong in a schedule: in WeChat, in 企业微信, in the database, in a sender's own process. */
import type { Death } from './ports';
import type { Random } from './random';

const SEND = 'wx.openApi:subscribeMessage.send';
const POST = 'wecom.send';
const WRITES = [
  'database.modifyDocument',
  'database.commitTransaction',
  'database.insertDocument',
  'database.removeDocument',
] as const;
const READS = ['database.getDocument', 'database.startTransaction'] as const;
const WHEN = ['before', 'after'] as const;
const DEATHS = [...WHEN, 'commit'] as const;
/** Of a timer. */
const LAST_CALL = 22;

/** One thing that goes wrong soon, for the emulator. */
export const faultOf = (random: Random): { name: string; fault: object } => {
  const when = random.pick(WHEN);
  const times = random.whole(1, 3);
  const database = random.pick([...WRITES, ...WRITES, ...READS]);
  return random.pick([
    () => ({ name: 'refused', fault: { action: SEND, kind: 'code', code: 43101, times } }),
    () => ({
      name: 'invalid',
      fault: { action: SEND, kind: 'code', code: 47003, message: 'data.thing4.value invalid', times: 1 },
    }),
    () => ({ name: 'quota', fault: { action: SEND, kind: 'code', code: 45009, times } }),
    () => ({ name: 'busy', fault: { action: SEND, kind: 'code', code: -1, times } }),
    () => ({ name: 'http', fault: { action: SEND, kind: 'http', status: 502, times, when } }),
    () => ({ name: 'reset', fault: { action: SEND, kind: 'reset', times: 1, when } }),
    () => ({ name: 'hang', fault: { action: SEND, kind: 'hang', times: 1, when } }),
    () => ({ name: 'robot', fault: { action: POST, kind: 'http', status: 502, times: 1, when } }),
    () => ({ name: 'robot busy', fault: { action: POST, kind: 'code', code: 45009, times } }),
    () => ({
      name: 'conflict',
      fault: {
        action: 'database.commitTransaction',
        kind: 'code',
        code: 'DATABASE_TRANSACTION_CONFLICT',
        message: 'ResourceUnavailable.TransactionConflict',
        times,
      },
    }),
    () => ({
      name: 'database',
      fault: { action: database, kind: 'code', code: 'SYS_ERR', message: 'away', times, when },
    }),
    () => ({ name: 'database hang', fault: { action: database, kind: 'hang', times: 1, when } }),
  ])();
};

/** `lastCall`: whoever lives longer has done its work. */
export const deathOf = (random: Random, lastCall = LAST_CALL): Death | undefined =>
  random.chance(0.3) ? { call: random.whole(1, lastCall), when: random.pick(DEATHS) } : undefined;
