import * as v from 'valibot';

/** A folder given to a phone: for a graduate's pictures, saved afterwards or not, or for one roster file. */
export const uploadRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Whose pictures; null where a roster file goes, which is taken out at once or not at all. */
  memberId: v.nullable(v.string()),
  folder: v.string(),
  at: v.number(),
});
