/** Notices of one transfer under one rulebook, as tests of planning read them. */
import { HOUR_MS } from '../../../miniprogram/domain/china-time';
import { deadlineOf } from '../../../miniprogram/domain/deadline';
import type { Actor, TransferState, TransferStep } from '../../../miniprogram/domain/model';
import { planFor } from '../../../miniprogram/domain/plan';
import type { PlannedNotice } from '../../../miniprogram/domain/planned-notice';
import type { Rulebook } from '../../../miniprogram/domain/rulebook';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { at } from './deadline-table';

export const rulebook = rulebookOf('usst-2020') as Rulebook;
export const INITIATED = at('2026-06-03T10:20:00+08:00');
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
