import type { Request } from '../../../miniprogram/domain/contract';
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

type Report = Request<'graduate', 'report'>;

/**
 * What 智慧团建 shows now. `seenOnSystem`: somebody responsible saw it in its list, and the timeline marks it as such;
 * the graduate only says so.
 */
export const reportOutcome = async (
  ports: Ports,
  seen: Transfer,
  { version, outcome, reason }: Report,
  by: { readonly actor: ActingPerson; readonly seenOnSystem: boolean },
): Promise<Result<Transfer>> => {
  const { actor, seenOnSystem } = by;
  const checked = await checkText(ports, actor.accountId ?? '', 'reason', [reason]);
  if (!checked.ok) return checked;
  return takeStep(ports, seen, {
    step: STEP_OF_OUTCOME[outcome],
    actor,
    version,
    reason,
    seenOnSystem,
    auditFacts: { seenOnSystem, textCheck: checked.data.textCheck },
  });
};

/** As the secretary and the college confirm it. */
export const confirmOutcome = async (
  ports: Ports,
  seen: Transfer,
  report: Report,
  actor: ActingPerson,
): Promise<Result<Pick<Transfer, 'version' | 'state'>>> => {
  const done = await reportOutcome(ports, seen, report, { actor, seenOnSystem: true });
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
