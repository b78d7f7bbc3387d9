/** What was put right on the roster by hand, and taking it back. */
import * as v from 'valibot';
import { CORRECTION_KINDS } from '../../domain/people/corrections';
import { defineAction } from '../define';
import { count, done, id, instant } from '../parts';

const correction = v.object({
  id,
  kind: v.picklist(CORRECTION_KINDS),
  /** The person, branch or college as it was called before. */
  name: v.string(),
  /** The number of the person as it was before; empty for a branch or college. */
  studentNumber: v.string(),
  /** The record that went, or the branch people went into; empty where there is none. */
  other: v.string(),
  /** How many people it moved. */
  people: count,
  /** Who did it; null where they are not known any more. */
  by: v.nullable(v.string()),
  at: instant,
  /** Until when it can be taken back. */
  until: instant,
});

export const correctionActions = {
  /** What can still be taken back, newest first. The committee names the college, or sees all. */
  corrections: defineAction(
    v.strictObject({ collegeId: v.optional(id) }),
    v.object({ corrections: v.array(correction), now: instant }),
    ['COLLEGE_UNKNOWN'],
  ),
  /** `CONFLICT` when the roster has gone on meanwhile, so that it would undo something else as well. */
  undoCorrection: defineAction(v.strictObject({ correctionId: id }), done, ['NOT_FOUND', 'CONFLICT']),
};
