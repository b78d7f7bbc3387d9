import * as v from 'valibot';

const at = v.number();
/** Values are read by `season/edits`: they are whatever a place of a rulebook can hold. */
const edits = v.array(v.object({ path: v.string(), value: v.unknown() }));

/** What a scope, the committee (`all`) or a college, has published last on a shipped rulebook, and what it prepares. */
export const ruleSetRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  /** Raised by every change, of the draft too. */
  version: v.number(),
  scopeId: v.string(),
  shippedId: v.string(),
  /** Of the version that holds; 0 before the first one is published. */
  number: v.number(),
  edits,
  publishedAt: v.nullable(at),
  /** From then on the timer completes transfers whose last step the version removed; null once it has. */
  settleAt: v.optional(v.nullable(at), null),
  /** Null where nothing is being prepared. */
  draft: v.nullable(v.object({ edits, savedAt: at })),
});

/** One published version, never changed again. */
export const ruleVersionRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  scopeId: v.string(),
  shippedId: v.string(),
  number: v.number(),
  edits,
  at,
  /** The number of the version it brings back; null for a new one. */
  revertOf: v.nullable(v.number()),
});
