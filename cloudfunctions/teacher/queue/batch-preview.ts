import { isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { auditLooks, readKey } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { batchVerdict, lookAtPictures, uncheckedIn } from './batch-rules';
import { mayReadWay, transfersWithin } from '../scope';

type Preview = Response<'teacher', 'batchPreview'>;

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
    const { version, memberName, branchName, wayId, routeId, deadlineAt, fields, screenshots } = transfer;
    const { studentNumber } = transfer;
    const who = { memberName, branchName, ...(studentNumber === undefined ? {} : { studentNumber }) };
    const verdict = batchVerdict(transfer, decision, { now, pictures });
    const organisation = (isShownTo(caller.role, 'organisation') && fields.organisation) || null;
    if (verdict.reasons.length > 0) excluded.push({ transferId, ...who, ...verdict });
    else
      included.push({
        transferId,
        version,
        ...who,
        wayId,
        routeId,
        organisation,
        deadlineAt,
        unchecked: uncheckedIn(transfer, pictures),
        picture: (isShownTo(caller.role, 'screenshots') && pictures.urls[screenshots[0] ?? '']) || null,
      });
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
