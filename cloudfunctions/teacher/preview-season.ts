import { ok } from '../../miniprogram/domain/errors';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { inParallel } from '../_shared/in-parallel';
import { allColleges, branchIdsOf, membersOf } from '../_shared/people/branches';
import { planAnew, type FreshPlan } from '../_shared/people/plan-anew';
import type { Ports } from '../_shared/ports';
import type { Season } from '../_shared/records';
import { rulebookNamed } from '../_shared/season';
import { mergeChanges, toCurrent } from './season-changes/merge';
import { loadSeason } from './season-changes/view';

/** No new branch is looked at after this much of the call: a phone waits twenty seconds. */
const BUDGET_MS = 12_000;
const PARALLEL = 5;

const rulesView = ({ rulebookId, deadlineAt, quietHours }: Season) => ({
  rulebookId,
  deadlineAt,
  quietHours: quietHours ?? rulebookNamed(rulebookId).quietHours,
});

/** What the season would mean for everybody who has signed in. */
const plansUnder = async (
  ports: Ports,
  after: Season,
): Promise<{ plans: FreshPlan[]; complete: boolean }> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  const colleges = await allColleges(ports);
  const branches = await branchIdsOf(
    ports,
    colleges.map(({ _id }) => _id),
  );
  const plans: FreshPlan[] = [];
  for (const branchId of branches) {
    if (ports.clock.now() >= stopAt) return { plans, complete: false };
    const bound = (await membersOf(ports, branchId)).filter(({ accountId }) => accountId !== null);
    const jobs = bound.map((member) => () => planAnew(ports, member, toCurrent(after)));
    plans.push(...(await inParallel(jobs, PARALLEL)));
  }
  return { plans, complete: true };
};

const total = (plans: readonly FreshPlan[], of: (plan: FreshPlan) => number): number =>
  plans.reduce((sum, plan) => sum + of(plan), 0);

/** A cancelled notice that is planned anew at another time does not fall away. */
const fallsAway = ({ cancel, seasonal, timed }: FreshPlan): number =>
  cancel.filter((id) => ![...seasonal, ...timed].some((planned) => planned.id === id)).length;

/** What saving these changes would do. Changes nothing. */
export const previewSeason: UseCase<'teacher', 'previewSeason', CollegeCaller> = async (
  ports,
  { request: { changes } },
) => {
  const before = await loadSeason(ports);
  const after = mergeChanges(before, changes, ports.clock.now());
  if (!after.ok) return after;
  const { plans, complete } = await plansUnder(ports, after.data);
  return ok({
    before: rulesView(before),
    after: rulesView(after.data),
    people: plans.filter(({ isIdle }) => isIdle).length,
    remindersPlanned: total(plans, ({ seasonal, timed }) => seasonal.length + timed.length),
    remindersCancelled: total(plans, fallsAway),
    transfersMoved: plans.filter(({ timed }) => timed.length > 0).length,
    transfersKept: plans.filter(({ transfer }) => transfer && transfer.rulebookId !== after.data.rulebookId)
      .length,
    complete,
    now: ports.clock.now(),
  });
};
