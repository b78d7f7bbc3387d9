import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { changeRequest } from '../../_shared/resets/change';
import { requestNamed, requestWithin } from '../../_shared/resets/load';
import { loggedIn } from '../../_shared/resets/solve';
import { toResetView } from '../../_shared/resets/view';

/** Says whether the shown code worked; a login that worked also confirms the first step of the path. */
export const reportResetResult: EarlyReader<'graduate', 'reportResetResult', OwnerCaller> = readingEarly(
  requestNamed,
  async (ports, { caller, request: { worked } }, named) => {
    const { member } = caller;
    const seen = requestWithin(named, ({ memberId }) => memberId === member._id);
    if (!seen.ok) return seen;
    const reported = await changeRequest(ports, seen.data, {
      action: 'report',
      actor: asThemselves(caller),
      from: ['revealed'],
      to: worked ? 'solved' : 'failed',
      also: async (tx, now) => {
        const [current] = worked ? await tx.getMany('members', [member._id]) : [];
        if (current) tx.put('members', loggedIn(current, now));
      },
    });
    return reported.ok ? ok({ resetRequest: toResetView(reported.data, ports.clock.now()) }) : reported;
  },
);
