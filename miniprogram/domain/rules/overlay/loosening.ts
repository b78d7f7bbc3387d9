/** A college's rules are never easier than the university's: no later days, fewer approvals, other clocks or rate. */
import type { MonthDay } from '../../calendar/month-day';
import { routeOf, type RouteRule, type Rulebook } from '../rulebook/index';
import { isBefore } from '../rulebook-checks/times';
import { valueIn, type Overlay } from './edition';

interface Loosening {
  readonly path: string;
  readonly text: string;
}

const isLater = (before: MonthDay | null, after: MonthDay | null): boolean =>
  before !== null && (after === null || isBefore(before, after));

const opensEarlier = (before: MonthDay | null, after: MonthDay | null): boolean =>
  before !== null && (after === null || isBefore(after, before));

/** Whether everybody who approves still does, in the same order. */
const keepsApprovals = (before: RouteRule['approvals'], after: RouteRule['approvals']): boolean => {
  const left = [...before];
  for (const approver of after) if (approver === left[0]) left.shift();
  return left.length === 0;
};

const ofRoute = (path: string, before: RouteRule, after: RouteRule): Loosening[] => [
  ...(isLater(before.window?.deadline ?? null, after.window?.deadline ?? null)
    ? [{ path: `${path}.window.deadline`, text: '学院的最后一天只能比学校早，不能更晚' }]
    : []),
  ...(opensEarlier(before.window?.opens ?? null, after.window?.opens ?? null)
    ? [{ path: `${path}.window.opens`, text: '学院开始的日子不能比学校早' }]
    : []),
  ...(keepsApprovals(before.approvals, after.approvals)
    ? []
    : [{ path: `${path}.approvals`, text: '学校要求的审批，学院不能少，可以多一道' }]),
  ...(before.closed === true && after.closed !== true
    ? [{ path: `${path}.on`, text: '学校关掉的，学院不能再打开' }]
    : []),
];

const KEPT = ['timeouts', 'rate', 'withdrawal', 'seasonDeadline', 'ageLimit', 'keeping'] as const;

/** What a college's layer makes easier. A route it adds is held to the one it is made like. */
export const loosenings = (below: Rulebook, result: Rulebook, overlay: Overlay): Loosening[] => [
  ...KEPT.filter((part) => JSON.stringify(below[part]) !== JSON.stringify(result[part])).map((path) => ({
    path,
    text: '这一项全校一样，学院不能改',
  })),
  ...result.ways.flatMap((way) =>
    way.routes.flatMap((route) => {
      const path = `ways.${way.id}.routes.${route.id}`;
      const likeWay = valueIn(overlay, `ways.${way.id}.from`);
      const likeRoute = valueIn(overlay, `${path}.from`);
      const model = routeOf(
        below,
        typeof likeWay === 'string' ? likeWay : way.id,
        typeof likeRoute === 'string' ? likeRoute : route.id,
      );
      return model ? ofRoute(path, model, route) : [];
    }),
  ),
];
