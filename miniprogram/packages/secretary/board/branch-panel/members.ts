/** The people of a branch, by what they need: whom WeChat does not reach, who waits, who never came. */
import type { Response } from '../../../../contract';
import { ARRIVED_STATES } from '../../../../domain/people/people-step';
import type { TransferState } from '../../../../domain/transfer/states';
import type { AbsentPerson } from '../../../../memory/absent-people';

export type BranchBoard = Response<'secretary', 'branchBoard'>;
export type Member = BranchBoard['members'][number];

/** Whose relation has left or is settled. */
export const isFinished = ({ state }: Pick<Member, 'state'>): boolean =>
  state !== null && ARRIVED_STATES.includes(state);

/** Who has something to do: their own step, or to press a receiver whose clock runs. */
export const hasPart = (member: Pick<Member, 'state' | 'turn' | 'deadlineAt'>): boolean =>
  !isFinished(member) &&
  (member.turn === 'graduate' || (member.turn === 'receiver' && member.deadlineAt !== null));

/** Whom neither a reminder nor a nudge reaches; who waits for the secretary's code needs that, not a call. */
export const isOut = ({ self, reachable, codeFrom, nudge, ...member }: Member): boolean =>
  hasPart(member) && !self && !reachable && codeFrom !== 'secretary' && nudge !== 'nudged';

/** Nobody approves their own. */
export const isToApprove = ({ self, shown }: Member): boolean => !self && shown === 'with-secretary';

export const isAbsent = ({ self, bound, turn }: Member): boolean => !self && !bound && turn === 'graduate';

/** Who never came and has begun nothing: they can be recorded together. */
export const unbegunOf = ({ members, branch }: BranchBoard): AbsentPerson[] =>
  members
    .filter((member) => isAbsent(member) && member.state === null)
    .map(({ id, name, studentNumber = '' }) => ({
      memberId: id,
      name,
      studentNumber,
      branchName: branch.name,
    }));

/** Who needs a look first; within one rank the nearest deadline leads. */
const RANK: Record<TransferState | 'none', number> = {
  refused: 0,
  timedOut: 0,
  lapsed: 0,
  returned: 2,
  approved: 3,
  submitted: 3,
  withdrawn: 4,
  none: 4,
  draft: 5,
  planned: 6,
  registered: 6,
  accepted: 7,
  recorded: 8,
  completed: 8,
};

const CODE_RANK = 1;

const rankOf = ({ state, codeFrom }: Member): number =>
  Math.min(RANK[state ?? 'none'], codeFrom === 'secretary' ? CODE_RANK : Infinity);

export const byUrgency = (a: Member, b: Member): number =>
  rankOf(a) - rankOf(b) || (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity);
