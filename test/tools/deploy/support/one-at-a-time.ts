/**
 * The library of Tencent Cloud packs every function into one folder of the machine, named after the function alone. Test
 * files that deploy at the same moment would take each other's package, so they go one after the other.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LANE = path.join(tmpdir(), 'league-transfer-deploying');
const OWNER = path.join(LANE, 'pid');
const LONGEST_WAIT_MS = 600_000;
const LOOK_MS = 100;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A process that died in the lane leaves it open to the next. */
const clearOfTheDead = (): void => {
  try {
    if (!isAlive(Number(readFileSync(OWNER, 'utf8')))) rmSync(LANE, { recursive: true, force: true });
  } catch {
    // Somebody is just entering or leaving.
  }
};

const enter = async (): Promise<void> => {
  for (;;) {
    try {
      mkdirSync(LANE);
      writeFileSync(OWNER, String(process.pid));
      return;
    } catch {
      clearOfTheDead();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
};

/** The tests of this file wait until no other file deploys. */
export const deployOneAtATime = (): void => {
  beforeAll(enter, LONGEST_WAIT_MS);
  afterAll(() => rmSync(LANE, { recursive: true, force: true }));
};
