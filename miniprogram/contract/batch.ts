/** Deciding many at once: what a batch takes, what it leaves to a look at each, and why. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { defineAction } from './define';
import { id, instant, routeId, version, wayId } from './parts';

export const BATCH_MAX = 50;

/**
 * Why a batch does not decide a transfer. other-kind: it does not wait for this decision; no-screenshot;
 * picture-missing: a picture it names is not in the storage;
 * clock-over: the receiver's days have passed; name: something looks wrong with the organisation's name; the rest
 * come up while deciding.
 */
export const BATCH_REASONS = [
  'other-kind',
  'no-screenshot',
  'picture-missing',
  'clock-over',
  'name',
  'changed',
  'not-found',
  'busy',
] as const;

const decision = v.picklist(['approve', 'record']);
const reasons = v.array(v.picklist(BATCH_REASONS));

export const batchActions = {
  /** Changes nothing. */
  batchPreview: defineAction(
    v.strictObject({
      decision,
      transferIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(BATCH_MAX)),
    }),
    v.object({
      included: v.array(
        v.object({
          transferId: id,
          version,
          memberName: v.string(),
          branchName: v.string(),
          wayId,
          routeId,
          organisation: v.nullable(v.string()),
          deadlineAt: v.nullable(instant),
        }),
      ),
      excluded: v.array(
        v.object({
          transferId: id,
          /** Empty when it is not there for this caller. */
          memberName: v.string(),
          branchName: v.string(),
          reasons,
          /** What the name checker says, e.g. 好像还差后半截. */
          findings: v.array(v.string()),
        }),
      ),
      now: instant,
    }),
    [],
  ),
  /** Each by itself: one that fails stops none of the others. The same rules as the preview's hold again. */
  batchDecide: defineAction(
    v.strictObject({
      decision,
      items: v.pipe(
        v.array(v.strictObject({ transferId: id, version })),
        v.minLength(1),
        v.maxLength(BATCH_MAX),
      ),
    }),
    v.object({
      results: v.array(
        v.object({
          transferId: id,
          done: v.boolean(),
          /** Why not; empty when done. */
          reasons,
          state: v.nullable(v.picklist(TRANSFER_STATES)),
        }),
      ),
      now: instant,
    }),
    [],
  ),
};
