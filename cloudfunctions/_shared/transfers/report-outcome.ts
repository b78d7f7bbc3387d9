import type { Request } from '../../../miniprogram/contract';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { TransferState, TransferStep } from '../../../miniprogram/domain/transfer/states';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { Account, Transfer } from '../store/records';
import { checkText } from '../platform/text-check';
import { takeStep } from './take-step';

const STEP_OF_OUTCOME = {
  accepted: 'report-accepted',
  refused: 'report-refused',
  returned: 'report-returned',
} as const;

type Report = Request<'graduate', 'report'> | Omit<Request<'teacher', 'confirmStatus'>, 'transferId'>;

/** States in which somebody is waited for: what they say is a report. In all others only the official list counts. */
const REPORTED_IN: readonly TransferState[] = ['submitted', 'approved', 'timedOut'];

const stepOf = (outcome: Report['outcome'], state: TransferState, by: Reporter): TransferStep => {
  if (outcome === 'here') return 'confirm-here';
  const isCollege = by.actor.role === 'teacher' || by.actor.role === 'committee';
  const isEvidence = outcome === 'accepted' && isCollege && !REPORTED_IN.includes(state);
  return isEvidence ? 'confirm-arrived' : STEP_OF_OUTCOME[outcome];
};

interface Reporter {
  readonly account: Account;
  readonly actor: ActingPerson;
}

/**
 * What 智慧团建 shows now. `seenOnSystem`: somebody responsible saw it in its list, and the timeline marks it as such;
 * the graduate only says so.
 */
export const reportOutcome = async (
  ports: Ports,
  seen: Transfer,
  { version, outcome, reason }: Report,
  by: Reporter & { readonly seenOnSystem: boolean },
): Promise<Result<Transfer>> => {
  const { account, actor, seenOnSystem } = by;
  const checked = await checkText(ports, account, 'reason', [reason]);
  if (!checked.ok) return checked;
  return takeStep(ports, seen, {
    step: stepOf(outcome, seen.state, by),
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
  by: Reporter,
): Promise<Result<Pick<Transfer, 'version' | 'state'>>> => {
  const done = await reportOutcome(ports, seen, report, { ...by, seenOnSystem: true });
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
