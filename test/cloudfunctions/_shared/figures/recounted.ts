/** The figures counted the slow way, from the stored documents themselves and by nothing the product counts with. */
import { deadlineDayOf } from '../../../../cloudfunctions/_shared/store/records/transfer-place';
import { timelineOf } from '../../../../cloudfunctions/_shared/store/records/timeline';
import type { RecordOf } from '../../../../cloudfunctions/_shared/store/records';
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { rulebookOf } from '../../../../miniprogram/rulebooks';
import type { World } from '../../support/world';

export type Transfer = RecordOf<'transfers'>;
export type Member = RecordOf<'members'>;

export const ARRIVED: readonly TransferState[] = ['accepted', 'recorded', 'completed'];
export const STUCK: readonly TransferState[] = ['returned', 'refused', 'timedOut', 'lapsed'];
const OPEN: readonly TransferState[] = [
  'planned',
  'draft',
  'submitted',
  'returned',
  'withdrawn',
  'registered',
];
const WAYS = rulebookOf('national-2022')?.ways ?? [];
/** Of the rulebook the histories follow: the only way the rate leaves out. */
const LEFT_OUT = 'deferred';

/** As a person would tell it from the history: approved by the college in this attempt and not taken back, or recorded. */
const wasDecided = (transfer: Transfer): boolean =>
  !OPEN.includes(transfer.state) &&
  timelineOf(transfer).some(
    ({ attempt, step, by }) =>
      attempt === transfer.attempt && ((step === 'approve' && by.role !== 'secretary') || step === 'record'),
  );

const ARRIVALS = ['report-accepted', 'confirm-arrived', 'record'];
/** When somebody who has arrived did. */
export const arrivedAt = (transfer: Transfer): number | undefined =>
  ARRIVED.includes(transfer.state)
    ? timelineOf(transfer)
        .filter(({ step }) => ARRIVALS.includes(step))
        .at(-1)?.at
    : undefined;

/** Who has begun nothing, by how far they are, by their lines on the roster; and who took back what they had begun. */
const headsOf = (world: World) => {
  const idle = world.store.all('members').filter(({ startedIn }) => startedIn === null);
  const bound = idle.filter(({ accountId }) => accountId !== null);
  const login = bound.filter(({ loginConfirmedAt }) => loginConfirmedAt === null).length;
  const withdrawn = world.store.all('transfers').filter(({ state }) => state === 'withdrawn').length;
  return { bind: idle.length - bound.length, login, choose: bound.length - login + withdrawn };
};

export const recounted = (world: World) => {
  const transfers = world.store.all('transfers');
  const members = world.store.all('members');
  const count = (is: (transfer: Transfer) => boolean) => transfers.filter(is).length;
  const hasArrived = ({ state }: Transfer): boolean => ARRIVED.includes(state);
  const transferred = count(hasArrived);
  const leftOut = count((one) => hasArrived(one) && one.wayId === LEFT_OUT);
  const counted = members.length - leftOut;
  const today = chinaDay(world.world.now);
  return {
    transfers,
    members,
    byState: TRANSFER_STATES.map((state) => ({ state, count: count((one) => one.state === state) })),
    byWay: WAYS.map(({ id: wayId }) => ({
      wayId,
      started: count((one) => one.wayId === wayId),
      transferred: count((one) => one.wayId === wayId && hasArrived(one)),
    })),
    byBranch: world.store.all('branches').map(({ _id: id, name }) => ({
      id,
      name,
      members: members.filter(({ branchId }) => branchId === id).length,
      started: count(({ branchId }) => branchId === id),
      transferred: count((one) => one.branchId === id && hasArrived(one)),
      stuck: count((one) => one.branchId === id && STUCK.includes(one.state)),
      decided: count((one) => one.branchId === id && wasDecided(one)),
      leftOut: count((one) => one.branchId === id && hasArrived(one) && one.wayId === LEFT_OUT),
    })),
    started: transfers.length,
    decided: count(wasDecided),
    transferred,
    stuck: count(({ state }) => STUCK.includes(state)),
    withCollege: count(({ state }) => state === 'submitted' || state === 'registered'),
    withReceiver: count(({ state }) => state === 'approved'),
    underWay: count((one) => one.state !== 'withdrawn' && !hasArrived(one)),
    leftOut,
    rate: {
      members: counted,
      transferred: transferred - leftOut,
      percent: counted > 0 ? Math.round(((transferred - leftOut) * 1000) / counted) / 10 : 0,
    },
    // 单位团组织转接率: arrived at an employer, of those who do not go on studying.
    toEmployers: {
      transferred: count((one) => one.wayId === 'employed' && hasArrived(one)),
      members: counted - count((one) => one.wayId === 'further-study' && one.state !== 'withdrawn'),
    },
    arrivedLately: count((one) => chinaDay(arrivedAt(one) ?? 0) > today - 7),
    onDesk: {
      approval: count(({ state, waitsFor }) => state === 'submitted' && waitsFor === 'college'),
      registration: count(({ state }) => state === 'registered'),
      refusal: count(({ state }) => state === 'refused'),
      timeout: count(({ state }) => state === 'timedOut'),
      paper: count(
        ({ state, waitsFor }) => (state === 'accepted' || state === 'recorded') && waitsFor === 'college',
      ),
      code: world.store.all('resetRequests').filter(({ state }) => state === 'escalated').length,
    },
    heads: headsOf(world),
    ends: transfers.map(deadlineDayOf).filter((day): day is number => day !== null),
  };
};

export type Recounted = ReturnType<typeof recounted>;

export const transferOf = ({ transfers }: Recounted, { _id }: Member): Transfer | undefined =>
  transfers.find(({ memberId }) => memberId === _id);
