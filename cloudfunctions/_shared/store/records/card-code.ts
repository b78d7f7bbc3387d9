import * as v from 'valibot';

/** The digits under somebody's personal QR; its id is the member's, so that there is one for each person. */
export const cardCodeRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  digits: v.string(),
  transferId: v.string(),
  expiresAt: v.number(),
  /** Since when this WeChat has shown passes: one issued earlier was somebody else's. */
  since: v.optional(v.number(), 0),
});
