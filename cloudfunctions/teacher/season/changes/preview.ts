/** What a change of the season would do to everybody who has signed in. Changes nothing. */
import type { Response } from '../../../../miniprogram/contract';
import { inParallel } from '../../../_shared/kernel/in-parallel';
import { membersOf } from '../../../_shared/store/branches';
import type { FreshPlan } from '../../../_shared/notices/replan/plan-anew';
import { plansAnew } from '../../../_shared/notices/replan/plans-anew';
import type { Ports } from '../../../_shared/platform/ports';
import type { Season } from '../../../_shared/store/records';
import { forCollege, type CurrentSeason, toCurrent } from '../../../_shared/season/season';
import { hoursOf } from './view';

/** No new branch is looked at after this much of the call: a phone waits twenty seconds. */
const BUDGET_MS = 12_000;
/** Branches looked at side by side. */
const PARALLEL = 10;

const rulesView = (season: Season, collegeId: string | null) => {
  const held = forCollege(toCurrent(season), collegeId);
  return { rulebookId: held.rulebookId, deadlineAt: held.deadlineAt, quietHours: hoursOf(held) };
};

const plansUnder = async (
  ports: Ports,
  after: CurrentSeason,
  branches: readonly string[],
): Promise<{ plans: FreshPlan[]; complete: boolean }> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  let complete = true;
  const jobs = branches.map((branchId) => async (): Promise<FreshPlan[]> => {
    if (ports.clock.now() >= stopAt) {
      complete = false;
      return [];
    }
    const bound = (await membersOf(ports, branchId)).filter(({ accountId }) => accountId !== null);
    return plansAnew(
      ports,
      bound.map((member) => ({ member, season: forCollege(after, member.collegeId) })),
    );
  });
  return { plans: (await inParallel(jobs, PARALLEL)).flat(), complete };
};

const total = (plans: readonly FreshPlan[], of: (plan: FreshPlan) => number): number =>
  plans.reduce((sum, plan) => sum + of(plan), 0);

/** A cancelled notice that is planned anew at another time does not fall away. */
const fallsAway = ({ cancel, seasonal, timed }: FreshPlan): number =>
  cancel.filter((id) => ![...seasonal, ...timed].some((planned) => planned.id === id)).length;

/**
 * @param collegeId whose rules are told; null for the university's
 * @param branches whose people are looked at
 */
export const previewOf = async (
  ports: Ports,
  { before, after }: { before: Season; after: Season },
  { collegeId, branches }: { collegeId: string | null; branches: readonly string[] },
): Promise<Response<'teacher', 'previewSeason'>> => {
  const { plans, complete } = await plansUnder(ports, toCurrent(after), branches);
  return {
    before: rulesView(before, collegeId),
    after: rulesView(after, collegeId),
    people: plans.filter(({ isIdle }) => isIdle).length,
    remindersPlanned: total(plans, ({ seasonal, timed }) => seasonal.length + timed.length),
    remindersCancelled: total(plans, fallsAway),
    transfersMoved: plans.filter(({ timed }) => timed.length > 0).length,
    transfersKept: plans.filter(({ transfer }) => transfer && transfer.rulebookId !== after.rulebookId)
      .length,
    complete,
    now: ports.clock.now(),
  };
};
