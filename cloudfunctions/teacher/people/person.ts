import { isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { forCollege } from '../../_shared/season/season';
import { personOf, readPerson } from '../../_shared/people/person';
import { toldToCommittee } from '../../_shared/people/told-transfer';

/**
 * One person with their history; a parents' contact only by `revealContact`. The way the college handles, the committee is
 * not told here either: its board and its lists fold it.
 */
export const person: EarlyReader<'teacher', 'person', CollegeCaller> = readingEarly(
  (ports, { memberId }) => readPerson(ports, memberId),
  async (ports, { caller }, records) => {
    const { member, season, latest } = records;
    if (!member || !mayActFor(caller, member.collegeId)) return fail('NOT_FOUND', 'memberId');
    const view = await personOf(ports, member, records);
    const isCommittee = caller.scopeId === ALL_COLLEGES;
    const transfer = view.transfer && (isCommittee ? toldToCommittee(view.transfer) : view.transfer);
    const hasContact = transfer?.hasContact === true && isShownTo(caller.role, 'parentContact');
    const { rulebookId } = transfer ?? forCollege(season, member.collegeId);
    const organisation =
      (transfer?.wayId && isShownTo(caller.role, 'organisation') && latest?.fields.organisation) || null;
    const shown = { ...view, transfer: transfer && { ...transfer, hasContact } };
    const { overAgeRecordedAt } = member;
    return ok({ person: shown, organisation, overAgeRecordedAt, rulebookId, now: ports.clock.now() });
  },
);
