import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended between listing and reading.
    return '';
  }
};

/** The most memory any living instance of a cloud function has taken, in MB; NaN where the system does not tell. */
export const peakMemoryOf = (functionName: string): number => {
  const entry = path.join(functionName, 'index.js');
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/status`).includes(`\nPPid:\t${process.pid}\n`))
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes(`${path.sep}${entry}`))
    .map((pid) => Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? NaN) / 1024);
  return peaks.length > 0 ? Math.round(Math.max(...peaks)) : NaN;
};
