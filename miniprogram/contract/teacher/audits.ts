/** Who did what, for the university committee. */
import * as v from 'valibot';
import { AUDIT_KINDS } from '../../domain/people/audit';
import { ROLES } from '../../domain/rules/roles';
import { defineAction } from '../define';
import { id, instant, line } from '../parts';
import { cursor } from './cursor';

const entry = v.object({
  id: v.string(),
  at: instant,
  kind: v.picklist(AUDIT_KINDS),
  /** One of the domain's audit actions, or of an earlier release. */
  action: v.string(),
  role: v.picklist([...ROLES, 'system', 'visitor']),
  /** Null for the timer, and for somebody who has deleted their data. */
  actorName: v.nullable(v.string()),
  actorId: v.nullable(v.string()),
  /** Whom it is about, while they are on the roster. */
  memberId: v.nullable(v.string()),
  memberName: v.nullable(v.string()),
  branchName: v.nullable(v.string()),
  /** States, numbers and codes; never what people typed. */
  facts: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});

export const auditActions = {
  /** Newest first. A page may be empty and still have a next one: it has looked at many entries. */
  audits: defineAction(
    v.strictObject({
      kind: v.optional(v.picklist(AUDIT_KINDS)),
      /** About this member, by this account, or about whoever has this name or student number. */
      person: v.optional(
        v.variant('by', [
          v.strictObject({ by: v.literal('member'), memberId: id }),
          v.strictObject({ by: v.literal('actor'), actorId: id }),
          v.strictObject({ by: v.literal('search'), search: line(32) }),
        ]),
      ),
      /** From this moment on, and until just before this one. */
      from: v.optional(instant),
      until: v.optional(instant),
      cursor: v.optional(cursor),
    }),
    v.object({ entries: v.array(entry), next: v.nullable(v.string()), now: instant }),
    [],
  ),
};
