import { ageAgainst } from '../../../miniprogram/domain/calendar/age';
import type { Response } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { subscriptionOf } from '../../_shared/notices/credits';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { glanceInbox } from '../../_shared/notices/inbox';
import { comingTo } from '../../_shared/notices/reminders/coming';
import type { Branch, College, Member } from '../../_shared/store/records';
import { branchShown, collegeShown } from '../../_shared/store/branches';
import { ageMarkOf, isFreedByAge } from '../../_shared/season/freed-by-age';
import { requestShown } from '../../_shared/resets/load';
import { toResetView } from '../../_shared/resets/view';
import { forCollege, rulebookNamed, seasonShown, type CollegeSeason } from '../../_shared/season/season';
import { latestOf } from '../../_shared/transfers/load';
import { standingIn } from '../../_shared/season/standing-in';
import { verdictsOf } from '../../_shared/transfers/picture-checks';
import { toTransferView } from '../../_shared/transfers/view';
import { reportOf } from '../over-age/over-age';

type Home = Response<'graduate', 'home'>;

/** Who they are, and whom they can turn to. */
const memberView = (member: Member, branch: Branch | undefined, college: College | undefined) => ({
  id: member._id,
  name: member.name,
  branchName: member.branchName,
  collegeName: member.collegeName,
  secretaryName: branch?.secretaries[0]?.name ?? null,
  secretaryPhone: branch?.secretaries[0]?.phone ?? null,
  teacherName: college?.teachers[0]?.name ?? null,
  isSecretary: member.isSecretary,
  hasLeaguePost: member.hasLeaguePost,
});

const seasonView = ({ id, name, rulebookId, deadlineAt, openedAt }: CollegeSeason): Home['season'] => ({
  id,
  name,
  rulebookId,
  deadlineAt,
  openedAt,
});

/** All the graduate's pages in one call: the season with who they are, then everything else at once. */
export const home: EarlyReader<'graduate', 'home', OwnerCaller> = readingEarly(
  seasonShown,
  async (ports, { caller }, current) => {
    const { account, member } = caller;
    if (!account) return fail('NOT_SIGNED_IN');
    const season = forCollege(current, member.collegeId);
    const { ageLimit } = rulebookNamed(season.rulebookId);
    const reading = latestOf(ports, member);
    const [latest, request, inbox, branch, college, mark] = await Promise.all([
      reading,
      requestShown(ports, member),
      glanceInbox(ports, account._id, reading),
      branchShown(ports, member.branchId),
      collegeShown(ports, member.collegeId),
      ageMarkOf(ports, member, ageLimit),
    ]);
    const now = ports.clock.now();
    const overAge = isFreedByAge(member, mark, ageLimit);
    const transfer = standingIn(season.id, latest);
    const [view, verdicts] = await Promise.all([
      transfer ? toTransferView(ports, transfer) : null,
      member.hasRiskyPicture === false ? [] : verdictsOf(ports, transfer?.screenshots ?? []),
    ]);
    return ok({
      member: { ...memberView(member, branch, college), overAge, age: ageAgainst(member, ageLimit) },
      season: seasonView(season),
      announcement: season.announcement,
      collegeAnnouncement: season.collegeAnnouncement,
      overAgeReport: overAge ? reportOf(member, mark) : null,
      loginConfirmedAt: member.loginConfirmedAt,
      transfer: view,
      picturesToReplace: [...verdicts].flatMap(([fileId, verdict]) => (verdict === 'risky' ? [fileId] : [])),
      resetRequest: request ? toResetView(request, now, college) : null,
      ...inbox,
      comingReminders: comingTo({ member, mark, transfer: latest, request }, season, now),
      subscription: subscriptionOf(ports, account),
      now,
    });
  },
);
