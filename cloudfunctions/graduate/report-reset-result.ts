import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import { actingAs, type MemberCaller } from '../_shared/identity';
import { changeRequest } from '../_shared/resets/change';
import { requestWithin } from '../_shared/resets/load';
import { toResetView } from '../_shared/resets/view';

/** Says whether the shown code worked; a login that worked also confirms the first step of the path. */
export const reportResetResult: UseCase<'graduate', 'reportResetResult', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { requestId, worked } },
) => {
  const seen = await requestWithin(ports, requestId, ({ memberId }) => memberId === member._id);
  if (!seen.ok) return seen;
  const reported = await changeRequest(ports, seen.data, {
    action: 'report',
    actor: actingAs(account, 'graduate', member.name),
    from: ['revealed'],
    to: worked ? 'solved' : 'failed',
    also: async (tx, now) => {
      const current = worked ? await tx.get('members', member._id) : undefined;
      if (!current || current.loginConfirmedAt !== null) return;
      tx.put('members', { ...current, loginConfirmedAt: now, version: current.version + 1 });
    },
  });
  return reported.ok ? ok({ resetRequest: toResetView(reported.data, ports.clock.now()) }) : reported;
};
