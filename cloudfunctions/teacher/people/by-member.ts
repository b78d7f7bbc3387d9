/** Pages of people as the roster has them, by student number. */
import type { PeopleStep } from '../../../miniprogram/domain/model';
import { PAGING } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import { transferIdOf } from '../../_shared/record-ids';
import type { Member } from '../../_shared/records';
import type { CurrentSeason } from '../../_shared/season';
import { toPersonRow, type PersonRow } from './row';

export interface PeoplePage {
  readonly people: PersonRow[];
  readonly next: string | null;
}

/** Members read for one page of those who stand at one step. */
const LOOK = 200;
/** Where the members end and the withdrawn transfers begin; student numbers never start like this. */
export const WITHDRAWN_START = '0:';

const after = (cursor: string | undefined) => (cursor === undefined ? {} : { studentNumber: { gt: cursor } });

export const peopleInBranch = async (
  { store }: Pick<Ports, 'store'>,
  branchId: string,
  season: CurrentSeason,
  cursor: string | undefined,
): Promise<PeoplePage> => {
  const found = await store.find('members', {
    where: { branchId, ...after(cursor) },
    orderBy: ['studentNumber', 'asc'],
    limit: PAGING.people + 1,
  });
  const shown = found.slice(0, PAGING.people);
  const ids = shown.map(({ _id }) => transferIdOf(season.id, _id));
  const transfers = new Map(
    (await store.getMany('transfers', ids)).map((transfer) => [transfer.memberId, transfer]),
  );
  const last = found.length > shown.length ? shown[shown.length - 1] : undefined;
  return {
    people: shown.map((member) => toPersonRow(member, transfers.get(member._id))),
    next: last?.studentNumber ?? null,
  };
};

/** Where a page ends: at its last row when it is full, else where the looking ended. */
const nextOf = (looked: readonly Member[], rows: readonly PersonRow[], step: PeopleStep): string | null => {
  if (rows.length > PAGING.people) return rows[PAGING.people - 1]?.studentNumber ?? null;
  if (looked.length === LOOK) return looked[LOOK - 1]?.studentNumber ?? null;
  return step === 'choose' ? WITHDRAWN_START : null;
};

/** Those without a transfer who stand at this step; a page looks at a bounded number and may be short or empty. */
export const peopleNotStarted = async (
  { store }: Pick<Ports, 'store'>,
  step: PeopleStep,
  look: { collegeId: string; after: string | undefined; season: CurrentSeason },
): Promise<PeoplePage> => {
  const looked = await store.find('members', {
    where: { collegeId: look.collegeId, startedIn: null, ...after(look.after) },
    orderBy: ['studentNumber', 'asc'],
    limit: LOOK,
  });
  const rows = looked.map((member) => toPersonRow(member, undefined)).filter((row) => row.step === step);
  return { people: rows.slice(0, PAGING.people), next: nextOf(looked, rows, step) };
};
