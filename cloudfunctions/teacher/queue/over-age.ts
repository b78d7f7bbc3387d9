import { mustReportAge } from '../../../miniprogram/domain/calendar/age';
import { atChinaTime, chinaParts, dayNumberOf } from '../../../miniprogram/domain/calendar/china-time';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Member } from '../../_shared/store/records';
import { rulebookNamed, type CurrentSeason } from '../../_shared/season/season';

export interface OverAge {
  readonly member: Member;
  /** Beginning of the month they graduate in, epoch ms. */
  readonly since: number;
}

const monthStart = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return atChinaTime(dayNumberOf(year, number, 1), 0, 0);
};

/**
 * Who graduates this season over the age limit and has not been dealt with. Few are born early enough to be looked
 * at; the youngest of them first, so that earlier years' people never crowd out this year's.
 */
export const overAgeWaiting = async (
  { store }: Pick<Ports, 'store'>,
  scope: { readonly collegeId?: string },
  season: CurrentSeason,
): Promise<OverAge[]> => {
  const { ageLimit } = rulebookNamed(season.rulebookId);
  const { year } = chinaParts(season.deadlineAt);
  const found = await store.find('members', {
    where: { ...scope, overAgeRecordedAt: null, birthMonth: { lte: `${year - ageLimit}-12` } },
    orderBy: ['birthMonth', 'desc'],
    limit: PAGING.overAge,
  });
  return found
    .filter((member) => member.graduationMonth >= `${year}-01` && mustReportAge(member, ageLimit))
    .map((member) => ({ member, since: monthStart(member.graduationMonth) }));
};
