import type { Change } from '../change';
import type { Cloud } from '../cloud';

const WAIT_MS = 5000;
const WAITS = 24;

/** Functions made by an interface log nowhere unless the environment has a place for logs beforehand. */
export const logChanges = async ({ logs, pause }: Pick<Cloud, 'logs' | 'pause'>): Promise<Change[]> => {
  if (await logs.topic()) return [];
  return [
    {
      what: '日志服务',
      differences: ['+ 开通，云函数的日志存到那里'],
      make: async () => {
        await logs.create();
        for (let waits = 0; waits < WAITS; waits += 1) {
          if (await logs.topic()) return;
          await pause(WAIT_MS);
        }
        throw new Error('日志服务还在开通，过几分钟再运行一次');
      },
    },
  ];
};
