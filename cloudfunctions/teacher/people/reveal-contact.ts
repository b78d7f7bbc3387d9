import { isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { auditLooks, readKey } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { tellBrokenSeal } from '../../_shared/store/sealed';
import { openFields } from '../../_shared/transfers/fields';
import { transferNamed, transferWithin } from '../scope';

/** Opens the parents' contact of one transfer, after the audit says who looked. */
export const revealContact: EarlyReader<'teacher', 'revealContact', CollegeCaller> = readingEarly(
  transferNamed,
  async (ports, { caller, request: { transferId } }, named) => {
    const found = transferWithin(caller, named);
    if (!found.ok) return found;
    const { fields, isBroken } = openFields(ports.cipher, transferId, found.data.fields);
    if (isBroken) {
      await tellBrokenSeal(ports, 'transfers', found.data);
      return fail('SEAL_BROKEN', 'transferId');
    }
    const contact = fields.parentContact;
    if (!contact || !isShownTo(caller.role, 'parentContact')) return fail('NOT_FOUND', 'transferId');
    const at = ports.clock.now();
    const actor = actingAs(caller.account, caller.role);
    const key = readKey(caller.account._id, at);
    await auditLooks(ports, [{ subjectId: transferId, key, action: 'reveal-contact', actor, at }]);
    return ok({ contact });
  },
);
