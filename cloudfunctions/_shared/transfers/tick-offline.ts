/** Ticks what is done on paper, or takes it back; the lifecycle says who may, and what is left then completes by itself. */
import type { Parsed, Response } from '../../../miniprogram/contract';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import { afterTicking, type Ticking } from '../../../miniprogram/domain/transfer/offline';
import type { ActingPerson } from '../kernel/actor';
import { checkText } from '../platform/text-check';
import type { Ports } from '../platform/ports';
import type { Account, Member, Transfer } from '../store/records';
import { paperOf } from '../season/paper';
import type { StepRequest } from './apply-step';
import { takeOwnStep, takeStep } from './take-step';
import { toOfflineView } from './view';

type Request = Omit<Parsed<'teacher', 'tickOffline'>, 'transferId'>;
type Answer = Response<'teacher', 'tickOffline'>;

interface Ticker {
  readonly account: Account;
  readonly actor: ActingPerson;
}

/** As the history calls it: the step, its number, and whether it is about the receipt. */
const nameOf = (label: string, { part, number }: Ticking): string => {
  if (part === 'receipt') return `${label}的回执`;
  return number ? `${label}（编号 ${number}）` : label;
};

const tickingIn = async (
  ports: Ports,
  { version, ...ticking }: Request,
  { account, actor }: Ticker,
): Promise<Result<(seen: Transfer) => StepRequest>> => {
  const checked = await checkText(ports, account, 'number', [ticking.number]);
  if (!checked.ok) return checked;
  const { stepId, part, isDone } = ticking;
  const auditFacts = { stepId, part, textCheck: checked.data.textCheck };
  return ok((seen) => {
    const step = paperOf(seen).find((standing) => standing.step.id === stepId)?.step;
    return {
      step: isDone ? 'tick' : 'untick',
      version,
      actor,
      ...(step ? { paper: step, offline: nameOf(step.label, ticking) } : {}),
      auditFacts,
      change: (transfer, at) => {
        const by = { role: actor.role, name: actor.name };
        const { offline } = transfer;
        const after = afterTicking({ standings: paperOf(transfer), offline }, ticking, { at, by });
        return after.ok ? ok({ offline: after.data }) : after;
      },
    };
  });
};

export const tickOffline = async (
  ports: Ports,
  seen: Transfer,
  request: Request,
  ticker: Ticker,
): Promise<Result<Transfer>> => {
  const ticking = await tickingIn(ports, request, ticker);
  return ticking.ok ? takeStep(ports, seen, ticking.data(seen)) : ticking;
};

/** The same on the caller's own transfer. */
export const tickOwn = async (
  ports: Ports,
  member: Member,
  request: Request,
  ticker: Ticker,
): Promise<Result<Transfer>> => {
  const ticking = await tickingIn(ports, request, ticker);
  return ticking.ok ? takeOwnStep(ports, member, ticking.data) : ticking;
};

/** What a desk is answered. */
export const toTicked = (done: Result<Transfer>): Result<Answer> => {
  if (!done.ok) return done;
  const { version, state } = done.data;
  return ok({ version, state, offline: paperOf(done.data).map(toOfflineView) });
};
