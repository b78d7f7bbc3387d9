/** Ends an instance that outgrows its memory outside the heap, with buffers for example. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MS = 100;
const PAGE_BYTES = 4096;
const MB = 1024 * 1024;
/** What node and a loaded SDK take by themselves; the platform's runtime counts it differently. */
const BASE_MB = 128;

/** Returns the function that ends the watch. Only Linux tells the size of another process so cheaply. */
export function watchMemory(child: ChildProcess, limitMb: number): () => void {
  if (process.platform !== 'linux' || child.pid === undefined) return () => undefined;
  const file = `/proc/${child.pid}/statm`;
  const timer = setInterval(() => {
    if (residentMb(file) > limitMb + BASE_MB) child.kill('SIGKILL');
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** 0 when the process is gone. */
function residentMb(statm: string): number {
  try {
    const pages = Number(readFileSync(statm, 'utf8').split(' ')[1]);
    return (pages * PAGE_BYTES) / MB;
  } catch {
    return 0;
  }
}
