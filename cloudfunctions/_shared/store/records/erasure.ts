import * as v from 'valibot';

const at = v.number();

/** Who is being erased, as they stood on the roster: what names them is found by it. */
const erasedPerson = v.object({
  accountId: v.nullable(v.string()),
  /** Of erasures of the same person that this one has overtaken. */
  earlierAccountIds: v.optional(v.array(v.string()), []),
  name: v.string(),
  studentNumber: v.string(),
  branchId: v.string(),
  collegeId: v.string(),
  isSecretary: v.boolean(),
  /** Given to their phone for pictures, which may still arrive after the first look. */
  folders: v.optional(v.array(v.string()), []),
});

/**
 * Somebody who has been taken off their WeChat, or off the roster, and whose traces are being removed; its id is the
 * member's. Written in the transaction that decides it, so that a crash leaves nothing behind.
 */
export const erasureRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  /** `settling`: all is gone, but what began before may still write; one more look is taken when that must have ended. */
  state: v.picklist(['erasing', 'settling']),
  /** None from the moment all is gone. */
  person: v.nullable(erasedPerson),
  /** For the last look: the same, sealed for this record. */
  personSealed: v.nullable(v.string()),
  /** Whether the figures go down with their transfers. */
  movesFigures: v.boolean(),
  /** Until then somebody is at it; afterwards the timer is. */
  nextAt: at,
});

export const sealedPerson = v.pipe(v.string(), v.parseJson(), erasedPerson);
