const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

const monthsOf = (month: string): number | undefined => {
  const match = MONTH.exec(month);
  return match ? Number(match[1]) * 12 + Number(match[2]) : undefined;
};

/**
 * Whether the age limit is reached in the graduation month (months as `YYYY-MM`): whoever has the birthday in
 * that very month counts as having reached it. An unknown or malformed month is never over age.
 */
export const isOverAge = (
  birthMonth: string | null | undefined,
  graduationMonth: string | null | undefined,
  ageLimit: number,
): boolean => {
  const born = monthsOf(birthMonth ?? '');
  const graduates = monthsOf(graduationMonth ?? '');
  return born !== undefined && graduates !== undefined && graduates - born >= ageLimit * 12;
};

/** What the roster knows of the age; unknown without a month it could be reckoned from. */
export const ageAgainst = (
  {
    birthMonth,
    graduationMonth,
  }: { readonly birthMonth: string | null; readonly graduationMonth: string | null },
  ageLimit: number,
): 'under' | 'over' | 'unknown' => {
  if (monthsOf(birthMonth ?? '') === undefined || monthsOf(graduationMonth ?? '') === undefined)
    return 'unknown';
  return isOverAge(birthMonth, graduationMonth, ageLimit) ? 'over' : 'under';
};

/** Over age matters only without a League post: a post keeps the membership until it is given up. */
export const mustReportAge = (
  person: {
    readonly birthMonth?: string | null | undefined;
    readonly graduationMonth?: string | null | undefined;
    /** Null where no roster says it: taken for none until the person says otherwise. */
    readonly hasLeaguePost: boolean | null;
  },
  ageLimit: number,
): boolean => !person.hasLeaguePost && isOverAge(person.birthMonth, person.graduationMonth, ageLimit);
