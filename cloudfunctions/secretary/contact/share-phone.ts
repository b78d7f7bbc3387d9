import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import type { Branch } from '../../_shared/store/records';

type Secretary = Branch['secretaries'][number];

const withPhone = ({ phone: _before, ...secretary }: Secretary, phone: string | null): Secretary => ({
  ...secretary,
  ...(phone === null ? {} : { phone }),
});

/** Keeps the number beside the secretary's name in the branch: it goes when they leave the branch or delete their data. */
export const sharePhone: UseCase<'secretary', 'sharePhone', MemberCaller> = async (
  { store, clock },
  { caller: { account, member }, request: { phone } },
) =>
  store.transact(async (tx) => {
    const branch = await tx.get('branches', member.branchId);
    if (!branch?.secretaries.some(({ accountId }) => accountId === account._id)) return fail('NOT_FOUND');
    const version = branch.version + 1;
    const secretaries = branch.secretaries.map((secretary) =>
      secretary.accountId === account._id ? withPhone(secretary, phone) : secretary,
    );
    tx.put('branches', { ...branch, version, secretaries });
    const actor = actingAs(account, 'secretary', member.name);
    const facts = { shared: phone !== null };
    putAudit(tx, {
      subjectId: branch._id,
      key: version,
      action: 'share-phone',
      actor,
      at: clock.now(),
      facts,
    });
    return ok({ phone });
  });
