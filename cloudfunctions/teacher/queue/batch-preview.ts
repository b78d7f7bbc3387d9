import { isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { auditLooks, readKey } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { batchVerdict, lookAtPictures, uncheckedIn } from './batch-rules';
import type { Transfer } from '../../_shared/store/records';
import { mayReadWay, transfersWithin } from '../scope';

type Preview = Response<'teacher', 'batchPreview'>;
type Included = Preview['included'][number];
type Pictures = Awaited<ReturnType<typeof lookAtPictures>>;

const whoIn = ({ memberName, branchName, studentNumber }: Transfer) => ({
  memberName,
  branchName,
  ...(studentNumber === undefined ? {} : { studentNumber }),
});

/** One that the batch would decide, as far as whoever looks may see it. */
const includedOf = (transfer: Transfer, role: CollegeCaller['role'], pictures: Pictures): Included => {
  const { _id: transferId, version, wayId, routeId, deadlineAt, fields, screenshots } = transfer;
  return {
    transferId,
    version,
    ...whoIn(transfer),
    wayId,
    routeId,
    organisation: (isShownTo(role, 'organisation') && fields.organisation) || null,
    deadlineAt,
    unchecked: uncheckedIn(transfer, pictures),
    picture: (isShownTo(role, 'screenshots') && pictures.urls[screenshots[0] ?? '']) || null,
  };
};

/** What a batch would decide and what it would leave alone; one read for all. */
export const batchPreview: UseCase<'teacher', 'batchPreview', CollegeCaller> = async (
  ports,
  { caller, request: { decision, transferIds } },
) => {
  const now = ports.clock.now();
  const ids = [...new Set(transferIds)];
  const own = await transfersWithin(ports, caller, ids);
  const pictures = await lookAtPictures(ports, own.values());
  const included: Preview['included'] = [];
  const excluded: Preview['excluded'] = [];
  for (const transferId of ids) {
    const transfer = own.get(transferId);
    if (!transfer || !mayReadWay(caller.role, transfer)) {
      excluded.push({ transferId, memberName: '', branchName: '', reasons: ['not-found'], findings: [] });
      continue;
    }
    const verdict = batchVerdict(transfer, decision, { now, pictures });
    if (verdict.reasons.length > 0) excluded.push({ transferId, ...whoIn(transfer), ...verdict });
    else included.push(includedOf(transfer, caller.role, pictures));
  }
  const shown = included.filter(({ picture }) => picture !== null);
  const actor = actingAs(caller.account, caller.role);
  await auditLooks(
    ports,
    shown.map(({ transferId: subjectId }) => {
      const key = readKey(caller.account._id, now);
      return { subjectId, key, action: 'read-screenshots' as const, actor, at: now };
    }),
  );
  return ok({ included, excluded, now });
};
