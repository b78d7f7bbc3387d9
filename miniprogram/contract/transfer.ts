import * as v from 'valibot';
import { draftFields, submissionFields } from './fields';
import { fileId, instant, pastAttempt, transferStanding } from './parts';

/** A transfer as its owner sees it. */
export const transferView = v.object({
  ...transferStanding,
  fields: submissionFields,
  draft: draftFields,
  /** When the cloud last kept a draft; absent before the first one. */
  draftSavedAt: v.optional(instant),
  /** The parents' contact is kept, but does not open. */
  contactUnreadable: v.optional(v.literal(true)),
  /** The receiving office's telephone that the owner shares with classmates. */
  receiverPhone: v.optional(v.string()),
  screenshots: v.array(v.object({ fileId, url: v.string() })),
  /** Earlier attempts, first one first. */
  past: v.array(v.object({ ...pastAttempt, organisation: v.optional(v.string()) })),
});
