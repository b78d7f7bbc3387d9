/** Whoever can log in needs no code any more: nobody goes on looking for it, and nobody is reminded of it. */
import {
  OPEN_RESETS,
  resetStateAt,
  type ResetState,
} from '../../../miniprogram/domain/transfer/reset-states';
import type { ActingPerson } from '../kernel/actor';
import { endAskedForCode } from '../notices/end-asked';
import type { Ports } from '../platform/ports';
import { withHeadMove } from '../store/headcount';
import type { Transaction } from '../store/ports';
import type { Member, ResetRequest } from '../store/records';
import { byOffice } from './by-office';
import { putRequest } from './change';
import { requestShown } from './load';

/** Nobody has said yet that it is of no use any more, whoever has to act. */
const UNSETTLED: readonly ResetState[] = [...OPEN_RESETS, 'revealed'];

/** The person who can log in and waits for no code; when they first could is kept. */
export const loggedIn = (member: Member, now: number): Member => {
  const { loginConfirmedAt, version } = member;
  const done = { loginConfirmedAt: loginConfirmedAt ?? now, asksForCode: false };
  return withHeadMove(member, { ...member, ...done, version: version + 1 }, now);
};

/** Who was logged in, and when: epoch ms. */
interface Login {
  /** As `tx` has read them. */
  readonly member: Member;
  readonly actor: ActingPerson;
  readonly at: number;
  readonly now: number;
}

/** A request that a login has ended, and the state it was stored in. */
interface Solved {
  readonly before: ResetState;
  readonly request: ResetRequest;
}

/** What a login has come to that is written with the person. */
interface LoggedIn {
  /** None where nobody waited for a code any more. */
  readonly solved: Solved | undefined;
}

/** After the commit: staff need not open a message to find out that nobody waits for them any more. */
export const endSolved = async (ports: Ports, solved: Solved | undefined): Promise<void> => {
  if (solved) await endAskedForCode(ports, solved.before, solved.request);
};

const solve = (
  tx: Transaction,
  request: ResetRequest,
  { actor, now }: Pick<Login, 'actor' | 'now'>,
): Solved | undefined => {
  if (!UNSETTLED.includes(resetStateAt(request, now))) return undefined;
  const solved: ResetRequest = {
    // No act of theirs leads here from whoever was only to answer, should they leave one day.
    ...(request.issuedAt === null ? byOffice(request) : request),
    version: request.version + 1,
    state: 'solved',
    codeSealed: null,
    escalatesAt: null,
  };
  putRequest(tx, { request: solved, change: { action: 'solve', actor }, now });
  return { before: request.state, request: solved };
};

/**
 * Solves the request this person still has open. A login before they asked says nothing about it. Whoever asks anew
 * meanwhile writes the person, too, so that one of the two begins again.
 * @returns undefined where the login ends no request that is known: then the person is not written with it
 */
export const solveOpenRequest = async (
  ports: Ports,
  tx: Transaction,
  { member, actor, at, now }: Login,
): Promise<LoggedIn | undefined> => {
  const latest = await requestShown(ports, member);
  const request = latest && (await tx.get('resetRequests', latest._id));
  if (!request || at < request.requestedAt) return undefined;
  tx.put('members', loggedIn(member, now));
  return { solved: solve(tx, request, { actor, now }) };
};
