/** Pages of people by where their transfer stands, most urgent first. */
import type { Parsed } from '../../../miniprogram/contract';
import { TRANSFER_STATES, type TransferState } from '../../../miniprogram/domain/transfer/states';
import type { PeopleStep } from '../../../miniprogram/domain/people/steps';
import { STEP_OF_STATE } from '../../../miniprogram/domain/people/people-step';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { earlierWhere } from '../../_shared/season/earlier';
import { outlasts } from '../../_shared/season/standing-in';
import type { Query } from '../../_shared/store/ports';
import type { Transfer } from '../../_shared/store/records';
import type { PeoplePage } from './by-member';
import { toTransferRow, type PersonRow } from './row';

type Where = Query<'transfers'>['where'];
type Filter = Extract<Parsed<'teacher', 'people'>['filter'], { by: 'state' | 'way' | 'deadlineDay' }>;

export const statesOf = (steps: readonly PeopleStep[]): TransferState[] =>
  TRANSFER_STATES.filter((state) => steps.includes(STEP_OF_STATE[state]));

/** The query by index for the state, way or day the filter asks for. */
export const transferQuery = (filter: Filter, scope: { collegeId: string; seasonId: string }): Where => {
  switch (filter.by) {
    case 'state':
      return { ...scope, state: filter.state };
    case 'way':
      return { ...scope, wayId: filter.wayId };
    case 'deadlineDay':
      return { ...scope, deadlineDay: filter.day };
  }
};

const rowsOf = async ({ store }: Pick<Ports, 'store'>, shown: readonly Transfer[]): Promise<PersonRow[]> => {
  const unnumbered = shown.filter(({ studentNumber }) => studentNumber === undefined);
  const members = await store.getMany(
    'members',
    unnumbered.map(({ memberId }) => memberId),
  );
  const numbers = new Map(members.map(({ _id, studentNumber }) => [_id, studentNumber]));
  return shown.flatMap((transfer) => {
    const studentNumber = transfer.studentNumber ?? numbers.get(transfer.memberId);
    return studentNumber === undefined ? [] : [toTransferRow(transfer, studentNumber)];
  });
};

export const peopleByTransfer = async (
  { store }: Pick<Ports, 'store'>,
  where: Where,
  after: string | undefined,
  isMeant: (transfer: Transfer) => boolean = () => true,
): Promise<PeoplePage> => {
  const later = after === undefined ? {} : { queueKey: { gt: after } };
  const all = await store.find('transfers', {
    where: { ...where, ...later },
    orderBy: ['queueKey', 'asc'],
    limit: PAGING.people + 1,
  });
  const shown = all.slice(0, PAGING.people);
  const people = await rowsOf({ store }, shown.filter(isMeant));
  return { people, next: all.length > shown.length ? (shown[shown.length - 1]?.queueKey ?? null) : null };
};

/** People of earlier seasons who are not through. */
export const peopleOfEarlier = async (
  ports: Pick<Ports, 'store' | 'memory'>,
  scope: { collegeId: string; seasonId: string },
  after: string | undefined,
): Promise<PeoplePage> => {
  const where = await earlierWhere(ports, scope);
  return where ? peopleByTransfer(ports, where, after, outlasts) : { people: [], next: null };
};
