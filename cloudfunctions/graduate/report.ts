import { fail, ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import { actingAs, type MemberCaller } from '../_shared/identity';
import { checkText } from '../_shared/text-check';
import { latestTransfer } from '../_shared/transfers/load';
import { takeStep } from '../_shared/transfers/take-step';
import { toTransferView } from '../_shared/transfers/view';

const STEP_OF_OUTCOME = {
  accepted: 'report-accepted',
  refused: 'report-refused',
  returned: 'report-returned',
} as const;

/** What 智慧团建 shows now. A refusal needs its reason: it decides what has to be mended. */
export const report: UseCase<'graduate', 'report', MemberCaller> = async (
  ports,
  { caller: { account, member }, request: { version, outcome, reason } },
) => {
  if (outcome === 'refused' && !reason) return fail('REASON_REQUIRED', 'reason');
  const seen = await latestTransfer(ports, member._id);
  if (!seen) return fail('TRANSFER_ILLEGAL_STEP');
  const checked = await checkText(ports, account._id, 'reason', [reason]);
  if (!checked.ok) return checked;
  const done = await takeStep(ports, seen, {
    step: STEP_OF_OUTCOME[outcome],
    actor: actingAs(account, 'graduate', member.name),
    version,
    reason,
    auditFacts: { textCheck: checked.data.textCheck },
  });
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
