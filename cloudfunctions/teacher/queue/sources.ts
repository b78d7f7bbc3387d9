/** Where each kind of waiting comes from: one query by index for a page, and the counters for how many there are. */
import type { Response } from '../../../miniprogram/contract';
import type { DeskKind, QueueKind } from '../../../miniprogram/domain/people/queue-kinds';
import { saidToTeacher } from '../../../miniprogram/domain/transfer/reset-states';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { MADE_UP_COLLEGE_ID } from '../../_shared/store/record-ids';
import { lastQueueKeyOf, timedQueueKeyOf } from '../../_shared/store/records/transfer-place';
import type { ResetRequest, Transfer } from '../../_shared/store/records';
import { requestAt } from '../../_shared/resets/by-clock';
import { causeOf } from '../../_shared/resets/view';
import { paperOf } from '../../_shared/season/paper';
import type { CurrentSeason } from '../../_shared/season/season';
import {
  BY_STATE_ALONE,
  deskKindOf,
  isCollegesTurn,
  waitingAs,
} from '../../_shared/transfers/figures/desk-kinds';
import { mayReadWay } from '../scope';
import type { Desk } from './desk';
import { overAgeWaiting } from './over-age';

type Item = Response<'teacher', 'queue'>['items'][number];

interface Entry {
  readonly key: string;
  readonly item: Item;
}

export interface QueuePage {
  /** One more than a page when there is a next one. */
  readonly entries: readonly Entry[];
  readonly count: number;
}

export interface Look {
  readonly scope: { readonly collegeId?: string };
  readonly season: CurrentSeason;
  readonly desk: Desk;
  /** Key of the last item of the page before. */
  readonly after: string | undefined;
  /** Otherwise only counted. */
  readonly isWanted: boolean;
  /** Where all kinds are wanted: what waits, read for several of them at once. */
  readonly together?: (kind: DeskKind) => Promise<Transfer[]>;
}

const MOST = PAGING.queuePage + 1;
/** More never wait for one turn of the timer. */
const MOST_DUE = 1000;

/** Names of the steps that are the college's now. */
const openPaper = (transfer: Transfer): string =>
  paperOf(transfer)
    .filter(({ step, status }) => status === 'open' && step.who === 'college')
    .map(({ step }) => step.label)
    .join('、');

const transferEntry = (kind: QueueKind, transfer: Transfer, isTold: boolean): Entry => {
  const { _id: id, version, memberId, memberName, branchName, wayId, waitingSince, deadlineAt } = transfer;
  const { studentNumber } = transfer;
  const reason = kind === 'refusal' ? transfer.reason : null;
  // A letter's name can tell as much as the way's.
  const paper = kind === 'paper' && isTold ? { paper: openPaper(transfer) } : {};
  const item = {
    kind,
    id,
    version,
    memberId,
    memberName,
    ...(studentNumber === undefined ? {} : { studentNumber }),
    branchName,
    wayId: isTold ? wayId : null,
    since: waitingSince,
    deadlineAt: kind === 'paper' ? null : deadlineAt,
    reason,
    ...paper,
  };
  return { key: transfer.queueKey, item };
};

const codeEntry = (stored: ResetRequest, now: number): Entry => {
  const request = requestAt(stored, now);
  const { _id: id, memberId, memberName, branchName, requestedAt, escalatedAt } = request;
  const since = escalatedAt ?? requestedAt;
  const who = { id, memberId, memberName, branchName };
  const about = { kind: 'code' as const, ...who, version: null, reason: saidToTeacher(request) };
  return {
    key: timedQueueKeyOf(requestedAt, id),
    item: { ...about, ...causeOf(request), wayId: null, since, deadlineAt: null },
  };
};

/** The committee, who looks at all colleges, is not shown who is made up; the made-up teacher is. */
const shownTo =
  (scope: Look['scope']) =>
  ({ collegeId }: { readonly collegeId: string }): boolean =>
    scope.collegeId !== undefined || collegeId !== MADE_UP_COLLEGE_ID;

const countCodes = async ({ store }: Ports, scope: Look['scope']): Promise<number> => {
  const where = { ...scope, state: 'escalated' } as const;
  if (scope.collegeId !== undefined) return store.count('resetRequests', where);
  const [all, madeUp] = await Promise.all([
    store.count('resetRequests', where),
    store.count('resetRequests', { ...where, collegeId: MADE_UP_COLLEGE_ID }),
  ]);
  return all - madeUp;
};

interface WaitingTransfers {
  readonly collegeId?: string;
  readonly state?: { readonly in: readonly TransferState[] };
  readonly waitsFor?: Transfer['waitsFor'];
}

const waitingAfter = (
  { store }: Ports,
  where: WaitingTransfers,
  after: string | undefined,
): Promise<Transfer[]> =>
  store.find('transfers', {
    where: { ...where, ...(after === undefined ? {} : { queueKey: { gt: after } }) },
    orderBy: ['queueKey', 'asc'],
    limit: MOST,
  });

