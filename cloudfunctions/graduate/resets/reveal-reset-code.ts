import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { changeRequest } from '../../_shared/resets/change';
import { requestNamed, requestWithin } from '../../_shared/resets/load';
import { toResetView } from '../../_shared/resets/view';
import { ifSealed } from '../../_shared/kernel/broken-seal';
import { tellBrokenSeal } from '../../_shared/store/sealed';
import { askAgain } from './ask-again';

/** Gives the code out once: the sealed code is wiped in the transaction that reveals it. One that does not open is asked for again. */
export const revealResetCode: EarlyReader<'graduate', 'revealResetCode', OwnerCaller> = readingEarly(
  requestNamed,
  async (ports, { caller }, named) => {
    const { member } = caller;
    const seen = requestWithin(named, ({ memberId }) => memberId === member._id);
    if (!seen.ok) return seen;
    if (seen.data.revealedAt !== null) return fail('RESET_CODE_ALREADY_REVEALED');
    let code = '';
    const revealed = await changeRequest(ports, seen.data, {
      action: 'reveal',
      actor: asThemselves(caller),
      from: ['issued', 'revealed', 'expired'],
      to: 'revealed',
      change: ({ _id, revealedAt, codeSealed }, now) => {
        if (revealedAt !== null) return fail('RESET_CODE_ALREADY_REVEALED');
        // Wiped once its time is over.
        if (codeSealed === null) return fail('RESET_CODE_EXPIRED');
        const opened = ifSealed(() => ports.cipher.open(codeSealed, _id));
        if (opened === undefined) return fail('SEAL_BROKEN', 'requestId');
        code = opened;
        return ok({ codeSealed: null, revealedAt: now });
      },
    });
    if (!revealed.ok && revealed.error.code === 'SEAL_BROKEN') {
      await tellBrokenSeal(ports, 'resetRequests', seen.data);
      const asked = await askAgain(ports, caller, seen.data);
      return asked.ok ? fail('RESET_CODE_UNREADABLE') : asked;
    }
    return revealed.ok ? ok({ code, resetRequest: toResetView(revealed.data, ports.clock.now()) }) : revealed;
  },
);
