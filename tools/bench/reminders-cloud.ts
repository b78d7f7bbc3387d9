/** The bench's side of its cloud: starts the other process and asks it. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { useSdkAt } from '../simulate/cloud';
import type { Commands } from './reminders-server';

export type BenchCloud = {
  readonly [Name in keyof Commands]: (
    ...args: Parameters<Commands[Name]>
  ) => Promise<Awaited<ReturnType<Commands[Name]>>>;
} & { readonly close: () => void };

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** An empty cloud at `startAt` (epoch ms) with the SDK of this process talking to it. */
export const openBenchCloud = async (startAt: number): Promise<BenchCloud> => {
  const child = fork(path.join(__dirname, 'reminders-server.ts'), [String(startAt)]);
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.on('exit', () => {
    for (const [id, heard] of waiting) heard({ id, error: 'the cloud has gone' });
  });
  const answerTo = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error)),
      );
    });
  await answerTo(0);
  let asked = 0;
  const ask = (name: string, args: readonly unknown[]): Promise<unknown> => {
    asked += 1;
    child.send({ id: asked, name, args });
    return answerTo(asked);
  };
  const cloud = new Proxy({} as BenchCloud, {
    get: (_, name: string) => {
      if (name === 'close') return () => child.disconnect();
      // Whoever awaits the cloud itself looks for this.
      if (name === 'then') return undefined;
      return (...args: unknown[]) => ask(name, args);
    },
  });
  useSdkAt(`${await cloud.url()}/admin`);
  return cloud;
};
