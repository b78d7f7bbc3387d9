/**
 * Pictures go by themselves once a season is long over; what was handed in and what happened stays. The timer takes a page
 * of a season's transfers at a turn and notes in the season how far it is, so that a turn that breaks off costs one page.
 * Whoever has something under way keeps theirs: for them it looks again later.
 */
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import { ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../events/audit';
import { SYSTEM } from '../kernel/actor';
import { PAGING } from '../kernel/policy';
import { RETENTION } from '../kernel/retention';
import type { Ports } from '../platform/ports';
import { isLookedAfter } from '../season/looked-after';
import type { Transaction } from '../store/ports';
import type { Season, Transfer } from '../store/records';
import { filesOf, withDropped } from './files';
import { forgetChecks } from './picture-checks';

/** How far a season is. */
type Progress = NonNullable<Season['pictures']>;

/** When those are looked at again who had something under way. */
const AGAIN_MS = 90 * DAY_MS;

/** Epoch ms from which a season's pictures go, or are looked at again; `Infinity` once none is left. */
const dueAtOf = ({ deadlineAt, pictures }: Season): number => {
  const nextAt = pictures ? (pictures.nextAt ?? Infinity) : 0;
  return Math.max(nextAt, deadlineAt + RETENTION.pictures.ms);
};

const seasonsOf = ({ store }: Ports): Promise<Season[]> =>
  store.find('seasons', { where: {}, orderBy: ['openedAt', 'desc'], limit: PAGING.seasons });

/** Epoch ms of the earliest season whose pictures are due. */
export const oldPicturesDueAt = async (ports: Ports): Promise<number> =>
  Math.min(Infinity, ...(await seasonsOf(ports)).map(dueAtOf));

/** Somebody who typed or moved it lately is at it, whatever its season. */
const isLeft = ({ waitingSince, draftSavedAt = 0 }: Transfer, now: number): boolean =>
  Math.max(waitingSince, draftSavedAt) + RETENTION.pictures.ms <= now;

const isOver = (transfer: Transfer, now: number): boolean =>
  isLeft(transfer, now) && !isLookedAfter(transfer);

/** Without pictures, still knowing which files are to be removed. */
const letGo = (transfer: Transfer): Transfer =>
  withDropped(transfer, {
    ...transfer,
    screenshots: [],
    past: transfer.past.map((attempt) => ({ ...attempt, screenshots: [] })),
  });

interface Change {
  readonly isMeant: (transfer: Transfer) => boolean;
  readonly to: (transfer: Transfer) => Transfer;
}

/** Changes those of a page that are meant at this moment. Whatever moved one meanwhile meets this as a conflict. */
const changeAll = async (
  { store }: Ports,
  page: readonly Transfer[],
  { isMeant, to }: Change,
): Promise<Transfer[]> => {
  const ids = page.map(({ _id }) => _id);
  const changed = await store.transact(async (tx: Transaction) => {
    const { records } = await tx.lookUp('transfers', ids);
    const after = records.filter(isMeant).map(to);
    for (const transfer of after) tx.put('transfers', transfer);
    return ok(after);
  });
  if (!changed.ok) throw new Error('pictures met rivals without end');
  return changed.data;
};

/** The record lets go of the pictures, then the storage, then the record forgets them. @returns how many are gone */
const clearPage = async (ports: Ports, page: readonly Transfer[]): Promise<number> => {
  const isMeant = (one: Transfer) => filesOf(one).length > 0 && isOver(one, ports.clock.now());
  const over = page.filter(isMeant);
  if (over.length === 0) return 0;
  const dropped = await changeAll(ports, over, { isMeant, to: letGo });
  const files = new Set(dropped.flatMap(filesOf));
  if (files.size === 0) return 0;
  await ports.files.remove([...files]);
  await forgetChecks(ports, [...files]);
  await changeAll(ports, dropped, {
    isMeant: ({ droppedFiles }) => droppedFiles.some((fileId) => files.has(fileId)),
    to: (one) => ({ ...one, droppedFiles: one.droppedFiles.filter((fileId) => !files.has(fileId)) }),
  });
  return files.size;
};

const START: Progress = { nextAt: 0, after: '', removed: 0, isLeft: false };

/** Notes how far it is; at the end the audit says what went, and the season when to look again. */
const note = async ({ store, clock }: Ports, seasonId: string, progress: Progress, isEnd: boolean) => {
  const at = clock.now();
  await store.transact(async (tx) => {
    const season = await tx.get('seasons', seasonId);
    if (!season) return ok(undefined);
    const nextAt = progress.isLeft ? at + AGAIN_MS : null;
    tx.put('seasons', { ...season, pictures: isEnd ? { ...START, nextAt } : progress });
    if (!isEnd || progress.removed === 0) return ok(undefined);
    const entry = { subjectId: `season-${seasonId}`, key: at, action: 'purge-pictures', at } as const;
    putAudit(tx, { ...entry, actor: SYSTEM, facts: { files: progress.removed } });
    return ok(undefined);
  });
};

/** For the timer: one page of the first season that is due. Resolves to how many transfers were looked at, at least 1. */
export const removeOldPictures = async (ports: Ports): Promise<number> => {
  const now = ports.clock.now();
  const season = (await seasonsOf(ports)).find((one) => dueAtOf(one) <= now);
  if (!season) return 0;
  const before = season.pictures?.after ? season.pictures : START;
  const page = await ports.store.find('transfers', {
    where: { seasonId: season._id, memberId: { gt: before.after } },
    orderBy: ['memberId', 'asc'],
    limit: PAGING.sweep,
  });
  const removed = await clearPage(ports, page);
  const isKept = page.some((one) => filesOf(one).length > 0 && !isOver(one, now));
  const after = page.at(-1)?.memberId ?? before.after;
  const progress = { nextAt: 0, after, removed: before.removed + removed, isLeft: before.isLeft || isKept };
  await note(ports, season._id, progress, page.length < PAGING.sweep);
  return Math.max(1, page.length);
};
