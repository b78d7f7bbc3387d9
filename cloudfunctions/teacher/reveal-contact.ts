import { fail, ok } from '../../miniprogram/domain/errors';
import { putAudit, readKey } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { openFields } from '../_shared/transfers/fields';
import { transferWithin } from './scope';

/** Opens the parents' contact of one transfer, after the audit says who looked. */
export const revealContact: UseCase<'teacher', 'revealContact', CollegeCaller> = async (
  ports,
  { caller, request: { transferId } },
) => {
  const found = await transferWithin(ports, caller, transferId);
  if (!found.ok) return found;
  const opened = openFields(ports.cipher, transferId, found.data.fields);
  const contact = 'parentContact' in opened ? opened.parentContact : undefined;
  if (!contact) return fail('NOT_FOUND', 'transferId');
  const at = ports.clock.now();
  const actor = actingAs(caller.account, caller.role);
  const audited = await ports.store.transact(async (tx) => {
    const key = readKey(caller.account._id, at);
    putAudit(tx, { subjectId: transferId, key, action: 'reveal-contact', actor, at });
    return ok(undefined);
  });
  return audited.ok ? ok({ contact }) : audited;
};
