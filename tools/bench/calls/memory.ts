import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const KB_PER_MB = 1024;

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A process that ended meanwhile.
    return '';
  }
};

/** Highest resident memory so far in MB of each running function under `functionsDir`; Linux only, else empty. */
export const peakMemory = (functionsDir: string): Record<string, number> => {
  const peaks: Record<string, number> = {};
  if (!existsSync('/proc/self/status')) return peaks;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const file = read(`/proc/${pid}/cmdline`)
      .split('\0')
      .find((part) => part.startsWith(functionsDir + path.sep));
    if (!file) continue;
    const [name = ''] = path.relative(functionsDir, file).split(path.sep);
    const peak = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1];
    peaks[name] = Math.max(peaks[name] ?? 0, Math.round(Number(peak ?? 0) / KB_PER_MB));
  }
  return peaks;
};
