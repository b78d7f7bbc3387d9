import type { AuditAction } from '../../miniprogram/domain/audit';
import { ok, type Result } from '../../miniprogram/domain/errors';
import { putAudit, readKey } from '../_shared/audit';
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
): Promise<Result<undefined>> => {
  const actions = guardedParts(transfer);
  if (actions.length === 0) return ok(undefined);
  const at = clock.now();
  const actor = actingAs(account, role);
  return store.transact(async (tx) => {
    const entry = { subjectId: transfer._id, key: readKey(account._id, at), actor, at };
    for (const action of actions) putAudit(tx, { ...entry, action });
    return ok(undefined);
  });
};

/** One transfer with all a teacher needs to decide. */
export const decision: UseCase<'teacher', 'decision', CollegeCaller> = async (ports, { caller, request }) => {
  const found = await transferWithin(ports, caller, request.transferId);
  if (!found.ok) return found;
  const transfer = found.data;
  const { _id: id, version, state, memberId, memberName, branchName, wayId, routeId, attempt } = transfer;
  const { initiatedAt, deadlineAt, timeline } = transfer;
  const audited = await auditReads(ports, caller, transfer);
  if (!audited.ok) return audited;
  const item = {
    id,
    version,
    state,
    memberId,
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
