import { fail, ok } from '../../miniprogram/domain/errors';
import { escalatesAtOf, resetHandlerOf } from '../../miniprogram/domain/plan-reset';
import type { UseCase } from '../_shared/entry';
import { actingAs, type MemberCaller } from '../_shared/identity';
import { openOutbox, type Outbox } from '../_shared/outbox';
import { resetRequestIdOf } from '../_shared/record-ids';
import type { Member, ResetRequest } from '../_shared/records';
import { putRequest } from '../_shared/resets/change';
import { escalateRequest, teacherHandler } from '../_shared/resets/escalate';
import { latestRequest } from '../_shared/resets/load';
import { hasExpired, toResetView } from '../_shared/resets/view';
import { currentSeason, rulebookNamed } from '../_shared/season';
import { checkText } from '../_shared/text-check';

const isOpen = (request: ResetRequest, now: number): boolean =>
  ['waiting', 'escalated', 'issued'].includes(request.state) && !hasExpired(request, now);

/** The number of a member's next request, so that two taps at once make the same document. */
const numberAfter = (last: ResetRequest | undefined): number =>
  last ? Number(last._id.slice(last._id.lastIndexOf('-') + 1)) + 1 : 1;

const newRequest = (
  member: Member,
  accountId: string,
  outbox: Outbox,
  facts: { number: number; note: string | null; rulebookId: string; now: number; escalate: boolean },
): ResetRequest => {
  const branchHasSecretary = !facts.escalate && (outbox.branch?.secretaries.length ?? 0) > 0;
  const { role, state } = resetHandlerOf({ isSecretary: member.isSecretary, branchHasSecretary });
  const secretary = { role: 'secretary' as const, name: outbox.branch?.secretaries[0]?.name ?? '团支书' };
  const isWaiting = state === 'waiting';
  return {
    _id: resetRequestIdOf(member._id, facts.number),
    recordVersion: 1,
    version: 1,
    memberId: member._id,
    memberName: member.name,
    accountId,
    branchId: member.branchId,
    branchName: member.branchName,
    collegeId: member.collegeId,
    rulebookId: facts.rulebookId,
    state,
    handler: role === 'teacher' ? teacherHandler(outbox.college) : secretary,
    note: facts.note,
    escalationReason: null,
    requestedAt: facts.now,
    escalatesAt: isWaiting ? escalatesAtOf(facts.now, rulebookNamed(facts.rulebookId)) : null,
    escalatedAt: isWaiting ? null : facts.now,
    issuedAt: null,
    expiresAt: null,
    revealedAt: null,
    codeSealed: null,
  };
};

/** Asks the secretary for a 重置密码验证码; a secretary's own request, or an escalated one, goes to the teacher at once. */
export const requestResetCode: UseCase<'graduate', 'requestResetCode', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { note, escalate = false } },
) => {
  const checked = await checkText(ports, account._id, 'note', [note]);
  if (!checked.ok) return checked;
  const owner = { ...member, memberId: member._id };
  const [last, season, outbox] = await Promise.all([
    latestRequest(ports, member._id),
    currentSeason(ports),
    openOutbox(ports, owner),
  ]);
  const actor = actingAs(account, 'graduate', member.name);
  if (escalate && last?.state === 'waiting') {
    const escalated = await escalateRequest(ports, last, { actor, reason: note ?? null });
    return escalated.ok ? ok({ resetRequest: toResetView(escalated.data, ports.clock.now()) }) : escalated;
  }
  const number = numberAfter(last);
  return ports.store.transact(async (tx) => {
    const now = ports.clock.now();
    // An earlier request never opens again, so what was read of it before counts.
    const rival = await tx.get('resetRequests', resetRequestIdOf(member._id, number));
    if (rival ?? (last && isOpen(last, now))) return fail('RESET_ALREADY_WAITING');
    const facts = { number, note: note ?? null, rulebookId: season.rulebookId, now, escalate };
    const created = newRequest(member, account._id, outbox, facts);
    const change = { action: 'request', actor } as const;
    await putRequest(tx, outbox, { request: created, change, now });
    return ok({ resetRequest: toResetView(created, now) });
  });
};
