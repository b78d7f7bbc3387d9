import { mustReportAge } from '../../../miniprogram/domain/calendar/age';
import { chinaParts } from '../../../miniprogram/domain/calendar/china-time';
import type { Parsed } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { wholePage } from '../../_shared/store/pages';
import type { Member } from '../../_shared/store/records';
import { currentSeason, rulebookNamed } from '../../_shared/season/season';

const readNamed = async (ports: Ports, { collegeId }: Parsed<'teacher', 'overAgeList'>) => {
  const [season, college] = await Promise.all([
    currentSeason(ports),
    collegeId === undefined ? undefined : ports.store.get('colleges', collegeId),
  ]);
  return { season, college };
};

/** `199506` and `1995-06` */
const toCursor = (month: string): string => month.replace('-', '');
const monthOf = (cursor: string): string => `${cursor.slice(0, 4)}-${cursor.slice(4)}`;

interface Page {
  readonly people: readonly Member[];
  /** Month of birth before which the next page begins. */
  readonly next: string | null;
}

/** Ends between two months of birth, so that nobody is left out. */
const readPage = async (
  { store }: Ports,
  place: { readonly collegeId?: string },
  born: { readonly lt: string } | { readonly lte: string },
): Promise<Page> => {
  const { records, isLast } = await wholePage({ store }, 'members', {
    where: place,
    by: 'birthMonth',
    direction: 'desc',
    beyond: born,
    size: PAGING.overAge,
  });
  return { people: records, next: isLast ? null : (records.at(-1)?.birthMonth ?? null) };
};

const byPlace = (one: Member, other: Member): number =>
  one.collegeName.localeCompare(other.collegeName, 'zh') ||
  one.branchName.localeCompare(other.branchName, 'zh');

/**
 * Who has reached the age limit without a League post, through the index of the months of birth: only those old enough
 * for this season are looked at, the youngest of them first; a page goes branch by branch.
 */
export const overAgeList: EarlyReader<'teacher', 'overAgeList', CollegeCaller> = readingEarly(
  readNamed,
  async (ports, { caller, request }, { season, college }) => {
    const { collegeId = caller.scopeId, cursor } = request;
    const isThere = request.collegeId === undefined || college !== undefined;
    if (!isThere || !mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const { ageLimit } = rulebookNamed(season.rulebookId);
    const youngest = `${chinaParts(season.deadlineAt).year - ageLimit}-12`;
    const { people: page, next } = await readPage(
      ports,
      collegeId === ALL_COLLEGES ? {} : { collegeId },
      cursor === undefined ? { lte: youngest } : { lt: monthOf(cursor) },
    );
    const people = page
      .filter((member) => mustReportAge(member, ageLimit))
      .sort(byPlace)
      .map(
        ({ _id: memberId, name, studentNumber, branchName, collegeName, birthMonth, graduationMonth }) => ({
          memberId,
          name,
          studentNumber,
          branchName,
          collegeName,
          birthMonth: birthMonth ?? '',
          graduationMonth,
        }),
      );
    return ok({ people, cursor: next && toCursor(next), ageLimit, now: ports.clock.now() });
  },
);
