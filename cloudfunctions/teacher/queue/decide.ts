import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { checkText } from '../../_shared/platform/text-check';
import { keepingEnded } from '../../_shared/transfers/end-keeping';
import { takeStep } from '../../_shared/transfers/take-step';
import { transferNamed, transferWithin } from '../scope';

/** Approves, returns or reopens with a reason, records a registration, or ends a keeping. */
export const decide: EarlyReader<'teacher', 'decide', CollegeCaller> = readingEarly(
  transferNamed,
  async (ports, { caller, request }, named) => {
    const { version, decision: step, reason, seenOnSystem } = request;
    const { account, role } = caller;
    const found = transferWithin(caller, named);
    if (!found.ok) return found;
    const checked = await checkText(ports, account, 'reason', [reason]);
    if (!checked.ok) return checked;
    const done = await takeStep(ports, found.data, {
      step,
      actor: actingAs(account, role),
      version,
      reason,
      seenOnSystem,
      ...(step === 'end-keeping' ? { change: keepingEnded } : {}),
      auditFacts: { seenOnSystem, textCheck: checked.data.textCheck },
    });
    return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
  },
);
