import { isOverAge } from '../../../miniprogram/domain/calendar/age';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { putEvent } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Mark, Member } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { isFreedByAge } from '../../_shared/season/freed-by-age';
import { tellEvents } from '../../_shared/notices/telling/tell-events';
import { collegeShown } from '../../_shared/store/branches';
import { currentSeason, rulebookNamed, seasonShown } from '../../_shared/season/season';

export const reportOf = ({ overAgeRecordedAt: recordedAt }: Member, mark: Mark | undefined) => ({
  reportedAt: mark?.overAgeReportedAt ?? null,
  recordedAt,
  ...(mark?.overAgeReason === undefined ? {} : { reason: mark.overAgeReason }),
});

/** A report that the roster has contradicted since is over: the page goes by the roster again. */
const standingReport = (member: Member, mark: Mark | undefined, ageLimit: number) => ({
  ...reportOf(member, mark),
  ...(isFreedByAge(member, mark, ageLimit) ? {} : { reportedAt: null }),
});

/** What the short form for people over age shows, and what came of it. */
export const overAge: EarlyReader<'graduate', 'overAge', OwnerCaller> = readingEarly(
  seasonShown,
  async (ports, { caller }, season) => {
    const { _id, name, branchName, collegeId, birthMonth, graduationMonth, hasLeaguePost } = caller.member;
    const { store, clock } = ports;
    const { ageLimit } = rulebookNamed(season.rulebookId);
    const [mark, college] = await Promise.all([
      ifReadable(store.get('marks', _id)),
      collegeShown(ports, collegeId),
    ]);
    return ok({
      birthMonth,
      graduationMonth,
      hasLeaguePost,
      ageLimit,
      name,
      branchName,
      teacherName: college?.teachers[0]?.name ?? null,
      report: standingReport(caller.member, mark, ageLimit),
      now: clock.now(),
    });
  },
);

/**
 * Tells the college that the age limit is reached: from then on they stand in its queue and on its list. A month the
 * roster already has is never replaced by the person's own.
 */
export const reportOverAge: EarlyReader<'graduate', 'reportOverAge', OwnerCaller> = readingEarly(
  currentSeason,
  async (ports, { caller, request }, season) => {
    const { ageLimit } = rulebookNamed(season.rulebookId);
    const done = await ports.store.transact(async (tx) => {
      const now = ports.clock.now();
      const member = await tx.get('members', caller.member._id);
      const [mark] = await tx.getMany('marks', [caller.member._id]);
      if (!member) return fail('NOT_FOUND');
      if (mark?.overAgeReportedAt !== undefined && isFreedByAge(member, mark, ageLimit))
        return ok({ report: reportOf(member, mark), events: [] });
      const birthMonth = member.birthMonth ?? request.birthMonth;
      if (birthMonth === undefined) return fail('FIELD_REQUIRED', 'birthMonth');
      if (member.hasLeaguePost) return fail('FIELD_INVALID', 'hasLeaguePost');
      if (!isOverAge(birthMonth, member.graduationMonth, ageLimit))
        return fail('FIELD_INVALID', 'birthMonth');
      // In any case: a mark made anew meets whatever removes what the person has.
      tx.put('members', { ...member, birthMonth, version: member.version + 1 });
      const blank = { _id: member._id, recordVersion: 1, lastNudgedAt: null } as const;
      const told = { ...(mark ?? blank), overAgeReportedAt: now };
      tx.put('marks', told);
      const actor = asThemselves(caller);
      const event = { subjectId: member._id, key: now, action: 'report-over-age', actor, at: now } as const;
      return ok({ report: reportOf(member, told), events: [putEvent(tx, event, now)] });
    });
    if (!done.ok) return done;
    const { report, events } = done.data;
    await tellEvents(ports, events);
    return ok({ report });
  },
);
