import type { Failure } from '../../../domain/errors';
import { call } from '../../../asking/call';
import type { ExportJob } from '../roster/roster-panel/view';

/** A pause keeps a broken job from being asked about without end, ms. */
const BETWEEN_MS = 500;
const MOST_ASKS = 300;

export interface Follower {
  /** False once nobody looks any more. */
  readonly isShown: () => boolean;
  readonly onJob: (job: ExportJob) => void;
  readonly onFailure: (error: Failure) => void;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));

/** Until the list is done, has failed, or nobody looks any more. */
export const followExport = async (
  begun: ExportJob,
  { isShown, onJob, onFailure }: Follower,
): Promise<void> => {
  const ask = () => call('teacher', 'exportProgress', { exportId: begun.id });
  // The first call makes the list and answers at its end; those beside it tell how far it is.
  const making = ask();
  let job = begun;
  for (let asks = 0; asks < MOST_ASKS && isShown() && job.state === 'running'; asks += 1) {
    await (asks === 0 ? Promise.race([making, pause()]) : pause());
    const reply = await ask();
    if (reply.ok) job = reply.data.export;
    else if (reply.error.code !== 'OFFLINE' && reply.error.code !== 'BUSY') {
      onFailure(reply.error);
      job = { ...job, state: 'failed' };
    }
    onJob(job);
  }
  const made = await making;
  if (!made.ok && made.error.code === 'EXPORT_TOO_LARGE') onFailure(made.error);
};
