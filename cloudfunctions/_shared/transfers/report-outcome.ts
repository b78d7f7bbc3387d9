import type { Request } from '../../../miniprogram/contract';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { Account, Member, Transfer } from '../store/records';
import { checkText } from '../platform/text-check';
import type { StepRequest } from './apply-step';
import { takeOwnStep, takeStep } from './take-step';

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

/** `seenOnSystem`: somebody responsible saw it in the list of 智慧团建, and the timeline marks it as such. */
const reporting = async (
  ports: Ports,
  { version, outcome, reason }: Report,
  by: Reporter & { readonly seenOnSystem: boolean },
): Promise<Result<(seen: Transfer) => StepRequest>> => {
  const { account, actor, seenOnSystem } = by;
  const checked = await checkText(ports, account, 'reason', [reason]);
  if (!checked.ok) return checked;
  const auditFacts = { seenOnSystem, textCheck: checked.data.textCheck };
  return ok((seen) => ({
    step: stepOf(outcome, seen.state, by),
    actor,
    version,
    reason,
    seenOnSystem,
    auditFacts,
  }));
};

/** What 智慧团建 shows now, as the graduate says it. */
export const reportOwn = async (
  ports: Ports,
  member: Member,
  report: Report,
  by: Reporter,
): Promise<Result<Transfer>> => {
  const request = await reporting(ports, report, { ...by, seenOnSystem: false });
  return request.ok ? takeOwnStep(ports, member, request.data) : request;
};

/** The same as the secretary and the college confirm it, who have seen it. */
export const confirmOutcome = async (
  ports: Ports,
  seen: Transfer,
  report: Report,
  by: Reporter,
): Promise<Result<Pick<Transfer, 'version' | 'state'>>> => {
  const request = await reporting(ports, report, { ...by, seenOnSystem: true });
  if (!request.ok) return request;
  const done = await takeStep(ports, seen, request.data(seen));
  return done.ok ? ok({ version: done.data.version, state: done.data.state }) : done;
};
