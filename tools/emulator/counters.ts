import type { CallCounters } from './types';

export function openCounters(): CallCounters {
  return { requests: {}, documentsRead: 0, documentsScanned: 0, bytesIn: 0, bytesOut: 0 };
}

export function countRequest(counters: CallCounters, action: string): void {
  counters.requests[action] = (counters.requests[action] ?? 0) + 1;
}

export function resetCounters(counters: CallCounters): void {
  Object.assign(counters, openCounters());
}
