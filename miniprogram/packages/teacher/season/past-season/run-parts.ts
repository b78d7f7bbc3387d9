import { ok, type Result } from '../../../../domain/errors';
import { call } from '../../../../asking/call';
import type { Part } from './view';

export interface Run {
  readonly seasonId: string;
  readonly dryRun: boolean;
  /** Where the run before broke off. */
  readonly cursor: string | null;
  /** Hears of each part; false ends the run there. */
  readonly onPart: (part: Part) => boolean;
}

/** One call cannot look at a whole university: goes from part to part until none is left. */
export const runParts = async ({ seasonId, dryRun, cursor, onPart }: Run): Promise<Result<undefined>> => {
  for (let next = cursor, more = true; more;) {
    const place = next === null ? {} : { cursor: next };
    const reply = await call('teacher', 'purgeSeason', { seasonId, dryRun, ...place });
    if (!reply.ok) return reply;
    next = reply.data.next;
    more = onPart(reply.data) && next !== null;
  }
  return ok(undefined);
};
