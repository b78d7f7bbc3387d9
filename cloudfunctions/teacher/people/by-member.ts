/** Pages of people as the roster has them: a whole branch, or those who have not chosen a way yet. */
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { PeopleStep } from '../../../miniprogram/domain/people/steps';
import { membersOf } from '../../_shared/store/branches';
import { wholePage, type PageOf } from '../../_shared/store/pages';
import { standingOfMany } from '../../_shared/season/standing-in';
import type { Member } from '../../_shared/store/records';
import type { CurrentSeason } from '../../_shared/season/season';
import { toPersonRow, type PersonRow } from './row';

export interface PeoplePage {
  readonly people: PersonRow[];
  readonly next: string | null;
}

type Reads = Pick<Ports, 'store'>;

/** A branch by student number, one more than a page when there are more. */
export const membersInBranch = (
  { store }: Reads,
  branchId: string,
  cursor: string | undefined,
): Promise<Member[]> =>
  store.find('members', {
    where: { branchId, ...(cursor === undefined ? {} : { studentNumber: { gt: cursor } }) },
    orderBy: ['studentNumber', 'asc'],
    limit: PAGING.people + 1,
  });

/** The page of those found, each with their transfer. */
export const peopleInBranch = async (
  { store }: Reads,
  found: readonly Member[],
  season: CurrentSeason,
): Promise<PeoplePage> => {
  const shown = found.slice(0, PAGING.people);
  const transfers = await standingOfMany({ store }, shown, season.id);
  const told = shown.filter((member) => !transfers.isUnreadable(member));
  const last = found.length > shown.length ? shown[shown.length - 1] : undefined;
  return {
    people: told.map((member) => toPersonRow(member, transfers.of(member))),
    next: last?.studentNumber ?? null,
  };
};

/** Everybody of a branch who stands at a step now, on one page. */
export const peopleInBranchAt = async (
  { store }: Reads,
  branchId: string,
  step: PeopleStep,
  season: CurrentSeason,
): Promise<PeoplePage> => {
  const members = await membersOf({ store }, branchId);
  const transfers = await standingOfMany({ store }, members, season.id);
  const told = members.filter((member) => !transfers.isUnreadable(member));
  const people = told
    .map((member) => toPersonRow(member, transfers.of(member)))
    .filter((row) => row.step === step);
  return { people, next: null };
};

/** Steps of those without a transfer, in their order. */
export const IDLE_STEPS = ['bind', 'login', 'choose'] as const;
export type IdleStep = (typeof IDLE_STEPS)[number];

interface Look {
  readonly idle: { readonly collegeId: string; readonly startedIn: null };
  /** Student number of the last one of the page before; empty for the first page. */
  readonly after: string;
  /** The last one of the page before, whose own values say where the index goes on. */
  readonly last: Member | undefined;
}

const upwards = { direction: 'asc', size: PAGING.people } as const;

/** Each by an index that holds nobody else, so a page reads no more than it shows. */
const FINDERS: Readonly<Record<IdleStep, (reads: Reads, look: Look) => Promise<PageOf<'members'>>>> = {
  bind: (reads, { idle, after }) =>
    wholePage(reads, 'members', {
      where: { ...idle, accountId: null },
      by: 'studentNumber',
      beyond: { gt: after },
      ...upwards,
    }),
  login: (reads, { idle, last }) =>
    wholePage(reads, 'members', {
      where: { ...idle, loginConfirmedAt: null },
      by: 'accountId',
      beyond: { gt: last?.accountId ?? '' },
      ...upwards,
    }),
  choose: (reads, { idle, last }) =>
    wholePage(reads, 'members', {
      where: idle,
      by: 'loginConfirmedAt',
      beyond: { gt: last?.loginConfirmedAt ?? 0 },
      ...upwards,
    }),
};

/** Those without a transfer who stand at a step; `next` is a student number. */
export const peopleIdleAt = async (reads: Reads, step: IdleStep, look: Look): Promise<PeoplePage> => {
  const { records, isLast } = await FINDERS[step](reads, look);
  // Who was unbound after logging in begins again, whatever the index says.
  const rows = records.map((member) => toPersonRow(member, undefined)).filter((row) => row.step === step);
  return { people: rows, next: isLast ? null : (records.at(-1)?.studentNumber ?? null) };
};
