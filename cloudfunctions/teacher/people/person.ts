import { isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { forCollege } from '../../_shared/season/season';
import { personOf, readPerson } from '../../_shared/people/person';

/** One person of the college with their history; a parents' contact only by `revealContact`. */
export const person: EarlyReader<'teacher', 'person', CollegeCaller> = readingEarly(
  (ports, { memberId }) => readPerson(ports, memberId),
  async (ports, { caller }, records) => {
    const { member, season, latest } = records;
    if (!member || !mayActFor(caller, member.collegeId)) return fail('NOT_FOUND', 'memberId');
    const view = await personOf(ports, member, records);
    const { transfer } = view;
    const hasContact = transfer?.hasContact === true && isShownTo(caller.role, 'parentContact');
    const { rulebookId } = transfer ?? forCollege(season, member.collegeId);
    const organisation =
      (transfer && isShownTo(caller.role, 'organisation') && latest?.fields.organisation) || null;
    const shown = { ...view, transfer: transfer && { ...transfer, hasContact } };
    return ok({ person: shown, organisation, rulebookId, now: ports.clock.now() });
  },
);
