/** Rivals: of two who write the same document one is told of a conflict, and nothing of theirs was changed. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isConflict } from './database-errors';

export const MAX_RUNS = 10;
const BASE_PAUSE_MS = 15;

/** Waits up to `maxMs`, a random part of it, so that rivals do not meet again. */
export type Pause = (maxMs: number) => Promise<void>;

/** @param run counted from 1; each is followed by a longer pause */
export const pauseAfter = (pause: Pause, run: number): Promise<void> => pause(BASE_PAUSE_MS * run);

/** Runs the work again after a conflict, which it must bear. `BUSY` when conflicts do not end. */
export const unlessBusy = async <T>(pause: Pause, work: () => Promise<T>): Promise<Result<T>> => {
  for (let run = 1; run <= MAX_RUNS; run += 1) {
    try {
      return ok(await work());
    } catch (error) {
      if (!isConflict(error)) throw error;
      await pauseAfter(pause, run);
    }
  }
  return fail('BUSY');
};
