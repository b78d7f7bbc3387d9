import { isShownTo, pickFields } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { AuditAction } from '../../../miniprogram/domain/people/audit';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { auditLooks, readKey } from '../../_shared/events/audit';
import { subscriptionOf } from '../../_shared/notices/credits';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { tellBrokenSeal } from '../../_shared/store/sealed';
import { holdsSealed, openFields } from '../../_shared/transfers/fields';
import { verdictsOf } from '../../_shared/transfers/picture-checks';
import { shownScreenshots, toStanding } from '../../_shared/transfers/view';
import { rulesOf } from '../../_shared/season/rules-of';
import { mayReadWay, transferNamed, transferWithin } from '../scope';

/** The pictures somebody may see. */
const picturesFor = ({ screenshots }: Transfer, viewer: CollegeCaller['role']): readonly string[] =>
  isShownTo(viewer, 'screenshots') ? screenshots : [];

/** What of a transfer nobody looks at without leaving a trace. */
const guardedParts = (transfer: Transfer, viewer: CollegeCaller['role']): AuditAction[] => [
  ...(holdsSealed(transfer.fields, (id) => isShownTo(viewer, id)) ? ['reveal-contact' as const] : []),
  ...(rulesOf(transfer).route.guarded ? ['read-kept' as const] : []),
  ...(picturesFor(transfer, viewer).length === 0 ? [] : ['read-screenshots' as const]),
];

const auditReads = (ports: Ports, { account, role }: CollegeCaller, transfer: Transfer): Promise<void> => {
  const at = ports.clock.now();
  const actor = actingAs(account, role);
  const entry = { subjectId: transfer._id, key: readKey(account._id, at), actor, at };
  return auditLooks(
    ports,
    guardedParts(transfer, role).map((action) => ({ ...entry, action })),
  );
};

/** One transfer with all a teacher needs to decide. */
export const decision: EarlyReader<'teacher', 'decision', CollegeCaller> = readingEarly(
  transferNamed,
  async (ports, { caller }, named) => {
    const found = transferWithin(caller, named);
    if (!found.ok) return found;
    const transfer = found.data;
    if (!mayReadWay(caller.role, transfer)) return fail('NOT_FOUND', 'transferId');
    const { _id: id, memberId, memberName, branchName, fields, studentNumber } = transfer;
    const pictures = picturesFor(transfer, caller.role);
    const [verdicts] = await Promise.all([verdictsOf(ports, pictures), auditReads(ports, caller, transfer)]);
    const opened = openFields(ports.cipher, id, fields);
    if (opened.isBroken) await tellBrokenSeal(ports, 'transfers', transfer);
    const item = {
      ...toStanding(transfer),
      memberId,
      memberName,
      ...(studentNumber === undefined ? {} : { studentNumber }),
      branchName,
      fields: pickFields(opened.fields, (id) => isShownTo(caller.role, id)),
      ...(opened.broken.some((id) => isShownTo(caller.role, id)) ? { contactUnreadable: true as const } : {}),
      screenshots: await shownScreenshots(ports, pictures, verdicts),
    };
    const subscription = subscriptionOf(ports, caller.account);
    return ok({ item, subscription, now: ports.clock.now() });
  },
);
