/** Warns secretaries shortly before an unanswered request for a code goes to the teacher. */
import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { codeWarning } from '../../../../miniprogram/domain/reminding/reset-hours';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, withSeason, type CurrentSeason } from '../../season/season';
import type { ResetRequest } from '../../store/records';
import { toNotice } from '../notice-of';
import { recipientsOf } from '../place';
import { keepNotices } from '../telling/keep-notices';
import { resetFacts } from '../telling/causes';

const MOST = 500;
/** Later than that the one who is asked now has only just been asked, or it goes to the teacher anyway. */
const WORTH_MS = HOUR_MS;

const warningOf = (request: ResetRequest, season: CurrentSeason) => {
  const { _id: id, requestedAt, escalatesAt, rulebookId, collegeId } = request;
  const rules = withSeason(rulebookNamed(rulebookId), forCollege(season, collegeId));
  return escalatesAt === null ? undefined : codeWarning({ id, requestedAt, escalatesAt }, rules);
};

/** @returns how many were warned of, and when the next is due: epoch ms, `Infinity` where none is */
export const warnOfCodes = async (
  ports: Ports,
  season: CurrentSeason,
): Promise<{ warned: number; nextAt: number }> => {
  const { store, clock, settings } = ports;
  const now = clock.now();
  const waiting = await store.find('resetRequests', {
    where: { state: 'waiting', escalatesAt: { gt: now } },
    orderBy: ['escalatesAt', 'asc'],
    limit: MOST,
  });
  const warnings = waiting.flatMap((request) => {
    const due = warningOf(request, season);
    return due ? [{ request, due }] : [];
  });
  const due = warnings.filter((one) => one.due.dueAt <= now && one.due.dueAt > now - WORTH_MS);
  const later = warnings.filter((one) => one.due.dueAt > now).map((one) => one.due.dueAt);
  const branchIds = [...new Set(due.map(({ request }) => request.branchId))];
  const branches = branchIds.length > 0 ? await store.getMany('branches', branchIds) : [];
  const notices = due.flatMap(({ request, due: warning }) => {
    const { memberId, collegeId } = request;
    const facts = resetFacts(request, warning.dueAt);
    const { quietHours } = withSeason(facts.rulebook, forCollege(season, collegeId));
    const branch = branches.find(({ _id }) => _id === request.branchId);
    const about = { memberId, collegeId };
    const { templateIds } = settings;
    return recipientsOf({ accountId: null }, { branch, college: undefined }).secretary.map((to) =>
      toNotice(warning, { about, to, facts, quietHours, templateIds }),
    );
  });
  if (notices.length > 0) await keepNotices(ports, notices);
  return { warned: notices.length, nextAt: Math.min(Infinity, ...later) };
};
