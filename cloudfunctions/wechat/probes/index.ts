import type { Scratch } from '../scratch';
import { textOf, type Probe } from './probe';
import {
  fieldNames,
  largeDocument,
  manyIds,
  measureLatency,
  noDocument,
  nullAndMissing,
  ownWrites,
} from './reads';
import { conflictText, manyInside, rollback, snapshot } from './transactions';
import { duplicateId, rivals, updateCount, wholeAdd } from './writes';

/** Everything we take for granted of the database without being able to look it up. */
export const PROBES = {
  duplicateId,
  wholeAdd,
  updateCount,
  rivals,
  manyIds,
  nullAndMissing,
  noDocument,
  fieldNames,
  largeDocument,
  ownWrites,
  conflictText,
  snapshot,
  rollback,
  manyInside,
} as const satisfies Readonly<Record<string, Probe>>;

export type ProbeName = keyof typeof PROBES;
export const PROBE_NAMES = Object.keys(PROBES) as readonly ProbeName[];

export interface ProbeReport {
  /** What was seen instead, by assumption; those that hold are left out. */
  readonly differs: Readonly<Partial<Record<ProbeName, string>>>;
  readonly latencyMs: number;
}

/** One after another: they would disturb each other's clocks and conflicts. */
export const probeDatabase = async (scratch: Scratch): Promise<ProbeReport> => {
  const differs: Partial<Record<ProbeName, string>> = {};
  for (const name of PROBE_NAMES) {
    const seen = await PROBES[name](scratch).catch(textOf);
    if (seen !== undefined) differs[name] = seen;
  }
  return { differs, latencyMs: await measureLatency(scratch) };
};
