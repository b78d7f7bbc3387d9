/** What this process has asked for and what has not ended yet, also for senders that have died or given up meanwhile. */
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

const underWay = new Set<unknown>();

subscribe('http.client.request.start', (message) => {
  const { request } = message as { request: ClientRequest };
  underWay.add(request);
  request.once('close', () => underWay.delete(request));
});

/** Counts the work among what is under way until it has ended. */
export const tracked = async <T>(work: Promise<T>): Promise<T> => {
  underWay.add(work);
  try {
    return await work;
  } finally {
    underWay.delete(work);
  }
};

const LOOK_EVERY_MS = 1;

/** Waits for all of it: what is on its way takes a moment, never the hours a clock leaps. `letGo` breaks what hangs. */
export const allEnded = async ({ letGo }: { letGo(): void }): Promise<void> => {
  while (underWay.size > 0) {
    letGo();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
};
