/** What is done on paper beside a transfer, step by step: which are open, which are done, whom the rest waits for. */
import { fail, ok, type Result } from '../errors';
import { cleaned } from '../rules/names/cleaning';
import { partsOf } from '../rules/names/parts';
import type { Actor } from '../rules/roles';
import type { OfflineStep } from '../rules/rulebook/offline-steps';
import type { TransferState } from './states';
import type { WaitsFor } from './waits-for';

/** A step that was ticked, as it is kept. */
export interface OfflineTick {
  readonly stepId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly by: { readonly role: Actor; readonly name: string };
  /** Of the letter; null where the step has none. */
  readonly number: string | null;
  /** When the receiver's slip came back, epoch ms; null while it has not, and where none is asked for. */
  readonly receiptAt: number | null;
}

/** later: cannot be done yet; open; away: the letter is out and its receipt has to come back; done. */
export const OFFLINE_STATUSES = ['later', 'open', 'away', 'done'] as const;
type OfflineStatus = (typeof OFFLINE_STATUSES)[number];

export interface OfflineStanding {
  readonly step: OfflineStep;
  readonly status: OfflineStatus;
  /** Null until it is ticked. */
  readonly tick: OfflineTick | null;
}

/** What of a transfer decides about its steps on paper. */
export interface OnPaper {
  readonly state: TransferState;
  /** Full name of the receiver as it was handed in. */
  readonly organisation: string | undefined;
  readonly offline: readonly OfflineTick[];
}

/** Whether the name is that of a committee, which puts people into a branch after it has taken them in. */
export const isCommittee = (organisation: string | undefined): boolean =>
  organisation !== undefined && partsOf(cleaned(organisation), []).level === 'committee';

const OPEN_IN: Readonly<Record<OfflineStep['opens'], readonly TransferState[]>> = {
  submitted: ['submitted', 'approved', 'timedOut', 'accepted', 'registered', 'recorded', 'completed'],
  accepted: ['accepted', 'completed'],
};

const statusOf = (step: OfflineStep, tick: OfflineTick | null, state: TransferState): OfflineStatus => {
  if (tick) return step.needs.includes('receipt') && tick.receiptAt === null ? 'away' : 'done';
  return OPEN_IN[step.opens].includes(state) ? 'open' : 'later';
};

/** How each of the route's steps stands for one transfer; those that are not for them are left out. */
export const offlineStandings = (
  steps: readonly OfflineStep[],
  { state, organisation, offline }: OnPaper,
): OfflineStanding[] =>
  steps
    .filter(({ receivedBy }) => receivedBy === 'any' || isCommittee(organisation))
    .map((step) => {
      const tick = offline.find(({ stepId }) => stepId === step.id) ?? null;
      return { step, status: statusOf(step, tick, state), tick };
    });

export const isPaperLeft = (standings: readonly OfflineStanding[]): boolean =>
  standings.some(({ status }) => status !== 'done');

/** Who has to move for a step: who is stamped at the desk goes there, and the receipt comes back with the graduate. */
const moverOf = ({ step, status }: OfflineStanding): OfflineStep['who'] =>
  step.atDesk || status === 'away' ? 'graduate' : step.who;

/** Whom the open steps wait for: the graduate as long as anything is theirs. A branch without secretary has the college. */
export const paperWaitsFor = (standings: readonly OfflineStanding[], hasSecretary: boolean): WaitsFor => {
  const movers = standings.filter(({ status }) => status === 'open' || status === 'away').map(moverOf);
  if (movers.length === 0) return 'nobody';
  if (movers.includes('graduate')) return 'graduate';
  return movers.includes('secretary') && hasSecretary ? 'secretary' : 'college';
};

/** Of a step: that it is done, or that the receipt of its letter came back. */
export const OFFLINE_PARTS = ['done', 'receipt'] as const;

/** What somebody ticks, or takes back. */
export interface Ticking {
  readonly stepId: string;
  readonly part: (typeof OFFLINE_PARTS)[number];
  /** False takes it back. */
  readonly isDone: boolean;
  readonly number?: string | undefined;
}

const illegal = (): Result<never> => fail('TRANSFER_ILLEGAL_STEP');

const ticked = (
  { step, status, tick }: OfflineStanding,
  { part, number }: Ticking,
  by: Pick<OfflineTick, 'at' | 'by'>,
): Result<OfflineTick> => {
  if (part === 'receipt') return tick && status === 'away' ? ok({ ...tick, receiptAt: by.at }) : illegal();
  if (status !== 'open') return illegal();
  const isNumbered = step.needs.includes('number');
  if (isNumbered && !number) return fail('FIELD_REQUIRED', 'number');
  return ok({ ...by, stepId: step.id, number: (isNumbered && number) || null, receiptAt: null });
};

/**
 * The ticks after one more, or one less. `TRANSFER_ILLEGAL_STEP` for what is not open, or not ticked; `FIELD_REQUIRED`
 * where the number of the letter is missing.
 */
export const afterTicking = (
  { standings, offline }: Pick<OnPaper, 'offline'> & { readonly standings: readonly OfflineStanding[] },
  ticking: Ticking,
  by: Pick<OfflineTick, 'at' | 'by'>,
): Result<OfflineTick[]> => {
  const standing = standings.find(({ step }) => step.id === ticking.stepId);
  if (!standing) return illegal();
  const others = offline.filter(({ stepId }) => stepId !== ticking.stepId);
  if (ticking.isDone) {
    const done = ticked(standing, ticking, by);
    return done.ok ? ok([...others, done.data]) : done;
  }
  const { tick } = standing;
  if (!tick) return illegal();
  if (ticking.part === 'done') return ok(others);
  return tick.receiptAt === null ? illegal() : ok([...others, { ...tick, receiptAt: null }]);
};

/** What a new attempt keeps: a letter was written to the receiver of the one before, everything else is done. */
export const ticksForNextAttempt = (
  steps: readonly OfflineStep[],
  offline: readonly OfflineTick[],
): OfflineTick[] =>
  offline.filter(({ stepId }) => !steps.find(({ id }) => id === stepId)?.needs.includes('number'));
