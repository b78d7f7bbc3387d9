import type { PeopleStep } from '../../../miniprogram/domain/people/steps';
import { nextTemplate, turnOf } from '../../../miniprogram/domain/reminding/nudge';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import { stepOfPerson } from '../../../miniprogram/domain/people/people-step';
import {
  resetStateAt,
  UNANSWERED_RESETS,
  type ResetState,
} from '../../../miniprogram/domain/transfer/reset-states';
import type { WaitsFor } from '../../../miniprogram/domain/transfer/waits-for';
import { PAGING } from '../../_shared/kernel/policy';
import { isFreedByAge } from '../../_shared/season/freed-by-age';
import type { Ports } from '../../_shared/platform/ports';
import { standingOfMany } from '../../_shared/season/standing-in';
import type { Member, Transfer } from '../../_shared/store/records';
import {
  forCollege,
  rulebookNamed,
  type CollegeSeason,
  type CurrentSeason,
} from '../../_shared/season/season';

/** Whose turn it is with a request that nobody has answered yet. */
const ANSWERS: Partial<Record<ResetState, 'secretary' | 'teacher'>> = {
  waiting: 'secretary',
  escalated: 'teacher',
};

export interface BranchPerson {
  readonly member: Member;
  readonly transfer: Transfer | undefined;
  readonly step: PeopleStep;
  /** Whom their transfer waits for; the graduate without one, nobody where the age limit frees them. */
  readonly turn: WaitsFor;
  /** Who owes them a reset code; null when they wait for none. */
  readonly codeFrom: 'secretary' | 'teacher' | null;
  readonly lastNudgedAt: number | null;
  /** Whether WeChat still takes the next notice to them. */
  readonly reachable: boolean;
  /** Credits a nudge would be sent with. */
  readonly nudgeCredits: number;
}

const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item): item is T => item !== null);

/** A branch and who is in it, by name: little enough to be read before it is known who asks. */
const readBranch = async ({ store }: Pick<Ports, 'store'>, branchId: string) => {
  const [branch, members] = await Promise.all([
    store.get('branches', branchId),
    store.find('members', { where: { branchId }, orderBy: ['name', 'asc'], limit: PAGING.branch }),
  ]);
  return { branchId, branch, members };
};

type BranchRecords = Awaited<ReturnType<typeof readBranch>>;

/** The season, and the branch the phone remembers. */
export const readingRemembered =
  (seasonOf: (ports: Ports) => Promise<CurrentSeason>) =>
  async (ports: Ports, { branchId }: { readonly branchId?: string | undefined }) => {
    const [season, named] = await Promise.all([
      seasonOf(ports),
      branchId === undefined ? undefined : readBranch(ports, branchId),
    ]);
    return { season, named };
  };

/** The own branch, and the season as it holds there; the phone may not have heard yet that they are secretary elsewhere. */
export const ownBranch = async (
  ports: Ports,
  { branchId, collegeId }: Pick<Member, 'branchId' | 'collegeId'>,
  { season, named }: Awaited<ReturnType<ReturnType<typeof readingRemembered>>>,
) => {
  const records = named?.branchId === branchId ? named : await readBranch(ports, branchId);
  return { records, season: forCollege(season, collegeId) };
};

/** Everybody of the branch with all that their secretary may know, read at once. */
export const peopleOf = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { branchId, members }: BranchRecords,
  season: CollegeSeason,
): Promise<BranchPerson[]> => {
  const ids = members.map(({ _id }) => _id);
  const [transfers, accounts, marks, requests] = await Promise.all([
    standingOfMany({ store }, members, season.id),
    store.getMany('accounts', present(members.map(({ accountId }) => accountId))),
    store.getMany('marks', ids),
    store.find('resetRequests', {
      where: { branchId, state: { in: UNANSWERED_RESETS } },
      limit: PAGING.branch,
    }),
  ]);
  const now = clock.now();
  const codeFrom = new Map(requests.map((one) => [one.memberId, ANSWERS[resetStateAt(one, now)]]));
  const accountOf = new Map(accounts.map((account) => [account._id, account]));
  const markOf = new Map(marks.map((mark) => [mark._id, mark]));
  const { ageLimit } = rulebookNamed(season.rulebookId);
  const told = members.filter((member) => !transfers.isUnreadable(member));
  return told.map((member): BranchPerson => {
    const { _id: memberId, accountId, loginConfirmedAt } = member;
    const transfer = transfers.of(member);
    const state = transfer?.state ?? null;
    const credits = accountId === null ? undefined : accountOf.get(accountId)?.credits;
    const owed = codeFrom.get(memberId) ?? null;
    const bound = accountId !== null;
    const mark = markOf.get(memberId);
    return {
      member,
      transfer,
      codeFrom: owed,
      step: stepOfPerson({ bound, loginConfirmed: loginConfirmedAt !== null, state }),
      turn: turnOf({
        transfer: transfer ?? null,
        overAge: isFreedByAge(member, mark, ageLimit),
      }),
      lastNudgedAt: mark?.lastNudgedAt ?? null,
      reachable: (credits?.[nextTemplate(state, owed !== null)] ?? 0) > 0,
      nudgeCredits: credits?.[TEMPLATE_OF.nudged] ?? 0,
    };
  });
};
