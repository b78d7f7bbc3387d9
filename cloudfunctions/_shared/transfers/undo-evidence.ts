/** Takes back what the college wrote down from the official list, the same day. */
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import { rulesOf } from '../season/rules-of';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { opensLater } from './circumstances';
import { takeStep } from './take-step';

/** What has to be mended keeps its reason: the last one anybody gave before. */
const reasonOf = (transfer: Transfer): string | null =>
  timelineOf(transfer)
    .slice(0, -1)
    .filter(({ note }) => note !== undefined)
    .at(-1)?.note ?? null;

const NEEDS_REASON = ['returned', 'refused', 'lapsed'];

/** The record goes to where it came from; `TRANSFER_ILLEGAL_STEP` when something has happened since, or the day is over. */
export const undoEvidence = (
  ports: Ports,
  seen: Transfer,
  { actor, version }: { readonly actor: ActingPerson; readonly version: number },
): Promise<Result<Transfer>> =>
  takeStep(ports, seen, {
    step: 'undo-evidence',
    actor,
    version,
    change: (transfer, now, next) =>
      ok({
        ...(NEEDS_REASON.includes(next) ? { reason: reasonOf(transfer) } : {}),
        ...(next === 'planned' ? { opensAt: opensLater(transfer, rulesOf(transfer).route, now) ?? now } : {}),
      }),
  });
