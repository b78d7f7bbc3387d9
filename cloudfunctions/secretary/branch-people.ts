import type { PeopleStep } from '../../miniprogram/domain/model';
import { nextTemplate } from '../../miniprogram/domain/nudge';
import { TEMPLATE_OF } from '../../miniprogram/domain/notices/template-of';
import { stepOfPerson } from '../../miniprogram/domain/people-step';
import { PAGING } from '../_shared/policy';
import type { Ports } from '../_shared/ports';
import type { Branch, Member, Transfer } from '../_shared/records';
import { seasonIn, type CollegeSeason } from '../_shared/season';

/** Whose turn it is with a request that nobody has answered yet. */
const ANSWERS = { waiting: 'secretary', escalated: 'teacher' } as const;
const UNANSWERED = ['waiting', 'escalated'] as const satisfies readonly (keyof typeof ANSWERS)[];

export interface BranchPerson {
  readonly member: Member;
  readonly transfer: Transfer | undefined;
  readonly step: PeopleStep;
  /** Who owes them a reset code; null when they wait for none. */
  readonly codeFrom: 'secretary' | 'teacher' | null;
  readonly lastNudgedAt: number | null;
  /** Whether WeChat still takes the next notice to them. */
  readonly reachable: boolean;
  /** Credits a nudge would be sent with. */
  readonly nudgeCredits: number;
}

export interface BranchPeople {
  readonly branch: Branch | undefined;
  readonly season: CollegeSeason;
  readonly people: readonly BranchPerson[];
}

const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item): item is T => item !== null);

/** Everybody of a branch with all that their secretary may know, by name: two rounds of at most six reads. */
export const branchPeople = async (
  ports: Ports,
  { branchId, collegeId }: Pick<Member, 'branchId' | 'collegeId'>,
): Promise<BranchPeople> => {
  const { store } = ports;
  const where = { branchId };
  const limit = PAGING.branch;
  const [season, branch, members, transfers, ...requests] = await Promise.all([
    seasonIn(ports, collegeId),
    store.get('branches', branchId),
    store.find('members', { where, orderBy: ['name', 'asc'], limit }),
    store.find('transfers', { where, limit }),
    ...UNANSWERED.map((state) => store.find('resetRequests', { where: { branchId, state }, limit })),
  ]);
  const [accounts, marks] = await Promise.all([
    store.getMany('accounts', present(members.map(({ accountId }) => accountId))),
    store.getMany(
      'marks',
      members.map(({ _id }) => _id),
    ),
  ]);
  const codeFrom = new Map(
    UNANSWERED.flatMap((state, index) =>
      (requests[index] ?? []).map(({ memberId }) => [memberId, ANSWERS[state]]),
    ),
  );
  const accountOf = new Map(accounts.map((account) => [account._id, account]));
  const markOf = new Map(marks.map((mark) => [mark._id, mark]));
  const current = transfers.filter(({ seasonId }) => seasonId === season.id);
  const transferOf = new Map(current.map((transfer) => [transfer.memberId, transfer]));

  const people = members.map((member): BranchPerson => {
    const { _id: memberId, accountId, loginConfirmedAt } = member;
    const transfer = transferOf.get(memberId);
    const state = transfer?.state ?? null;
    const credits = accountId === null ? undefined : accountOf.get(accountId)?.credits;
    const owed = codeFrom.get(memberId) ?? null;
    const bound = accountId !== null;
    return {
      member,
      transfer,
      codeFrom: owed,
      step: stepOfPerson({ bound, loginConfirmed: loginConfirmedAt !== null, state }),
      lastNudgedAt: markOf.get(memberId)?.lastNudgedAt ?? null,
      reachable: (credits?.[nextTemplate(state, owed !== null)] ?? 0) > 0,
      nudgeCredits: credits?.[TEMPLATE_OF.nudged] ?? 0,
    };
  });
  return { branch, season, people };
};
