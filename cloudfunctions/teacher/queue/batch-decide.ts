import type { Response } from '../../../miniprogram/contract';
import { fail, ok, type ErrorCode, type Result } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { BATCH } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { takeStep } from '../../_shared/transfers/take-step';
import { undoEvidence } from '../../_shared/transfers/undo-evidence';
import {
  batchVerdict,
  DECIDING,
  lookAtPictures,
  type BatchDecision,
  type BatchPictures,
  type BatchReason,
} from './batch-rules';
import { transfersWithin } from '../scope';

type ItemResult = Response<'teacher', 'batchDecide'>['results'][number];

const REASON_OF_CODE: Partial<Record<ErrorCode, BatchReason>> = { BUSY: 'busy', NOT_FOUND: 'not-found' };

const notDone = (transferId: string, reasons: BatchReason[], state: ItemResult['state']): ItemResult => ({
  transferId,
  done: false,
  reasons,
  state,
});

/** The others of the batch do not wait for one that cannot be read. */
const resultOf = (
  transferId: string,
  state: Transfer['state'],
  done: Result<Transfer> = fail('NOT_FOUND'),
): ItemResult =>
  done.ok
    ? { transferId, done: true, reasons: [], state: done.data.state }
    : notDone(transferId, [REASON_OF_CODE[done.error.code] ?? 'changed'], state);

const decideOne = async (
  ports: Ports,
  { account, role }: CollegeCaller,
  seen: Transfer,
  asked: { decision: BatchDecision; version: number; pictures: BatchPictures; seenOnSystem: boolean },
): Promise<ItemResult> => {
  const { decision, version, pictures, seenOnSystem } = asked;
  const { _id: transferId, state } = seen;
  const { reasons } = batchVerdict(seen, decision, { now: ports.clock.now(), pictures, seenOnSystem });
  if (seen.version !== version) return notDone(transferId, ['changed'], state);
  if (reasons.length > 0) return notDone(transferId, reasons, state);
  const actor = actingAs(account, role);
  if (decision === 'undo-evidence')
    return resultOf(transferId, state, await ifReadable(undoEvidence(ports, seen, { actor, version })));
  const step = takeStep(ports, seen, {
    step: DECIDING[decision].step,
    actor,
    version,
    ...(seenOnSystem ? { seenOnSystem } : {}),
    auditFacts: { batch: true, ...(seenOnSystem ? { seenOnSystem } : {}) },
    // The clock may have run out while the batch was at work.
    change: (transfer, now) =>
      batchVerdict(transfer, decision, { now, pictures, seenOnSystem }).reasons.length > 0
        ? fail('TRANSFER_ILLEGAL_STEP')
        : ok({}),
  });
  return resultOf(transferId, state, await ifReadable(step));
};

/** Approves or records many, each in its own transaction; answers in the order asked. */
export const batchDecide: UseCase<'teacher', 'batchDecide', CollegeCaller> = async (
  ports,
  { caller, request: { decision, items, seenOnSystem: isSeen = false } },
) => {
  // What 智慧团建 shows is said by whoever looked there.
  const seenOnSystem = isSeen || decision === 'accepted' || decision === 'returned';
  const asked = new Map(items.map(({ transferId, version }) => [transferId, version]));
  const own = await transfersWithin(ports, caller, [...asked.keys()]);
  // What was found in the list needs no picture.
  const pictures = await lookAtPictures(ports, seenOnSystem || DECIDING[decision].isSure ? [] : own.values());
  const jobs = [...asked].map(([transferId, version]) => async () => {
    const seen = own.get(transferId);
    return seen
      ? decideOne(ports, caller, seen, { decision, version, pictures, seenOnSystem })
      : notDone(transferId, ['not-found'], null);
  });
  return ok({ results: await inParallel(jobs, BATCH.parallel), now: ports.clock.now() });
};
