import type { AuditAction } from '../../miniprogram/domain/audit';
import { ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import { subscriptionOf } from '../_shared/credits';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import type { Ports } from '../_shared/ports';
import type { Transfer } from '../_shared/records';
import { openFields } from '../_shared/transfers/fields';
import { screenshotsOf } from '../_shared/transfers/view';
import { transferWithin } from './scope';

/** What of a transfer nobody looks at without leaving a trace. */
const guardedParts = ({ fields, screenshots, routeId }: Transfer): AuditAction[] => [
  ...(fields.parentContactSealed === undefined ? [] : ['reveal-contact' as const]),
  ...(routeId === 'keep' ? ['read-kept' as const] : []),
  ...(screenshots.length === 0 ? [] : ['read-screenshots' as const]),
];

const auditReads = async (
  { store, clock }: Ports,
  { account, role }: CollegeCaller,
  transfer: Transfer,
): Promise<void> => {
  const actions = guardedParts(transfer);
  if (actions.length === 0) return;
  const at = clock.now();
  const actor = actingAs(account, role);
  await store.transact(async (tx) => {
    for (const action of actions) putAudit(tx, { subjectId: transfer._id, key: at, action, actor, at });
    return ok(undefined);
  });
};

/** One transfer with all a teacher needs to decide. */
export const decision: UseCase<'teacher', 'decision', CollegeCaller> = async (ports, { caller, request }) => {
  const found = await transferWithin(ports, caller, request.transferId);
  if (!found.ok) return found;
  const transfer = found.data;
  const { _id: id, version, state, memberName, branchName, wayId, routeId, attempt } = transfer;
  const { initiatedAt, deadlineAt, timeline } = transfer;
  await auditReads(ports, caller, transfer);
  const item = {
    id,
    version,
    state,
    memberName,
    branchName,
    wayId,
    routeId,
    attempt,
    initiatedAt,
    deadlineAt,
    timeline,
    fields: openFields(ports.cipher, id, transfer.fields),
    screenshots: await screenshotsOf(ports, transfer.screenshots),
  };
  const subscription = subscriptionOf(ports, caller.account);
  return ok({ item, rulebookId: transfer.rulebookId, subscription, now: ports.clock.now() });
};
