/** Pages of people as the roster has them: a whole branch, or those who have not chosen a way yet. */
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { PeopleStep } from '../../../miniprogram/domain/people/steps';
import { membersOf } from '../../_shared/store/branches';
import { standingOfMany } from '../../_shared/season/standing-in';
import type { Member } from '../../_shared/store/records';
import type { CurrentSeason } from '../../_shared/season/season';
import { toPersonRow, type PersonRow } from './row';

export interface PeoplePage {
  readonly people: PersonRow[];
  readonly next: string | null;
}

type Reads = Pick<Ports, 'store'>;

const MOST = PAGING.people + 1;

/** A branch by student number, one more than a page when there are more. */
export const membersInBranch = (
  { store }: Reads,
  branchId: string,
  cursor: string | undefined,
): Promise<Member[]> =>
  store.find('members', {
    where: { branchId, ...(cursor === undefined ? {} : { studentNumber: { gt: cursor } }) },
    orderBy: ['studentNumber', 'asc'],
    limit: MOST,
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

/** Each by an index that holds nobody else, so a page reads no more than it shows. */
const FINDERS: Readonly<Record<IdleStep, (reads: Reads, look: Look) => Promise<Member[]>>> = {
  bind: ({ store }, { idle, after }) =>
    store.find('members', {
      where: { ...idle, accountId: null, studentNumber: { gt: after } },
      orderBy: ['studentNumber', 'asc'],
      limit: MOST,
    }),
  login: ({ store }, { idle, last }) =>
    store.find('members', {
      where: { ...idle, loginConfirmedAt: null, accountId: { gt: last?.accountId ?? '' } },
      orderBy: ['accountId', 'asc'],
      limit: MOST,
    }),
  choose: ({ store }, { idle, last }) =>
    store.find('members', {
      where: { ...idle, loginConfirmedAt: { gt: last?.loginConfirmedAt ?? 0 } },
      orderBy: ['loginConfirmedAt', 'asc'],
      limit: MOST,
    }),
};

/** Those without a transfer who stand at a step; `next` is a student number. */
export const peopleIdleAt = async (reads: Reads, step: IdleStep, look: Look): Promise<PeoplePage> => {
  const found = await FINDERS[step](reads, look);
  const shown = found.slice(0, PAGING.people);
  // Who was unbound after logging in begins again, whatever the index says.
  const rows = shown.map((member) => toPersonRow(member, undefined)).filter((row) => row.step === step);
  const last = found.length > shown.length ? shown[shown.length - 1] : undefined;
  return { people: rows, next: last?.studentNumber ?? null };
};
