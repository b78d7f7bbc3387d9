/** The cloud of the reminder bench in a process of its own, as in reality: what it works is no time of the timer's. */
import { readRecord, type Notice } from '../../cloudfunctions/_shared/store/records';
import { resetCounters } from '../emulator/counters';
import { openCloud, type Cloud } from '../simulate/cloud';
import { fill, isSilent, personOf, DUE } from './reminders-data';

const SEND = 'wx.openApi:subscribeMessage.send';
/** Added to every send, as WeChat takes its time. */
export const WECHAT_MS = 50;

/** Database calls and documents since the last look. */
export interface Counted {
  readonly calls: number;
  readonly read: number;
  readonly scanned: number;
}

const noticesIn = async (cloud: Cloud): Promise<Notice[]> =>
  (await cloud.all('notices')).map((data) => readRecord('notices', data));

/** What the bench may ask of its cloud. */
const commandsOf = (cloud: Cloud, startAt: number) => ({
  url: () => cloud.url,
  /** An empty cloud, filled; one in a hundred sends never gets an answer where it is `faulty`. */
  prepare: async (stored: number, { faulty, ahead }: { faulty: boolean; ahead: boolean }) => {
    await cloud.reset();
    cloud.clock.at = startAt;
    await fill(cloud, { stored, faulty, ahead });
    for (let number = 0; faulty && number < DUE; number += 1)
      if (isSilent(number))
        cloud.faults.add({ action: SEND, kind: 'hang', match: personOf(number), times: 1 });
    cloud.faults.add({ action: SEND, kind: 'delay', delayMs: WECHAT_MS });
  },
  setClock: (at: number) => {
    cloud.clock.at = at;
  },
  notices: (): Promise<Notice[]> => noticesIn(cloud),
  pagesSent: () => cloud.wechat.messages().map(({ page }) => page),
  /** Counts from here on. */
  startCounting: () => resetCounters(cloud.counters),
  counted: (): Counted => {
    const { requests, documentsRead, documentsScanned } = cloud.counters;
    const calls = Object.entries(requests)
      .filter(([action]) => action.startsWith('database.'))
      .reduce((sum, [, count]) => sum + count, 0);
    return { calls, read: documentsRead, scanned: documentsScanned };
  },
});

export type Commands = ReturnType<typeof commandsOf>;
export interface Asked {
  readonly id: number;
  readonly name: keyof Commands;
  readonly args: readonly unknown[];
}

const serve = async (): Promise<void> => {
  const startAt = Number(process.argv[2]);
  const commands = commandsOf(await openCloud(startAt), startAt);
  process.on('message', ({ id, name, args }: Asked) => {
    const command = commands[name] as (...given: readonly unknown[]) => unknown;
    Promise.resolve()
      .then(() => command(...args))
      .then(
        (result) => process.send?.({ id, result }),
        (error: unknown) => process.send?.({ id, error: String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ id: 0 });
};

if (process.send) void serve();
