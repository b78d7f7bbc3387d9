import type { Response } from '../../../miniprogram/contract';
import { atChinaTime, chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Reconcile } from '../../_shared/store/records';

type RunView = NonNullable<Response<'teacher', 'reconcile'>['run']>;
export type RowsKind = Reconcile['figures'][number]['kind'];
export type Figure = Reconcile['figures'][number]['figure'];

const NONE: Figure = { open: 0, done: 0, changed: 0 };

const figureOf = ({ figures }: Pick<Reconcile, 'figures'>, kind: RowsKind): Figure =>
  figures.find((one) => one.kind === kind)?.figure ?? NONE;

/** The figures with some rows more or less of a kind. */
export const withFigure = (
  { figures }: Pick<Reconcile, 'figures'>,
  kind: RowsKind,
  more: Partial<Figure>,
): Reconcile['figures'] => {
  const { open, done, changed } = figureOf({ figures }, kind);
  const figure = {
    open: open + (more.open ?? 0),
    done: done + (more.done ?? 0),
    changed: changed + (more.changed ?? 0),
  };
  return [...figures.filter((one) => one.kind !== kind), { kind, figure }];
};

/** The run of a college that was read last, unless it has expired. */
export const latestReconcile = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  collegeId: string,
): Promise<Reconcile | undefined> => {
  const where = { collegeId };
  const [run] = await store.find('reconciles', { where, orderBy: ['createdAt', 'desc'], limit: 1 });
  return run && run.expiresAt > clock.now() ? run : undefined;
};

/** People of a run who have arrived and of whom nobody has confirmed it; none before it is compared. */
export const toConfirmIn = (run: Reconcile): number => figureOf(run, 'arrived').open;

/** For an early read of the run a request names. */
export const reconcileNamed = (
  { store }: Ports,
  { runId }: { readonly runId: string },
): Promise<Reconcile | undefined> => store.get('reconciles', runId);

/** `NOT_FOUND` also when it is another college's, or has expired. */
export const reconcileWithin = (
  { clock }: Pick<Ports, 'clock'>,
  caller: CollegeCaller,
  run: Reconcile | undefined,
): Result<Reconcile> =>
  run && mayActFor(caller, run.collegeId) && run.expiresAt > clock.now()
    ? ok(run)
    : fail('NOT_FOUND', 'runId');

/** What was written down can be taken back until the day ends in China. */
const undoUntilOf = ({ settledAt, figures }: Reconcile, now: number): number | null => {
  if (settledAt === null || !figures.some(({ kind, figure }) => kind !== 'same-name' && figure.done > 0))
    return null;
  const until = atChinaTime(chinaDay(settledAt) + 1, 0, 0);
  return now < until ? until : null;
};

export const toReconcileView = (run: Reconcile, now: number): RunView => {
  const { _id: id, collegeId, collegeName, kind, source, lines, skipped, hidden } = run;
  const { struckIds, unclear, branches, arrivedBefore, underWay, createdAt, expiresAt } = run;
  return {
    id,
    collegeId,
    collegeName,
    kind,
    source,
    state: run.state === 'compared' ? 'compared' : 'read',
    lines,
    skipped,
    hidden,
    struckIds,
    unclear,
    branches,
    arrivedBefore,
    underWay,
    findings: {
      arrived: figureOf(run, 'arrived'),
      'left-unsaid': figureOf(run, 'left-unsaid'),
      'still-here': figureOf(run, 'still-here'),
      refused: figureOf(run, 'refused'),
      lapsed: figureOf(run, 'lapsed'),
      'not-started': figureOf(run, 'not-started'),
      'not-handed-in': figureOf(run, 'not-handed-in'),
    },
    unknown: figureOf(run, 'unknown').open,
    sameNames: figureOf(run, 'same-name'),
    undoUntil: undoUntilOf(run, now),
    createdAt,
    expiresAt,
  };
};

/** The answer of every action on a run. */
export const answer = ({ clock }: Pick<Ports, 'clock'>, run: Reconcile) => {
  const now = clock.now();
  return ok({ run: toReconcileView(run, now), now });
};