/** All kinds in two looks: what is the college's turn, and the others; each read once whichever kind asks first. */
export const openTogether = (
  ports: Ports,
  { scope, after }: Pick<Look, 'scope' | 'after'>,
): ((kind: DeskKind) => Promise<Transfer[]>) => {
  let turn: Promise<Transfer[]> | undefined;
  let others: Promise<Transfer[]> | undefined;
  return (kind) =>
    isCollegesTurn(kind)
      ? (turn ??= waitingAfter(ports, { ...scope, waitsFor: 'college' }, after))
      : (others ??= waitingAfter(ports, { ...scope, state: { in: BY_STATE_ALONE } }, after));
};

/** One kind alone. */
const waitingOfKind = (
  ports: Ports,
  kind: DeskKind,
  { scope, after }: Pick<Look, 'scope' | 'after'>,
): Promise<Transfer[]> => waitingAfter(ports, { ...scope, ...waitingAs(kind) }, after);

const pageOfTransfers = async (ports: Ports, kind: DeskKind, look: Look): Promise<QueuePage> => {
  const { scope, desk, after, isWanted, together } = look;
  const waiting = isWanted ? await (together?.(kind) ?? waitingOfKind(ports, kind, look)) : [];
  const found = together ? waiting.filter((transfer) => deskKindOf(transfer) === kind) : waiting;
  const real = found.filter(shownTo(scope));
  const isAll = isWanted && after === undefined && waiting.length < MOST;
  const count = isAll ? real.length : await desk.count(kind);
  const viewer = scope.collegeId === undefined ? 'committee' : 'teacher';
  const entries = real.map((one) => transferEntry(kind, one, mayReadWay(viewer, one)));
  return { entries, count };
};

/** The time in a key that has one. */
const timeIn = (key: string): number => Number(key.split(':')[1]);

/** Unanswered until their hour has come, which the timer writes down later: few, and mostly none. */
const dueCodes = ({ store, clock }: Ports, scope: Look['scope']): Promise<ResetRequest[]> =>
  store.find('resetRequests', {
    where: { ...scope, state: 'waiting', escalatesAt: { lte: clock.now() } },
    orderBy: ['requestedAt', 'asc'],
    limit: MOST_DUE,
  });

const pageOfCodes = async (ports: Ports, { scope, after, isWanted }: Look): Promise<QueuePage> => {
  const where = { ...scope, state: 'escalated' } as const;
  // Whoever waits for a code is stopped since they asked: among what is overdue.
  const isShown = isWanted && (after === undefined || after.startsWith('0:'));
  const later = after === undefined ? {} : { requestedAt: { gte: timeIn(after) } };
  const [found, due] = await Promise.all([
    isShown
      ? ports.store.find('resetRequests', {
          where: { ...where, ...later },
          orderBy: ['requestedAt', 'asc'],
          limit: MOST + 1,
        })
      : [],
    dueCodes(ports, scope),
  ]);
  const isAll = isWanted && after === undefined && found.length < MOST;
  const [real, realDue] = [found.filter(shownTo(scope)), due.filter(shownTo(scope))];
  const count = (isAll ? real.length : await countCodes(ports, scope)) + realDue.length;
  const now = ports.clock.now();
  const entries = (isShown ? [...real, ...realDue] : [])
    .map((request) => codeEntry(request, now))
    .filter(({ key }) => after === undefined || key > after);
  return { entries, count };
};

const pageOfOverAge = async (ports: Ports, { scope, season, after, isWanted }: Look): Promise<QueuePage> => {
  const people = await overAgeWaiting(ports, scope, season);
  const entries = people.map(({ member, since }): Entry => {
    const { _id: id, name: memberName, studentNumber, branchName, birthMonth } = member;
    const who = { memberId: id, memberName, studentNumber, branchName };
    const about = { kind: 'overAge' as const, id, ...who, version: null };
    const timeless = { wayId: null, deadlineAt: null, reason: null };
    const item = { ...about, ...timeless, since };
    return { key: lastQueueKeyOf(birthMonth ?? '', id), item };
  });
  const later = entries.filter(({ key }) => isWanted && (after === undefined || key > after));
  return { entries: later, count: entries.length };
};

/** Submissions that wait for the college, most urgent first, one more than a page when there is a next one. */
export const approvalsWaiting = async (
  ports: Ports,
  { scope, desk, after }: Pick<Look, 'scope' | 'desk' | 'after'>,
): Promise<{ transfers: Transfer[]; count: number }> => {
  const [found, count] = await Promise.all([
    waitingOfKind(ports, 'approval', { scope, after }),
    desk.count('approval'),
  ]);
  return { transfers: found.filter(shownTo(scope)), count };
};

/** A page of one kind and how much of it there is. */
export const pageOf = (ports: Ports, kind: QueueKind, look: Look): Promise<QueuePage> => {
  if (kind === 'code') return pageOfCodes(ports, look);
  return kind === 'overAge' ? pageOfOverAge(ports, look) : pageOfTransfers(ports, kind, look);
};
