import * as v from 'valibot';

/** A folder given to a graduate's phone for pictures, whether they were saved afterwards or not. */
export const uploadRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  memberId: v.string(),
  folder: v.string(),
  at: v.number(),
});
