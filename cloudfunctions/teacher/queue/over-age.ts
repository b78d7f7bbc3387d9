import { mustReportAge } from '../../../miniprogram/domain/age';
import { atChinaTime, chinaParts, dayNumberOf } from '../../../miniprogram/domain/china-time';
import { PAGING } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { Member } from '../../_shared/records';
import { rulebookNamed, type CurrentSeason } from '../../_shared/season';

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
    where: { ...scope, birthMonth: { lte: `${year - ageLimit}-12` } },
    orderBy: ['birthMonth', 'desc'],
    limit: PAGING.overAge,
  });
  const over = found.filter(
    (member) => member.graduationMonth >= `${year}-01` && mustReportAge(member, ageLimit),
  );
  const marks = await store.getMany(
    'marks',
    over.map(({ _id }) => _id),
  );
  const recorded = new Set(
    marks.filter(({ overAgeRecordedAt }) => overAgeRecordedAt !== null).map(({ _id }) => _id),
  );
  return over
    .filter(({ _id }) => !recorded.has(_id))
    .map((member) => ({ member, since: monthStart(member.graduationMonth) }));
};
