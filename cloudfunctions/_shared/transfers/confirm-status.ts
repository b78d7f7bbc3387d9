import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { ActingPerson } from '../identity';
import type { Ports } from '../ports';
import type { Transfer } from '../records';
import { checkText } from '../text-check';
import { takeStep } from './take-step';

const STEP_OF_OUTCOME = {
  accepted: 'report-accepted',
  refused: 'report-refused',
  returned: 'report-returned',
} as const;

export interface Confirmation {
  readonly version: number;
  readonly outcome: keyof typeof STEP_OF_OUTCOME;
  readonly reason?: string | undefined;
}

/** What somebody responsible saw in the list on 智慧团建; the timeline marks it as such. */
export const confirmTransfer = async (
  ports: Ports,
  seen: Transfer,
  { version, outcome, reason }: Confirmation,
  actor: ActingPerson,
): Promise<Result<Pick<Transfer, 'version' | 'state'>>> => {
  const checked = await checkText(ports, actor.accountId ?? '', 'reason', [reason]);
  if (!checked.ok) return checked;
  const done = await takeStep(ports, seen, {
    step: STEP_OF_OUTCOME[outcome],
    actor,
    version,
    reason,
    seenOnSystem: true,
    auditFacts: { seenOnSystem: true, textCheck: checked.data.textCheck },
  });
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
