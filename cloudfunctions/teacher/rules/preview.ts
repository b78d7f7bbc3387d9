import { ok } from '../../../miniprogram/domain/errors';
import { layered } from '../../../miniprogram/domain/rules/overlay/apply';
import { EVERYBODY, uneditedIdOf, type Overlay } from '../../../miniprogram/domain/rules/overlay/edition';
import { effectOn } from '../../../miniprogram/domain/transfer/rule-effects';
import { routeOf, type Rulebook } from '../../../miniprogram/domain/rules/rulebook/index';
import { shippedIdOf } from '../../../miniprogram/domain/rules/rulebook/chosen';
import { TRANSFER_STATES, type TransferState } from '../../../miniprogram/domain/transfer/states';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { overlayIn } from '../../_shared/season/edits';
import { currentSeason } from '../../_shared/season/season';
import { rulesOf } from '../../_shared/season/rules-of';
import { allCollegeIds } from '../../_shared/store/branches';
import type { RuleSet } from '../../_shared/store/records';
import { ARRIVED_AT_ONCE, arrivedIn } from '../../_shared/transfers/settle';
import { collegeSets } from './colleges';
import { judged, levelOf, refitted } from './judge';
import { groundFor, loadRules, type OwnRules } from './load';

/** Where nothing of the rules is left to follow. */
const THROUGH: readonly TransferState[] = ['accepted', 'recorded', 'completed', 'withdrawn'];
/** States in which somebody is on a route and not through. */
const ON_A_ROUTE = TRANSFER_STATES.filter((state) => !THROUGH.includes(state));

/** Transfers nothing is left for once the steps that are removed are gone. */
const countCompleted = async (
  ports: Ports,
  { season, set, lower }: OwnRules,
  overlay: Overlay,
  colleges: readonly RuleSet[],
): Promise<{ completed: number; complete: boolean }> => {
  const arrived = await arrivedIn(ports, set.scopeId);
  const { shipped } = groundFor(season, lower);
  const ofCollege = new Map(colleges.map((one) => [one.scopeId, overlayIn(one.edits)]));
  const after = (id: string, collegeId: string): Rulebook | undefined => {
    const above = set.scopeId === EVERYBODY ? [ofCollege.get(collegeId) ?? []] : [];
    return layered(shipped, uneditedIdOf(id), [...lower, overlay, ...above]);
  };
  const made = new Map<string, Rulebook | undefined>();
  const completed = arrived.filter((transfer) => {
    const { rulebookId, collegeId } = transfer;
    if (shippedIdOf(rulebookId) !== shipped.id) return false;
    const key = `${uneditedIdOf(rulebookId)} ${collegeId}`;
    if (!made.has(key)) made.set(key, after(rulebookId, collegeId));
    const result = made.get(key);
    return result !== undefined && effectOn(rulesOf(transfer).rulebook, result, transfer) === 'completed';
  });
  return { completed: completed.length, complete: arrived.length < ARRIVED_AT_ONCE };
};

/** Transfers on routes that close. */
const countKept = async (
  ports: Ports,
  { season, set }: OwnRules,
  before: Rulebook | undefined,
  result: Rulebook,
): Promise<number> => {
  const closing = result.ways.flatMap((way) =>
    way.routes
      .filter(({ id, closed }) => closed && before && !routeOf(before, way.id, id)?.closed)
      .map((route) => ({ wayId: way.id, routeId: route.id })),
  );
  if (closing.length === 0) return 0;
  const colleges = set.scopeId === EVERYBODY ? await allCollegeIds(ports) : [set.scopeId];
  const counts = await Promise.all(
    colleges.flatMap((collegeId) =>
      closing.map((route) =>
        ports.store.count('transfers', {
          collegeId,
          seasonId: season.id,
          ...route,
          state: { in: [...ON_A_ROUTE] },
        }),
      ),
    ),
  );
  return counts.reduce((sum, one) => sum + one, 0);
};

/** What publishing would do to people under way and to colleges' own rules. */
export const previewRules: EarlyReader<'teacher', 'previewRules', CollegeCaller> = readingEarly(
  currentSeason,
  async (ports, { caller, request: { edits } }, season) => {
    const [own, colleges] = await Promise.all([
      loadRules(ports, caller, season),
      caller.scopeId === EVERYBODY ? collegeSets(ports, season) : [],
    ]);
    const { set, lower } = own;
    const ground = groundFor(season, lower);
    const published = overlayIn(set.edits);
    const draft = overlayIn(edits);
    const fit = judged(ground, { published, draft, level: levelOf(caller.scopeId) });
    if (!fit.ok) return fit;
    const { overlay, result } = fit.data;
    const before = layered(ground.shipped, season.rulebookId, [...lower, published]);
    const [{ completed, complete }, kept, named] = await Promise.all([
      countCompleted(ports, own, overlay, colleges),
      countKept(ports, own, before, result),
      ports.store.getMany(
        'colleges',
        colleges.map(({ scopeId }) => scopeId),
      ),
    ]);
    const nameOf = (id: string): string => named.find(({ _id }) => _id === id)?.name ?? '';
    const odd = refitted(season, overlay, colleges).map(({ set: of, count }) => ({
      name: nameOf(of.scopeId),
      count,
    }));
    return ok({ effects: { completed, kept, colleges: odd, complete }, now: ports.clock.now() });
  },
);
