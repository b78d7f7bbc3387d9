/** Notices of one transfer under one rulebook, as tests of planning read them. */
import { HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import { receiverClockOf } from '../../../miniprogram/domain/rules/deadline';
import type { Actor } from '../../../miniprogram/domain/rules/roles';
import type { TransferState, TransferStep } from '../../../miniprogram/domain/transfer/states';
import { planFor } from '../../../miniprogram/domain/reminding/plan';
import type { PlannedNotice } from '../../../miniprogram/domain/reminding/planned-notice';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { at } from './deadline-table';

export const rulebook = rulebookOf('usst-2020') as Rulebook;
export const INITIATED = at('2026-06-03T10:20:00+08:00');

/** End of the receiver's clock of what was started then, towards a receiver in 上海. */
export const deadlineOf = (initiatedAt: number, rules: Rulebook): number =>
  receiverClockOf(rules, { receiverClock: true }, { initiatedAt, region: ['上海市'] })?.deadlineAt ?? NaN;
export const DEADLINE = deadlineOf(INITIATED, rulebook);

export const plan = (
  step: TransferStep,
  state: TransferState,
  rest: { now?: number; attempt?: number; actor?: Actor; deadlineAt?: number | null } = {},
) =>
  planFor({
    transferId: 't',
    attempt: 1,
    state,
    step,
    actor: 'teacher',
    deadlineAt: DEADLINE,
    now: INITIATED,
    rulebook,
    ...rest,
  });

/** Id, reader, China time and days left. */
export const lines = (notices: readonly PlannedNotice[]) =>
  notices.map(({ id, audience, dueAt, days }) => [
    id,
    audience,
    new Date(dueAt + 8 * HOUR_MS).toISOString().slice(0, 16),
    days,
  ]);
