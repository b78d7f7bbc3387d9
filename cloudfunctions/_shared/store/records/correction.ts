import * as v from 'valibot';
import { branchRecord, memberRecord } from './people';
import { CORRECTION_KINDS } from '../../../../miniprogram/domain/people/corrections';

const at = v.number();

/** What the roster was before somebody put it right by hand: for a day it can be taken back. */
export const correctionRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  collegeId: v.string(),
  kind: v.picklist(CORRECTION_KINDS),
  /** Who did it. */
  accountId: v.string(),
  /** Whom it is about; null when it is about a branch or a college. */
  memberId: v.nullable(v.string()),
  /** People as they were; of two made one the record that stayed comes first. */
  members: v.array(memberRecord),
  /** What their name and number were put to; nothing when it is about something else, or older than this field. */
  correctedTo: v.optional(v.object({ name: v.string(), studentNumber: v.string() })),
  /** The branch as it was; null when it is about something else. */
  branch: v.nullable(branchRecord),
  /** Where its people went, and the keys that place answered to before; no keys where it is older than that field. */
  into: v.nullable(v.object({ id: v.string(), name: v.string(), aliases: v.optional(v.array(v.string())) })),
  /** Who went there. */
  memberIds: v.array(v.string()),
  /** The name of the college as it was; null when it is about something else. */
  collegeName: v.nullable(v.string()),
  at,
  undoneAt: v.nullable(at),
  expiresAt: at,
});
