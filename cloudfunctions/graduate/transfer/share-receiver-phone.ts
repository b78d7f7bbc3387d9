import { fail, ok } from '../../../miniprogram/domain/errors';
import { maySharePhone } from '../../../miniprogram/domain/transfer/receiver-phone';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { rulesOf } from '../../_shared/season/rules-of';
import type { Transfer } from '../../_shared/store/records';
import { ownIdOf } from '../../_shared/transfers/load';
import { toTransferView } from '../../_shared/transfers/view';

const withPhone = ({ receiverPhone: _before, ...transfer }: Transfer, phone: string | null): Transfer => {
  const { organisation } = transfer.fields;
  return phone === null || organisation === undefined
    ? transfer
    : { ...transfer, receiverPhone: { phone, organisation } };
};

/** Keeps the office's number with the transfer it belongs to: it goes when the person deletes their data. */
export const shareReceiverPhone: UseCase<'graduate', 'shareReceiverPhone', OwnerCaller> = async (
  ports,
  { caller, request: { version, phone } },
) => {
  const id = await ownIdOf(ports, caller.member);
  const shared = await ports.store.transact(async (tx) => {
    const transfer = id === undefined ? undefined : await tx.get('transfers', id);
    if (!transfer) return fail('TRANSFER_ILLEGAL_STEP');
    if (transfer.version !== version) return fail('TRANSFER_VERSION_STALE');
    const { state, fields } = transfer;
    // Taking it back is always possible.
    const may = maySharePhone(rulesOf(transfer).route, { state, organisation: fields.organisation });
    if (phone !== null && !may) return fail('TRANSFER_ILLEGAL_STEP');
    const after = { ...withPhone(transfer, phone), version: version + 1 };
    tx.put('transfers', after);
    putAudit(tx, {
      subjectId: after._id,
      key: after.version,
      action: 'share-receiver-phone',
      actor: asThemselves(caller),
      at: ports.clock.now(),
      facts: { shared: phone !== null },
    });
    return ok(after);
  });
  return shared.ok ? ok({ transfer: await toTransferView(ports, shared.data) }) : shared;
};
