import { fail, ok } from '../../../miniprogram/domain/errors';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import {
  nudgeOutcome,
  turnOf,
  waitsForCode,
  type NudgeOutcome,
} from '../../../miniprogram/domain/reminding/nudge';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { forCollege } from '../../_shared/season/season';
import { personOf, readPerson } from '../../_shared/people/person';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { toldToSecretary } from '../../_shared/people/told-transfer';

type PersonView = Awaited<ReturnType<typeof personOf>>;

const nudgeOf = (
  { bound, transfer, overAge, resetRequests, lastNudgedAt, credits }: PersonView,
  now: number,
): NudgeOutcome =>
  nudgeOutcome(
    {
      bound,
      waitingForCode: waitsForCode({ resetRequests }),
      turn: turnOf({ transfer, overAge }),
      lastNudgedAt,
      credits: credits[TEMPLATE_OF.nudged],
    },
    now,
  );

/** One person of the own branch; where they go and whether a contact is kept may be the college's business. */
export const person: EarlyReader<'secretary', 'person', MemberCaller> = readingEarly(
  (ports, { memberId }) => readPerson(ports, memberId),
  async (ports, { caller, request: { memberId } }, records) => {
    const { member, season } = records;
    if (member?.branchId !== caller.member.branchId) return fail('NOT_FOUND', 'memberId');
    const [view, branch] = await Promise.all([
      personOf(ports, member, records),
      member.accountId === null ? ifReadable(ports.store.get('branches', member.branchId)) : undefined,
    ]);
    const inviteCode = branch?.inviteCode ?? null;
    const transfer = view.transfer && toldToSecretary(view.transfer);
    const self = memberId === caller.member._id;
    const now = ports.clock.now();
    const nudge = self ? 'nothing-to-do' : nudgeOf(view, now);
    const { rulebookId } = transfer ?? forCollege(season, member.collegeId);
    return ok({ person: { ...view, transfer }, self, nudge, inviteCode, rulebookId, now });
  },
);
