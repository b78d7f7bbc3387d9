import type { Response } from '../../miniprogram/contract';
import { comingTo } from '../_shared/notices/reminders/coming';
import type { Ports } from '../_shared/platform/ports';
import { requestShown } from '../_shared/resets/load';
import type { Member, Transfer } from '../_shared/store/records';
import { ageMarkOf } from '../_shared/season/freed-by-age';
import { forCollege, rulebookNamed, type CurrentSeason } from '../_shared/season/season';
import { standingIn } from '../_shared/season/standing-in';
import { startDeadline } from '../_shared/season/start-deadline';
import { rulebookIdOf, rulesOf } from '../_shared/season/rules-of';

type Reminders = NonNullable<Response<'account', 'messages'>['reminders']>;

/** What the card over a graduate's inbox says; people come straight there from a message of WeChat's. */
export const remindersOf = async (
  ports: Ports,
  member: Member,
  known: { readonly season: CurrentSeason; readonly latest: Promise<Transfer | undefined> },
): Promise<Reminders> => {
  const season = forCollege(known.season, member.collegeId);
  const { ageLimit } = rulebookNamed(season.rulebookId);
  const [latest, request, mark] = await Promise.all([
    known.latest,
    requestShown(ports, member),
    ageMarkOf(ports, member, ageLimit),
  ]);
  const { id, name, rulebookId } = season;
  const transfer = standingIn(id, latest);
  return {
    state: transfer?.state ?? null,
    loginConfirmedAt: member.loginConfirmedAt,
    receiverClock: transfer ? rulesOf(transfer).route.receiverClock : false,
    deadlineAt: transfer?.deadlineAt ?? null,
    season: { id, name, rulebookId, deadlineAt: startDeadline(season, transfer) },
    rulebookId: transfer ? rulebookIdOf(transfer) : rulebookId,
    coming: comingTo({ member, mark, transfer: latest, request }, season, ports.clock.now()),
  };
};
