/** What a change of the season would do to everybody who has signed in. Changes nothing. */
import type { Response } from '../../../miniprogram/domain/contract';
import { inParallel } from '../../_shared/in-parallel';
import { branchIdsOf, membersOf } from '../../_shared/people/branches';
import { planAnew, type FreshPlan } from '../../_shared/people/plan-anew';
import type { Ports } from '../../_shared/ports';
import type { Season } from '../../_shared/records';
import { forCollege, type CurrentSeason, toCurrent } from '../../_shared/season';
import { hoursOf } from './view';

/** No new branch is looked at after this much of the call: a phone waits twenty seconds. */
const BUDGET_MS = 12_000;
const PARALLEL = 5;

const rulesView = (season: Season, collegeId: string | null) => {
  const held = forCollege(toCurrent(season), collegeId);
  return { rulebookId: held.rulebookId, deadlineAt: held.deadlineAt, quietHours: hoursOf(held) };
};

const plansUnder = async (
  ports: Ports,
  after: CurrentSeason,
  collegeIds: readonly string[],
): Promise<{ plans: FreshPlan[]; complete: boolean }> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  const branches = await branchIdsOf(ports, collegeIds);
  const plans: FreshPlan[] = [];
  for (const branchId of branches) {
    if (ports.clock.now() >= stopAt) return { plans, complete: false };
    const bound = (await membersOf(ports, branchId)).filter(({ accountId }) => accountId !== null);
    const jobs = bound.map((member) => () => planAnew(ports, member, forCollege(after, member.collegeId)));
    plans.push(...(await inParallel(jobs, PARALLEL)));
  }
  return { plans, complete: true };
};

const total = (plans: readonly FreshPlan[], of: (plan: FreshPlan) => number): number =>
  plans.reduce((sum, plan) => sum + of(plan), 0);

/** A cancelled notice that is planned anew at another time does not fall away. */
const fallsAway = ({ cancel, seasonal, timed }: FreshPlan): number =>
  cancel.filter((id) => ![...seasonal, ...timed].some((planned) => planned.id === id)).length;

/** @param collegeId whose rules are told; null for the university's */
export const previewOf = async (
  ports: Ports,
  { before, after }: { before: Season; after: Season },
  { collegeId, collegeIds }: { collegeId: string | null; collegeIds: readonly string[] },
): Promise<Response<'teacher', 'previewSeason'>> => {
  const { plans, complete } = await plansUnder(ports, toCurrent(after), collegeIds);
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
