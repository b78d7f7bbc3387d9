import { mustReportAge } from '../../miniprogram/domain/age';
import { ok } from '../../miniprogram/domain/errors';
import { subscriptionOf } from '../_shared/credits';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { glanceInbox } from '../_shared/inbox';
import { latestRequest } from '../_shared/resets/load';
import { toResetView } from '../_shared/resets/view';
import { currentSeason, rulebookNamed } from '../_shared/season';
import { latestTransfer } from '../_shared/transfers/load';
import { toTransferView } from '../_shared/transfers/view';
import { reportOf } from './over-age';

/** All the graduate's pages in one call: six reads at once, and one more for who is over age. */
export const home: UseCase<'graduate', 'home', MemberCaller> = async (ports, { caller }) => {
  const { account, member } = caller;
  const { store, clock } = ports;
  const [season, transfer, request, inbox, branch, college] = await Promise.all([
    currentSeason(ports),
    latestTransfer(ports, member._id),
    latestRequest(ports, member._id),
    glanceInbox(ports, account._id),
    store.get('branches', member.branchId),
    store.get('colleges', member.collegeId),
  ]);
  const now = clock.now();
  const overAge = mustReportAge(member, rulebookNamed(season.rulebookId).ageLimit);
  const isCurrent = transfer?.seasonId === season.id;
  return ok({
    member: {
      id: member._id,
      name: member.name,
      branchName: member.branchName,
      collegeName: member.collegeName,
      secretaryName: branch?.secretaries[0]?.name ?? null,
      teacherName: college?.teachers[0]?.name ?? null,
      isSecretary: member.isSecretary,
      hasLeaguePost: member.hasLeaguePost,
      overAge,
    },
    season: {
      id: season.id,
      name: season.name,
      rulebookId: season.rulebookId,
      deadlineAt: season.deadlineAt,
    },
    announcement: season.announcement,
    overAgeReport: overAge ? reportOf(await store.get('marks', member._id)) : null,
    loginConfirmedAt: member.loginConfirmedAt,
    transfer: transfer && isCurrent ? await toTransferView(ports, transfer) : null,
    resetRequest: request ? toResetView(request, now) : null,
    ...inbox,
    subscription: subscriptionOf(ports, account),
    now,
  });
};
